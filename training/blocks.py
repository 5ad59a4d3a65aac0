"""Trains the line model of headwater.clean and measures it by cross-validation over pages.

usage: blocks.py PAGES.jsonl.gz [--folds 3] [--predictions OUT.jsonl] [--write]

PAGES: one page a line, {"id", "source", "lines": [{"text", "label": "article" | "boilerplate" | "mixed"}]}. The model that is shipped was
made from two public sets: scrapinghub/article-extraction-benchmark (MIT) and the article pages of web-content-extraction-benchmark
(CC BY 4.0). From their lines only numbers about frequent words are kept: how often a word of 15 or more pages stands in articles and around
them, a few learned numbers for each, and the weights of features of shape and place. No line of a page is stored.

Needs PyTorch, which the package itself does not.
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
import torch
from numpy.typing import NDArray

from headwater.clean.article import Seen, look
from headwater.clean.blocks import mark_blocks
from headwater.clean.features import describe
from headwater.clean.line_model import FILE, LineModel, Member, pack
from headwater.clean.lines import make_line, split_lines
from headwater.clean.words import OPENING, Table, bag_words, sum_bags
from headwater.model.span import Span
from line_network import Example, fit_member

FEWEST_PAGES = 15
"""Pages a word must stand on to get a row: names do not."""
MOST_A_PAGE = 4
"""Lines of one page that count for a word."""
SURE_SOURCE, SURE_WEIGHT = "scrapinghub", 3.0
"""Labelled by people; the other set's labels were drafted by a machine."""
LENGTH_POWER = 0.6
"""A line counts by its length to this power."""


@dataclass(frozen=True)
class Page:
    """A page to learn from; lines that interrupt articles are left out, as they are when it is read."""

    id: str
    text: str
    seen: list[Seen]
    article: NDArray[np.bool_]
    counts: NDArray[np.float32]
    """How much each line counts; 0 for lines that are partly article."""


def read_pages(path: str) -> Iterator[Page]:
    with gzip.open(path, "rt", encoding="utf8") as file:
        for line in file:
            yield read_page(json.loads(line))


def read_page(stored: dict[str, str | list[dict[str, str]]]) -> Page:
    rows: list[dict[str, str]] = list(stored["lines"])  # type: ignore[arg-type]
    weight = SURE_WEIGHT if stored["source"] == SURE_SOURCE else 1.0
    seen = [look(next(split_lines(row["text"]), make_line("-", Span(0, 1)))) for row in rows]
    use = [n for n, one in enumerate(seen) if not (one.leftover and one.leftover.interrupts)]
    counts = [0.0 if rows[n]["label"] == "mixed" else weight * len(rows[n]["text"]) ** LENGTH_POWER for n in use]
    return Page(
        str(stored["id"]),
        "\n".join(row["text"] for row in rows),
        [seen[n] for n in use],
        np.array([rows[n]["label"] == "article" for n in use], bool),
        np.array(counts, np.float32),
    )


def find_frequent(pages: Sequence[Page]) -> list[str]:
    """The words that stand on FEWEST_PAGES pages or more."""
    on_pages = Counter(word for page in pages for word in {word for one in page.seen for word in one.line.words})
    return sorted(word for word, n in on_pages.items() if n >= FEWEST_PAGES and not word.isdigit())


def weigh_words(pages: Sequence[Page], frequent: Sequence[str]) -> Table:
    """For each frequent word, and for all others together, the log of how much more often it stands in article lines."""
    inside, outside = Counter[str](), Counter[str]()
    for page in pages:
        sides: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
        for one, article, count in zip(page.seen, page.article, page.counts, strict=True):
            if count:
                sides[int(article)].update(set(one.line.words))
        for total, side in zip((outside, inside), sides, strict=True):
            total.update({word: min(times, MOST_A_PAGE) for word, times in side.items()})
    base = math.log(inside.total()) - math.log(outside.total())
    known = set(frequent)
    rare = [sum(n for word, n in side.items() if word not in known) for side in (inside, outside)]
    pairs = [*((inside[word], outside[word]) for word in frequent), (rare[0], rare[1])]
    return np.array([[math.log((a + 2) / (b + 2)) - base] for a, b in pairs], np.float32)


def make_example(page: Page, words: dict[str, int], odds: Table) -> Example:
    lines = [one.line for one in page.seen]
    bags = bag_words(lines, words)
    return Example(
        describe(page.seen, sum_bags(bags, odds)[:, 0]),
        bags,
        bag_words(lines, words, most=OPENING),
        page.article,
        page.counts,
    )


def train(pages: Sequence[Page], *, seeds: int) -> LineModel:
    """The model of some pages. The words of each half are weighed by the other half, so that no page vouches for itself."""
    frequent = find_frequent(pages)
    words = {word: n for n, word in enumerate(frequent)}
    examples = []
    for own, other in ((pages[0::2], pages[1::2]), (pages[1::2], pages[0::2])):
        odds = weigh_words(other, frequent)
        examples += [make_example(page, words, odds) for page in own if page.seen]
    members: list[Member] = []
    for seed in range(seeds):
        members += [fit_member(examples, len(words), seed=seed, by_lines=by_lines) for by_lines in (True, False)]
    return LineModel(words, weigh_words(pages, frequent), tuple(members))


def predict(page: Page, model: LineModel) -> dict[str, object]:
    """The page's blocks as ``headwater annotate`` would print them."""
    blocks = mark_blocks(page.text, model=model)
    return {"id": page.id, "blocks": [{"start": b.span.start, "end": b.span.end, "role": b.role} for b in blocks]}


def cross_validate(pages: Sequence[Page], folds: int, *, seeds: int) -> Iterator[dict[str, object]]:
    order = list(range(len(pages)))
    random.Random(0).shuffle(order)
    for fold in range(folds):
        held = set(order[fold::folds])
        model = train([page for n, page in enumerate(pages) if n not in held], seeds=seeds)
        yield from (predict(pages[n], model) for n in sorted(held))
        print(f"fold {fold + 1} of {folds} done", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages")
    parser.add_argument("--folds", type=int, default=3)
    parser.add_argument("--seeds", type=int, default=3, help="pairs of networks whose answers are averaged")
    parser.add_argument("--predictions", help="write the blocks of held-out pages here, for the scorer")
    parser.add_argument("--write", action="store_true", help="train on all pages and write the package's model")
    given = parser.parse_args()
    torch.set_num_threads(1)
    pages = list(read_pages(given.pages))
    if given.predictions:
        with open(given.predictions, "w", encoding="utf8") as file:
            file.writelines(json.dumps(page) + "\n" for page in cross_validate(pages, given.folds, seeds=given.seeds))
    if given.write:
        np.savez_compressed(FILE, **pack(train(pages, seeds=given.seeds)))  # type: ignore[arg-type]


if __name__ == "__main__":
    main()
