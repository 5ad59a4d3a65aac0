"""Makes copies of the reports of a collection (cut, re-led, mixed with others) and prints how many are found, and how fast.

A pair counts as a copy where at least half of the shorter one's words stand in runs of eight words that the other has, too
(``--shingles``: where it shares at least half of its 8-word shingles, which every cut costs seven), found by comparing all pairs.

usage: copies.py REPORTS.jsonl[.gz] [--limit N] [--shingles]
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


def list_words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def list_shingles(words: list[str]) -> list[tuple[str, ...]]:
    return [tuple(words[n : n + 8]) for n in range(len(words) - 7)]


def find_gold(texts: list[str], *, by_shingles: bool = False) -> set[tuple[int, int]]:
    listed = [list_shingles(list_words(text)) for text in texts]
    sets = [set(shingles) for shingles in listed]
    pairs = ((a, b) for a in range(len(sets)) for b in range(a + 1, len(sets)) if sets[a] & sets[b])
    share = share_shingles if by_shingles else share_words
    return {(a, b) for a, b in pairs if share(*sorted((listed[a], listed[b]), key=len)) >= 0.5}


def share_shingles(short: list[tuple[str, ...]], long: list[tuple[str, ...]]) -> float:
    """Share of the shorter text's shingles, each once, that stand in the longer."""
    return len(set(short) & set(long)) / len(set(short))


def share_words(short: list[tuple[str, ...]], long: list[tuple[str, ...]]) -> float:
    """Share of the shorter text's words that stand in a shingle of the longer."""
    known = set(long)
    repeated = {at for n, shingle in enumerate(short) if shingle in known for at in range(n, n + 8)}
    return len(repeated) / (len(short) + 7)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reports", type=Path)
    parser.add_argument("--limit", type=int, default=400)
    parser.add_argument("--shingles", action="store_true")
    arguments = parser.parse_args()
    chance = random.Random(7)
    texts = load_texts(arguments.reports, limit=arguments.limit)
    texts += [copy_of(text, chance.choice(texts), chance=chance) for text in texts]
    story = Story("s", tuple(Reading(Report(f"{n:05}", text)) for n, text in enumerate(texts)))
    started = time.process_time()
    copies = find_copies(story)
    seconds = time.process_time() - started
    families = group_copies(Story("s", story.readings, copies=copies))
    gold = find_gold(texts, by_shingles=arguments.shingles)
    found = {tuple(sorted((int(copy.report), int(copy.of)))) for copy in copies}
    joined = sum((a, b) in found or families[f"{a:05}"] == families[f"{b:05}"] for a, b in gold)
    print(f"recall {100 * joined / len(gold):.1f} of {len(gold)} pairs, precision {100 * len(found & gold) / len(found):.1f}"
          f" of {len(found)} copies, {len(texts) / seconds:.0f} reports/s")  # fmt: skip


if __name__ == "__main__":
    main()
