"""Makes copies of the reports of a collection (cut, re-led, mixed with others) and prints how many are found, and how fast.

A pair counts as a copy where it shares at least half of the shorter one's 8-word shingles, found by comparing all pairs.

usage: copies.py REPORTS.jsonl[.gz] [--limit N]
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import time
from pathlib import Path

from headwater.link.copies import find_copies, group_copies
from headwater.model.reading import Reading
from headwater.model.report import Report
from headwater.model.story import Story


def load_texts(path: Path, *, limit: int) -> list[str]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as file:
        return [json.loads(line)["text"] for _, line in zip(range(limit), file, strict=False)]


def copy_of(text: str, rest: str, *, chance: random.Random) -> str:
    """A version of a text: the end cut, the start replaced, or another text's sentences mixed in."""
    sentences = re.split(r"(?<=[.!?])\s+", text)
    others = re.split(r"(?<=[.!?])\s+", rest)
    kind = chance.choice(("cut", "led", "mixed"))
    if kind == "cut":
        return " ".join(sentences[: max(2, int(len(sentences) * chance.uniform(0.3, 0.9)))])
    if kind == "led":
        return " ".join([*others[:2], *sentences[2:]])
    kept = sentences[: max(2, int(len(sentences) * 0.7))]
    return " ".join(kept + others[: int(len(kept) * chance.uniform(0.1, 1.5))])


def shingles(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[n : n + 8]) for n in range(len(words) - 7)}


def find_gold(texts: list[str]) -> set[tuple[int, int]]:
    sets = [shingles(text) for text in texts]
    pairs = ((a, b) for a in range(len(sets)) for b in range(a + 1, len(sets)))
    return {(a, b) for a, b in pairs if sets[a] and sets[b] and _shares_half(sets[a], sets[b])}


def _shares_half(one: set[tuple[str, ...]], other: set[tuple[str, ...]]) -> bool:
    return len(one & other) >= 0.5 * min(len(one), len(other))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reports", type=Path)
    parser.add_argument("--limit", type=int, default=400)
    arguments = parser.parse_args()
    chance = random.Random(7)
    texts = load_texts(arguments.reports, limit=arguments.limit)
    texts += [copy_of(text, chance.choice(texts), chance=chance) for text in texts]
    story = Story("s", tuple(Reading(Report(f"{n:05}", text)) for n, text in enumerate(texts)))
    started = time.process_time()
    copies = find_copies(story)
    seconds = time.process_time() - started
    families = group_copies(Story("s", story.readings, copies=copies))
    gold = find_gold(texts)
    found = {tuple(sorted((int(copy.report), int(copy.of)))) for copy in copies}
    joined = sum((a, b) in found or families[f"{a:05}"] == families[f"{b:05}"] for a, b in gold)
    print(f"recall {100 * joined / len(gold):.1f} of {len(gold)} pairs, precision {100 * len(found & gold) / len(found):.1f}"
          f" of {len(found)} copies, {len(texts) / seconds:.0f} reports/s")  # fmt: skip


if __name__ == "__main__":
    main()
