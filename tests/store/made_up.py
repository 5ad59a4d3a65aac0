"""Rows for tests of the store, made without reading anything."""

from __future__ import annotations

import json
import zlib
from typing import Any

from sqlalchemy import Connection

from headwater.model.report import Report
from headwater.store.arrivals import Arrival, Found, Kept, Place, add_report, find_arrival
from headwater.store.findings import Turn, put_findings
from headwater.store.records import Analysis, put_reading
from headwater.store.stories import StaleStory, list_stale, put_dossier, touch_story

NOON = "2031-05-04T12:00:00.000000Z"
ONE = "2031-05-04T13:00:00.000000Z"
TWO = "2031-05-04T14:00:00.000000Z"


def alike(one: Report, other: Report) -> bool:
    """Texts with the same first word."""
    return one.text.split()[0] == other.text.split()[0]


def keep(
    connection: Connection, report: Report, *, story: str = "s", published: str | None = "2031-05-03", at: str = NOON
) -> str:
    """Keep a report; its id in the store."""
    arrival = find_arrival(connection, report, source=report.url, alike=alike)
    if isinstance(arrival, Kept):
        return arrival.id
    assert isinstance(arrival, Arrival)
    found = Found(report.title, report.outlet, published, "stated" if published else "unknown", None, "en", "a.example")
    number = add_report(connection, arrival, report, found=found, place=Place(story, story, at))
    record = zlib.compress(json.dumps({"id": report.id, "notes": []}).encode())
    put_reading(connection, number, Analysis("reading@1", b"x", record), terms=b"y")
    touch_story(connection, story, title=story, now=at)
    return arrival.id


def make_finding(id: str, line: str, *, report: str = "a") -> dict[str, Any]:
    """A finding as a dossier has it."""
    cite = {"report": report, "start": 0, "end": 1, "text": line[:1]}
    origin = {"kind": "wire", "name": "Meridian Wire", "inferred": False, "cites": [cite]}
    return {"id": id, "kind": "said", "line": line, "cites": [cite], "reports": 1, "origins": [origin], "details": {}}


def tell(connection: Connection, story: str, findings: list[dict[str, Any]], *, at: str, turn: Turn) -> None:
    """Keep a dossier of a story."""
    stale = next(row for row in list_stale(connection) if row.id == story)
    published = {"value": "2031-05-03", "how": "stated", "evidence": []}
    told = {"id": story, "title": f"Title of {story}", "reports": 1, "origins": 1, "people": []}
    dossier = {"story": told, "as_of": "2031-05-03", "reports": [{"published": published}], "findings": findings}
    put_findings(connection, story, findings, turn=turn, now=at)
    put_dossier(connection, StaleStory(story, stale.touched), dossier, now=at, made="dossier@1")


def only_new(*ids: str) -> Turn:
    """All findings are new."""
    return Turn(frozenset(ids), frozenset(), {})
