"""The work of ``headwater events``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from headwater.cli.rows import show_rows
from headwater.errors import UsageError
from headwater.model.notes import Event, Stance
from headwater.model.reading import Reading
from headwater.show.plover import date_of, show_jsonl, show_polecat
from headwater.show.report_list import name_report
from headwater.show.tables import Row, join

STANCES: tuple[str, ...] = get_args(Stance)
COLUMNS = ("date", "stance", "type", "actor", "words", "recipient", "place", "report")


def read_stances(text: str) -> frozenset[str]:
    """The stances of a list parted by commas; raises UsageError naming those there are."""
    wanted = frozenset(part.strip() for part in text.split(",") if part.strip())
    unknown = sorted(wanted - set(STANCES))
    if unknown:
        raise UsageError(f"--stance: no such stance: {', '.join(unknown)}; there are: {', '.join(STANCES)}")
    return wanted


def show_events(readings: Iterable[Reading], *, form: str, stances: frozenset[str], plain: bool) -> str:
    """The events as a table, PLOVER records or POLECAT columns; only those of ``stances`` if any are given."""
    if form == "jsonl":
        return show_jsonl(readings, stances)
    if form == "tsv":
        return show_polecat(readings, stances)
    return show_rows(list_events(readings, stances), COLUMNS, form="table", plain=plain)


def list_events(readings: Iterable[Reading], stances: frozenset[str]) -> list[Row]:
    """One row an event, in text order."""
    return [
        make_event(reading, event)
        for reading in readings
        for event in reading.events
        if not stances or event.stance in stances
    ]


def make_event(reading: Reading, event: Event) -> Row:
    """Who did what to whom, when and where, in the report's words."""
    report = reading.report
    return {
        "report": name_report(report.id, report.path),
        "date": date_of(reading, event)[0],
        "actor": join(report, event.actor),
        "type": event.type,
        "stance": event.stance,
        "words": join(report, event.trigger),
        "recipient": join(report, event.recipient),
        "place": join(report, event.place),
    }
