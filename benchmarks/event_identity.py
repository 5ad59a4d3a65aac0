"""Which namings of events are of one event, told across the reports of stories we grouped ourselves (ECB+).

usage: event_identity.py GOLD.jsonl[.gz] [--cache FILE] > OUT.jsonl, then score/stories.py --ecb GOLD OUT

Gold gives the words that name events (``m``, ``start``, ``end``) in the sentences it judges; stories, sentences and groups are
ours. ``--cache`` keeps the readings: reading the reports takes longest.
"""

from __future__ import annotations

import argparse
import json
import pickle
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from headwater.link.sameness import Sameness, group_triggers
from headwater.link.stories import group_reports
from headwater.link.triggers import read_trigger
from headwater.model.reading import Reading
from headwater.model.span import Span
from headwater.pipeline import begin_readings, read_on
from stories import load, make_report


def read_all(records: Sequence[dict[str, Any]], cache: Path | None) -> list[Reading]:
    """The readings of all records, from the cache where it holds them."""
    if cache and cache.exists():
        kept: list[Reading] = pickle.loads(cache.read_bytes())
        return kept
    readings = [read_on(reading) for reading in begin_readings([make_report(record) for record in records])]
    if cache:
        cache.write_bytes(pickle.dumps(readings))
    return readings


def group_mentions(records: Sequence[dict[str, Any]], readings: Sequence[Reading]) -> Iterator[dict[str, str]]:
    """The groups of all judged mentions of events of one story."""
    named = [(record, m, reading) for record, reading in zip(records, readings, strict=True)
             for m in record["mentions"] if m["event"] and m["eval"]]  # fmt: skip
    triggers = [read_trigger(reading, (Span(m["start"], m["end"]),)) for _, m, reading in named]
    groups = group_triggers(Sameness(readings, triggers), triggers)
    for number, members in enumerate(groups):
        for n in members:
            yield {"doc": named[n][0]["id"], "m": named[n][1]["m"], "cluster": f"{records[0]['id']} {number}"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--cache", type=Path)
    arguments = parser.parse_args()
    records = load(arguments.gold)
    readings = read_all(records, arguments.cache)
    by_story: dict[str, list[int]] = defaultdict(list)
    for number, story in enumerate(group_reports([make_report(record) for record in records])):
        by_story[story].append(number)
    for numbers in by_story.values():
        for line in group_mentions([records[n] for n in numbers], [readings[n] for n in numbers]):
            print(json.dumps(line))


if __name__ == "__main__":
    main()
