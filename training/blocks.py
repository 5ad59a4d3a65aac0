"""Trains the line model of headwater.clean and measures it by cross-validation over pages.

usage: blocks.py PAGES.jsonl.gz [--folds 5] [--predictions OUT.jsonl] [--write]

PAGES: one page a line, {"id", "source", "lines": [{"text", "label": "article" | "boilerplate" | "mixed"}]}. The model that is shipped was
made from two public sets: scrapinghub/article-extraction-benchmark (MIT) and the article pages of web-content-extraction-benchmark
(CC BY 4.0). From their lines only counts are kept: how often a word of 15 or more pages stands in articles and around them, and the weights
of features of shape and place. No line of a page is stored.

Needs scikit-learn, which the package itself does not.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.neural_network import MLPClassifier

from headwater.clean.article import Seen, look
from headwater.clean.blocks import mark_blocks
from headwater.clean.features import UNKNOWN, Table, describe
from headwater.clean.line_model import FILE, LineModel, Weights
from headwater.clean.lines import make_line, split_lines
from headwater.model.span import Span

FEWEST_PAGES = 15
"""Pages a word must stand on to get a weight: names do not."""
MOST_A_PAGE = 4
"""Lines of one page that count for a word."""
SURE_SOURCE, SURE_WEIGHT = "scrapinghub", 3.0
"""Labelled by people; the other set's labels were drafted by a machine."""
UNITS, SEEDS, EPOCHS = 24, 3, 8


@dataclass(frozen=True)
class Page:
    """A page to learn from."""

    id: str
    seen: list[Seen]
    article: NDArray[np.bool_]
    counts: NDArray[np.float32]
    """How much each line counts; 0 for lines that are partly article."""


def read_pages(path: str) -> Iterator[Page]:
    with gzip.open(path, "rt", encoding="utf8") as file:
        for line in file:
            stored = json.loads(line)
            labels = [one["label"] for one in stored["lines"]]
            weight = SURE_WEIGHT if stored["source"] == SURE_SOURCE else 1.0
            counts = [
                0.0 if one["label"] == "mixed" else weight * math.sqrt(len(one["text"])) for one in stored["lines"]
            ]
            seen = [look(next(split_lines(one["text"]), make_line("-", Span(0, 1)))) for one in stored["lines"]]
            yield Page(
                stored["id"], seen, np.array([label == "article" for label in labels]), np.array(counts, np.float32)
            )


def count_words(pages: Sequence[Page]) -> dict[str, float]:
    """For each frequent word the log of how much more often it stands in article lines than in others."""
    inside: Counter[str] = Counter()
    outside: Counter[str] = Counter()
    on_pages: Counter[str] = Counter()
    for page in pages:
        sides: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
        for one, article, count in zip(page.seen, page.article, page.counts, strict=True):
            if count:
                sides[int(article)].update(set(one.line.words))
        for total, side in zip((outside, inside), sides, strict=True):
            total.update({word: min(times, MOST_A_PAGE) for word, times in side.items()})
        on_pages.update(sides[0].keys() | sides[1].keys())
    return weigh_words(inside, outside, {w for w, n in on_pages.items() if n >= FEWEST_PAGES and not w.isdigit()})


def weigh_words(inside: Counter[str], outside: Counter[str], frequent: set[str]) -> dict[str, float]:
    base = math.log(inside.total()) - math.log(outside.total())
    weights = {word: round(math.log((inside[word] + 2) / (outside[word] + 2)) - base, 2) for word in sorted(frequent)}
    rare = [sum(n for word, n in side.items() if word not in frequent) for side in (inside, outside)]
    return weights | {UNKNOWN: round(math.log((rare[0] + 2) / (rare[1] + 2)) - base, 2)}


def fit(tables: Sequence[Table], pages: Sequence[Page]) -> tuple[Weights, Weights]:
    """Hidden and outer weights of SEEDS networks side by side, their answers averaged, for features as they are."""
    scored = [page.counts > 0 for page in pages]
    rows = np.concatenate([table[use] for table, use in zip(tables, scored, strict=True)])
    labels = np.concatenate([page.article[use] for page, use in zip(pages, scored, strict=True)])
    counts = np.concatenate([page.counts[use] for page, use in zip(pages, scored, strict=True)])
    mean, scale = rows.mean(axis=0), rows.std(axis=0) + 0.02
    rows = (rows - mean) / scale
    hidden, out, bias = [], [], 0.0
    for seed in range(SEEDS):
        model = MLPClassifier(
            (UNITS,), alpha=1e-3, batch_size=512, max_iter=EPOCHS, random_state=seed, learning_rate_init=0.002
        )
        model.fit(rows, labels, sample_weight=counts / counts.mean())
        inner = model.coefs_[0] / scale[:, None]
        hidden.append(np.vstack([inner, model.intercepts_[0] - mean @ inner]))
        out.append(model.coefs_[1][:, 0] / SEEDS)
        bias += float(model.intercepts_[1][0]) / SEEDS
    return np.hstack(hidden).astype(np.float32), np.append(np.concatenate(out), bias).astype(np.float32)


def train(pages: Sequence[Page]) -> LineModel:
    """The model of some pages. The words of each half are weighed by the other half, so that no page vouches for itself."""
    halves = pages[0::2], pages[1::2]
    tables = []
    for own, other in (halves, halves[::-1]):
        words = count_words(other)
        tables += [describe(page.seen, words) for page in own]
    return LineModel(count_words(pages), *fit(tables, [*halves[0], *halves[1]]))


def predict(page: Page, model: LineModel) -> dict[str, object]:
    """The page's blocks as ``headwater annotate`` would print them."""
    text = "\n".join(one.line.text for one in page.seen)
    blocks = mark_blocks(text, model=model)
    return {"id": page.id, "blocks": [{"start": b.span.start, "end": b.span.end, "role": b.role} for b in blocks]}


def cross_validate(pages: Sequence[Page], folds: int) -> Iterator[dict[str, object]]:
    order = list(range(len(pages)))
    random.Random(0).shuffle(order)
    for fold in range(folds):
        held = set(order[fold::folds])
        model = train([page for n, page in enumerate(pages) if n not in held])
        yield from (predict(pages[n], model) for n in sorted(held))
        print(f"fold {fold + 1} of {folds} done", flush=True)


def write(model: LineModel) -> None:
    stored = {
        "made_by": "training/blocks.py",
        "made_from": "scrapinghub/article-extraction-benchmark (MIT); web-content-extraction-benchmark, article pages (CC BY 4.0)",
        "hidden": [[float(f"{weight:.5g}") for weight in row] for row in model.hidden],
        "out": [float(f"{weight:.5g}") for weight in model.out],
        "words": dict(model.words),
    }
    FILE.write_text(json.dumps(stored, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--predictions", help="write the blocks of held-out pages here, for the scorer")
    parser.add_argument("--write", action="store_true", help="train on all pages and write the package's model")
    given = parser.parse_args()
    pages = list(read_pages(given.pages))
    if given.predictions:
        with open(given.predictions, "w", encoding="utf8") as file:
            file.writelines(json.dumps(page) + "\n" for page in cross_validate(pages, given.folds))
    if given.write:
        write(train(pages))


if __name__ == "__main__":
    main()
