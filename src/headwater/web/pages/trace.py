"""A quotation through the reports: every place, earliest first, each wording held against the fullest."""

from __future__ import annotations

from typing import Any, TypedDict

from sqlalchemy import Connection

from headwater.desk.tracing import trace_stored
from headwater.show.trace import record_trace
from headwater.web.asking import Ask, Text
from headwater.web.page import Page, View


class Traced(TypedDict):
    """As `headwater trace --format json` prints it."""

    words: str
    traces: list[dict[str, Any]]


def find(connection: Connection, ask: Ask) -> Traced:
    """Ask the store; no words, no trace."""
    words = ask["q"].strip()
    traces = record_trace(words, trace_stored(connection, words))["traces"] if words else []
    return {"words": words, "traces": traces}


def view(record: Traced, ask: Ask) -> View:
    """How many reports carry the words."""
    reports = {place["report"] for trace in record["traces"] for place in trace["places"]}
    return {"carried": len(reports)}


PAGE = Page(
    path="/trace",
    name="trace",
    about="Where words stand in the stories that hold all of them: every wording, earliest first, and where it entered.",
    find=find,
    record=Traced,
    template="trace.html",
    asks=(Text("q", "words as they were said, or a part of them", longest=500),),
    view=view,
)
