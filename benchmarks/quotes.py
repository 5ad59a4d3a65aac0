"""Statements against PolNeAR: python benchmarks/quotes.py GOLD.jsonl[.gz] [--limit N]. Precision, recall, F1 by mode, and speakers.

GOLD: one article a line with ``id``, ``text`` and ``statements`` (``quote``, ``speaker``: lists of [start, end)). Contents are compared as
sets of letters and digits; two match where they share 80 % (Jaccard), one to one. A mode is recomputed on both sides.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from headwater.model.report import Report
from headwater.pipeline import read_report

MATCH = 0.8
Spans = list[list[int]]
Characters = frozenset[int]


def load(path: Path) -> Iterator[dict[str, Any]]:
    """The articles of a file."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def letters(text: str, spans: Any) -> Characters:
    """The places of letters and digits in some spans."""
    return frozenset(n for start, end in spans for n in range(start, end) if text[n].isalnum())


def alike(one: Characters, other: Characters) -> float:
    """Jaccard similarity."""
    return len(one & other) / len(one | other) if one or other else 0.0


def pair(found: list[Characters], gold: list[Characters]) -> list[tuple[int, int]]:
    """The best one-to-one matches."""
    scores = sorted(
        (-score, f, g)
        for f, one in enumerate(found)
        for g, two in enumerate(gold)
        if (score := alike(one, two)) >= MATCH
    )
    used_f: set[int] = set()
    used_g: set[int] = set()
    pairs = []
    for _, f, g in scores:
        if f not in used_f and g not in used_g:
            used_f.add(f)
            used_g.add(g)
            pairs.append((f, g))
    return pairs


def right(found: Characters, gold: Characters) -> bool:
    """Whether a speaker is right: the same, one within the other, or half shared."""
    if not found or not gold:
        return not found and not gold
    return found <= gold or gold <= found or alike(found, gold) >= 0.5


def score(article: dict[str, Any], counts: Counter[str]) -> None:
    """Add one article's counts."""
    text = article["text"]
    statements = [s for s in read_report(Report(article["id"], text)).statements if letters(text, s.content)]
    wanted = [s for s in article["statements"] if letters(text, s["quote"])]
    counts["found"] += len(statements)
    counts["gold"] += len(wanted)
    counts.update(f"found {s.mode}" for s in statements)
    counts.update(f"gold {s['kind']}" for s in wanted)
    for f, g in pair([letters(text, s.content) for s in statements], [letters(text, s["quote"]) for s in wanted]):
        counts["matched"] += 1
        counts[f"matched found {statements[f].mode}"] += 1
        counts[f"matched gold {wanted[g]['kind']}"] += 1
        counts["speaker right"] += right(letters(text, statements[f].speaker), letters(text, wanted[g]["speaker"]))


def line(name: str, *, hits: int, found: int, again: int, gold: int) -> str:
    """One row: precision, recall, F1 in per cent."""
    precision, recall = hits / max(1, found), again / max(1, gold)
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return f"{name:<10} P {100 * precision:5.1f}  R {100 * recall:5.1f}  F1 {100 * f1:5.1f}  found {found:5d}  gold {gold:5d}"


def main() -> None:
    """Read, score, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--limit", type=int)
    arguments = parser.parse_args()
    counts: Counter[str] = Counter()
    start = time.perf_counter()
    for number, article in enumerate(load(arguments.gold)):
        if number == arguments.limit:
            break
        score(article, counts)
        counts["articles"] += 1
    c = counts
    print(line("all", hits=c["matched"], found=c["found"], again=c["matched"], gold=c["gold"]))
    for mode in ("direct", "indirect", "mixed"):
        hits, again = c[f"matched found {mode}"], c[f"matched gold {mode}"]
        print(line(mode, hits=hits, found=c[f"found {mode}"], again=again, gold=c[f"gold {mode}"]))
    print(line("joint", hits=c["speaker right"], found=c["found"], again=c["speaker right"], gold=c["gold"]))
    print(f"speakers   {100 * c['speaker right'] / max(1, c['matched']):.1f} % right of {c['matched']} matched")
    print(f"speed      {c['articles'] / (time.perf_counter() - start):.1f} articles/s, one process, whole reading")


if __name__ == "__main__":
    main()
