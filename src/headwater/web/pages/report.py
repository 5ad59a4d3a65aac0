"""One report: its text as received, with what was found in it and what rests on it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypedDict

from sqlalchemy import Connection

from headwater.model.span import Span, cover
from headwater.show.counts import count_origins
from headwater.show.printable import shorten
from headwater.show.tables import find_spans
from headwater.store.records import get_record
from headwater.store.reports import get_report, get_report_row, list_versions
from headwater.store.rows import ReportRow
from headwater.store.stories import get_story
from headwater.web.asking import Ask, Text
from headwater.web.marks import mark_text
from headwater.web.page import Page, View
from headwater.web.pages.story import find_dossier
from headwater.web.revive import revive_known, revive_origins

PLACES = "([0-9]{1,9}-[0-9]{1,9}(,[0-9]{1,9}-[0-9]{1,9})*)?"
KINDS = (
    ("statement", "statement"),
    ("commitment", "commitment"),
    ("event", "event"),
    ("time", "time"),
    ("mention", "name"),
)
"""Kinds of notes and what the legend calls them."""
MOST_LIT = 3
"""Findings named above the words cited for them."""
TELLING = ("label", "value", "mode", "unknown", "type", "stance", "commitment", "strength", "rule")
"""Fields of a note worth a word beside it."""


class CitedBy(TypedDict):
    """A finding that rests on the report, and the characters it cites."""

    id: str
    kind: str
    line: str
    spans: list[tuple[int, int]]


class ReportPage(TypedDict):
    """A report."""

    report: ReportRow
    text: str
    record: dict[str, Any]
    """As `headwater annotate` prints it."""
    facts: dict[str, Any] | None
    """The report's entry in its story's dossier; null of a superseded version."""
    findings: list[CitedBy]
    versions: list[ReportRow]


def find(connection: Connection, ask: Ask) -> ReportPage:
    """Ask the store."""
    id = ask["report"]
    row = get_report_row(connection, id)
    dossier = find_dossier(connection, row.story) or {"reports": [], "findings": []}
    return {
        "report": row,
        "text": get_report(connection, id).text,
        "record": get_record(connection, id),
        "facts": next((report for report in dossier["reports"] if report["id"] == id), None),
        "findings": list(list_citing(dossier["findings"], id)),
        "versions": list_versions(connection, id),
    }


def stamp(connection: Connection, ask: Ask) -> str:
    """The report, its latest version, and its story as it is."""
    row = get_report_row(connection, ask["report"])
    story = get_story(connection, row.story)
    return f"{row} {len(list_versions(connection, row.id))} {story.updated} {story.stale}"


def list_citing(findings: Iterable[dict[str, Any]], report: str) -> Iterable[CitedBy]:
    """The findings that cite a report."""
    for finding in findings:
        spans = [(cite["start"], cite["end"]) for cite in finding["cites"] if cite["report"] == report]
        if spans:
            yield {"id": finding["id"], "kind": finding["kind"], "line": finding["line"], "spans": sorted(set(spans))}


def view(record: ReportPage, ask: Ask) -> View:
    """The text in pieces, and the notes in words."""
    text = record["text"]
    cited = [Span(*span) for finding in record["findings"] for span in finding["spans"]]
    report, lit = record["report"], read_places(ask["at"])
    return {
        "lit_by": [finding for finding in record["findings"] if rests_on(finding, lit)][:MOST_LIT],
        "heading": report.title or report.id,
        "kinds": KINDS,
        "parts": mark_text(text, record["record"], cited=cited, lit=lit),
        "provenance": list_facts(record["facts"]),
        "origins": tell_origins(record["facts"]),
        "copy_of": (record["facts"] or {}).get("copies_of"),
        "notes": [tell_note(text, note) for note in record["record"]["notes"]],
    }


def rests_on(finding: CitedBy, lit: Iterable[Span]) -> bool:
    """Whether a finding cites just the words that are lit."""
    return {tuple(span) for span in lit} == {tuple(span) for span in finding["spans"]}


def read_places(at: str) -> tuple[Span, ...]:
    """``345-412,420-431`` as spans."""
    pairs = (place.split("-") for place in at.split(",") if place)
    return tuple(Span(int(start), int(end)) for start, end in pairs)


def list_facts(facts: dict[str, Any] | None) -> list[tuple[str, object]]:
    """What is known of where the report comes from, and how; nothing of a report that stands in no dossier."""
    if facts is None:
        return []
    source = facts.get("provenance") or {}
    known = [(name.capitalize(), source.get(name)) for name in ("outlet", "byline", "dateline")]
    credits = [("Credit", credit) for credit in source.get("credits", ())]
    found = [*known, ("Published", facts["published"]), *credits]
    return [(name, revive_known(fact)) for name, fact in found if fact]


def tell_origins(facts: dict[str, Any] | None) -> str:
    """Where the whole report comes from; nothing of a report that stands in no dossier."""
    return count_origins(revive_origins(facts["origins"], of=facts["id"])) if facts else ""


def tell_note(text: str, note: dict[str, Any]) -> dict[str, str]:
    """A note as a line: its kind, its words, where they stand, and what is known of it."""
    spans = find_spans(note)
    words = " … ".join(text[start:end] for start, end in spans)
    places = ",".join(f"{start}-{end}" for start, end in spans)
    facts = ", ".join(str(note[name]) for name in TELLING if note.get(name))
    return {
        "kind": note["kind"],
        "words": shorten(words, 160),
        "at": places,
        "facts": facts,
        "id": str(cover(spans)[0]),
    }


PAGE = Page(
    path="/reports/{report:path}",
    name="report",
    about="One report: its text as received, the record of `headwater annotate`, the findings that cite it, its versions.",
    find=find,
    record=ReportPage,
    template="report.html",
    asks=(Text("at", "places to show lit: start-end, several parted by commas", longest=2_000, form=PLACES),),
    view=view,
    stamp=stamp,
)
