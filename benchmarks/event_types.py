"""Events by type, with the classes of error: python benchmarks/event_types.py GOLD.jsonl.gz [--parses FILE].

Prints two tables in Markdown for docs/events.md: per type how many gold events there are, recall and precision of the type, and where the
missed ones went (nothing found in the sentence, or which other types); then what becomes of actor and recipient where the type is right.
CONCEDE and RETREAT count as one type (YIELD), as in the gold of plv.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path
from typing import Any

from events import parsed, read_gold
from headwater.annotate.events import find_events
from headwater.model.notes import Event
from headwater.model.span import Spans

YIELD = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
MOST_OTHERS = 3
Gold = dict[str, Any]
Case = tuple[Gold, tuple[Event, ...]]


def root(name: str) -> str:
    """A type as plv names it."""
    return YIELD.get(name, name)


def meets(spans: Spans, gold: list[Gold]) -> bool:
    """Whether a party found overlaps one of gold."""
    return any(start < party["end"] and party["start"] < end for start, end in spans for party in gold)


def list_cases(gold: Path, kept: Path | None) -> list[Case]:
    """Each gold event with the events found in its sentence."""
    records = read_gold(gold, None)
    readings = parsed(records, kept)
    found = {record["id"]: find_events(readings[record["id"]]) for record in records}
    return [(event, found[record["id"]]) for record in records for event in record["events"]]


def show_types(cases: list[Case]) -> None:
    """The table of types."""
    said = Counter(name for _, events in cases for name in {root(event.type) for event in events})
    right = Counter(name for gold, events in cases if (name := root(gold["code"])) in {root(e.type) for e in events})
    gold_count = Counter(root(gold["code"]) for gold, _ in cases)
    print("| type | gold | recall | precision | missed: nothing found | missed: told as |\n|---|---|---|---|---|---|")
    for name, count in sorted(gold_count.items()):
        missed = [events for gold, events in cases if root(gold["code"]) == name and not has(events, name)]
        others = Counter(root(events[0].type) for events in missed if events)
        told = ", ".join(
            f"{other} {n}" for other, n in sorted(others.items(), key=lambda o: (-o[1], o[0]))[:MOST_OTHERS]
        )
        nothing = sum(not events for events in missed)
        precision = right[name] / said[name] if said[name] else 0
        print(f"| {name} | {count} | {right[name] / count:.0%} | {precision:.0%} | {nothing} | {told} |")


def has(events: tuple[Event, ...], name: str) -> bool:
    """Whether an event of the type is among them."""
    return any(root(event.type) == name for event in events)


def show_parties(cases: list[Case]) -> None:
    """What becomes of the parties where the type is right."""
    fates: dict[str, Counter[str]] = {"actor": Counter(), "recipient": Counter()}
    for gold, events in cases:
        same = [event for event in events if root(event.type) == root(gold["code"])]
        for side, key in (("actor", "source"), ("recipient", "target")):
            wanted = [party for party in gold[key] if "start" in party]
            if same and wanted:
                fates[side][fate([getattr(event, side) for event in same], wanted)] += 1
    print("\n| where the type is right | meets gold | missing | another |\n|---|---|---|---|")
    for side, counted in fates.items():
        total = sum(counted.values())
        print(
            f"| {side} | "
            + " | ".join(f"{counted[name] / total:.0%}" for name in ("right", "missing", "another"))
            + " |"
        )


def fate(found: list[Spans], wanted: list[Gold]) -> str:
    """Whether one of the parties found is right, none was found, or it is another."""
    if any(meets(spans, wanted) for spans in found):
        return "right"
    return "another" if any(found) else "missing"


def main() -> None:
    """Score a gold file."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("gold", type=Path)
    arguments.add_argument("--parses", type=Path)
    asked = arguments.parse_args()
    cases = list_cases(asked.gold, asked.parses)
    show_types(cases)
    show_parties(cases)


if __name__ == "__main__":
    main()
