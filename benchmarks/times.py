"""Score the time tagger on gold in the form of data/time: ``python benchmarks/times.py GOLD.jsonl.gz [--parse] [--errors]``.

Strict and relaxed F1 compare spans; type and value F1 are relaxed F1 times the share of matches with the right attribute (TempEval-3).
The speed is that of the tagger alone. With --parse the sentences are parsed first, as in a full run, and tense comes from the verbs.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from headwater.annotate.times import find_times
from headwater.annotate.times.tagger import find_times_in
from headwater.language import find_sentences
from headwater.model.block import Block
from headwater.model.notes import Time
from headwater.model.reading import Reading
from headwater.model.report import Known, Provenance, Report
from headwater.model.span import Span

Row = dict[str, Any]


def read(path: str) -> list[Row]:
    """The documents of a gold file."""
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rt", encoding="utf8") as file:
        return [json.loads(line) for line in file]


def parsed(row: Row) -> Reading:
    """A document as a reading with its sentences, one block a paragraph."""
    paragraphs = re.finditer(r"(?:[^\n]|\n(?!\n))+", row["text"])
    blocks = tuple(Block(Span(*paragraph.span()), "body", "benchmark@1") for paragraph in paragraphs)
    provenance = Provenance(published=Known(row["dct"], "stated"))
    reading = Reading(Report(row["id"], row["text"]), language="en", blocks=blocks, provenance=provenance)
    return replace(reading, sentences=find_sentences(reading))


def pairs(gold: list[Row], times: tuple[Time, ...]) -> list[tuple[int, int]]:
    """Gold and found expressions matched one to one: equal spans first, then the largest overlap."""
    scored = []
    for i, row in enumerate(gold):
        for j, found in enumerate(times):
            overlap = min(row["end"], found.span.end) - max(row["start"], found.span.start)
            if overlap > 0:
                equal = (row["start"], row["end"]) == tuple(found.span)
                scored.append((not equal, -overlap, i, j))
    golds: set[int] = set()
    founds: set[int] = set()
    matched = []
    for _, _, i, j in sorted(scored):
        if i not in golds and j not in founds:
            golds.add(i)
            founds.add(j)
            matched.append((i, j))
    return matched


def compare(row: Row, times: tuple[Time, ...], *, counts: dict[str, int], errors: list[str]) -> None:
    """Count what is right in one document and describe what is not."""
    gold = row["timexes"]
    matched = pairs(gold, times)
    counts["gold"] += len(gold)
    counts["found"] += len(times)
    counts["relaxed"] += len(matched)
    for i, j in matched:
        expected, found = gold[i], times[j]
        right = {
            "strict": (expected["start"], expected["end"]) == tuple(found.span),
            "type": expected["type"] == found.type,
            "value": (expected["value"] or "").strip() == found.value,
        }
        for key, value in right.items():
            counts[key] += value
        if not all(right.values()):
            errors.append(describe(row, expected, found))
    used = {i for i, _ in matched}, {j for _, j in matched}
    errors.extend(describe(row, expected, None) for i, expected in enumerate(gold) if i not in used[0])
    errors.extend(describe(row, None, found) for j, found in enumerate(times) if j not in used[1])


def describe(row: Row, expected: Row | None, found: Time | None) -> str:
    """One error on a line: kind, report date, wanted, got, context."""
    text = row["text"]
    wanted = (
        f"{text[expected['start'] : expected['end']]!r} {expected['type']} {expected['value']}" if expected else "-"
    )
    got = f"{text[slice(*found.span)]!r} {found.type} {found.value} {found.rule} {found.why}" if found else "-"
    start, end = found.span if found else (expected["start"], expected["end"]) if expected else (0, 0)
    context = f"{text[max(0, start - 40) : start]}[[{text[start:end]}]]{text[end : end + 30]}".replace("\n", " ")
    kind = "MISS" if not found else "SPUR" if not expected else "DIFF"
    return "\t".join((kind, row["dct"], wanted, got, context))


def line(counts: dict[str, int], seconds: float, characters: int) -> str:
    """The figures in one line."""
    total = counts["gold"] + counts["found"]
    figures = [f"{key} F1 {200 * counts[key] / total:.2f}" for key in ("strict", "relaxed", "type", "value")]
    return (
        f"gold {counts['gold']} found {counts['found']} | {' | '.join(figures)} | {characters / 1e6 / seconds:.2f} MB/s"
    )


def main(arguments: list[str]) -> None:
    """Tag a gold file and print the figures."""
    rows = read(next(a for a in arguments if not a.startswith("--")))
    counts = dict.fromkeys(("gold", "found", "strict", "relaxed", "type", "value"), 0)
    errors: list[str] = []
    find_times_in("warm-up on Monday", date(2020, 1, 1))
    begun = time.process_time()
    tagged = [find_times_in(row["text"], date.fromisoformat(row["dct"])) for row in rows]
    seconds = time.process_time() - begun
    if "--parse" in arguments:
        tagged = [find_times(parsed(row)) for row in rows]
    for row, times in zip(rows, tagged, strict=True):
        compare(row, times, counts=counts, errors=errors)
    if "--errors" in arguments:
        print("\n".join(errors))
    print(Path(arguments[0]).name, line(counts, seconds, sum(len(row["text"]) for row in rows)))


if __name__ == "__main__":
    main(sys.argv[1:])
