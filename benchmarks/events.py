"""Events on sentences with gold: python benchmarks/events.py GOLD.jsonl.gz [--out FILE] [--limit N] [--parses FILE].

Reads sentences ({"id","text"} a line), writes what `headwater annotate` would give for each (notes of kind "event"), and the
speed of the event step without the parse. Parses are kept in --parses between runs, since they cost most of the time.
"""

from __future__ import annotations

import argparse
import gzip
import json
import pickle
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from headwater.annotate.actors import find_actors
from headwater.annotate.events import find_events
from headwater.annotate.mentions import find_mentions
from headwater.language import find_sentences
from headwater.model.block import Block
from headwater.model.notes import Event
from headwater.model.reading import Reading
from headwater.model.report import Report
from headwater.model.sentence import Sentence
from headwater.model.span import Span
from headwater.show.parties import code_parties

Readings = dict[str, Reading]


def read_gold(path: Path, limit: int | None) -> list[dict[str, Any]]:
    """The records of a gold file."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file][:limit]


def blank(record: dict[str, Any]) -> Reading:
    """A sentence as a report with one body block, not yet parsed."""
    text = record["text"]
    return Reading(Report(record["id"], text), language="en", blocks=(Block(Span(0, len(text)), "body", "bench@1"),))


def parsed(records: list[dict[str, Any]], kept: Path | None) -> Readings:
    """A reading for each record, its parse from the kept file where that has it."""
    parses: dict[str, tuple[Sentence, ...]] = pickle.loads(kept.read_bytes()) if kept and kept.exists() else {}
    missing = [record for record in records if record["id"] not in parses]
    for record in missing:
        parses[record["id"]] = find_sentences(blank(record))
    if kept and missing:
        kept.write_bytes(pickle.dumps(parses))
    return {record["id"]: with_actors(replace(blank(record), sentences=parses[record["id"]])) for record in records}


def with_actors(reading: Reading) -> Reading:
    """The reading with its actors and mentions."""
    reading = replace(reading, actors=find_actors(reading))
    return replace(reading, mentions=find_mentions(reading))


def event_note(event: Event) -> dict[str, Any]:
    """An event as a note of the annotate record."""
    return {
        "kind": "event",
        "trigger": [list(span) for span in event.trigger],
        "actor": [list(span) for span in event.actor],
        "recipient": [list(span) for span in event.recipient],
        "type": event.type,
        "mode": event.mode,
        "stance": event.stance,
        "rule": event.rule,
    }


def gold_pairs(record: dict[str, Any]) -> set[tuple[str, ...]]:
    """(type, actor country, recipient country) triples of a record whose actors are coded."""
    return {
        (event["code"], source["code"], target["code"])
        for event in record["events"]
        for source in event["source"]
        for target in event["target"]
        if source.get("code") and target.get("code")
    }


def found_pairs(reading: Reading, events: tuple[Event, ...]) -> set[tuple[str, ...]]:
    """The same triples of what was found, for parties with a country."""
    sides = ((event, *code_parties(reading, event)) for event in events)
    return {
        (event.type, actor.code.country, recipient.code.country)
        for event, actors, recipients in sides
        for actor in actors
        for recipient in recipients
        if actor.code.country and recipient.code.country
    }


def report_countries(records: list[dict[str, Any]], readings: Readings, found: dict[str, tuple[Event, ...]]) -> None:
    """Print how far type and both countries agree, where gold has countries."""
    wanted = {record["id"]: gold_pairs(record) for record in records}
    coded = [i for i, pairs in wanted.items() if pairs]
    if not coded:
        return
    given = {i: found_pairs(readings[i], found[i]) for i in coded}
    right = sum(len(wanted[i] & given[i]) for i in coded)
    gold, said = sum(len(wanted[i]) for i in coded), sum(len(given[i]) for i in coded)
    print(
        f"type and both countries: gold {gold}, found {said}, right {right}, F1 {2 * right / (gold + said):.3f}",
        file=sys.stderr,
    )


def main() -> None:
    """Run the event step over a gold file."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("gold", type=Path)
    arguments.add_argument("--out", type=Path)
    arguments.add_argument("--limit", type=int)
    arguments.add_argument("--parses", type=Path)
    asked = arguments.parse_args()
    records = read_gold(asked.gold, asked.limit)
    readings = parsed(records, asked.parses)
    find_events(readings[records[0]["id"]])
    started = time.process_time()
    found = {record["id"]: find_events(readings[record["id"]]) for record in records}
    seconds = time.process_time() - started
    sentences = sum(len(readings[record["id"]].sentences) for record in records)
    print(f"{sentences} sentences, {sentences / seconds:.0f} a second without the parse", file=sys.stderr)
    report_countries(records, readings, found)
    if asked.out:
        lines = (json.dumps({"id": i, "notes": [event_note(e) for e in events]}) for i, events in found.items())
        asked.out.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
