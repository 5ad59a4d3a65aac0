"""Search over reports and findings."""

from __future__ import annotations

from typing import TypedDict

from sqlalchemy import Connection

from headwater.store.rows import Hit
from headwater.store.search import search
from headwater.web.asking import Ask, Number, Text
from headwater.web.links import link_finding, link_report
from headwater.web.page import Page, View


class Hits(TypedDict):
    """Findings, then reports."""

    words: str
    hits: list[Hit]


def find(connection: Connection, ask: Ask) -> Hits:
    """Ask the store; no words, no hits."""
    words = ask["q"].strip()
    return {"words": words, "hits": search(connection, words, limit=ask.numbers["limit"]) if words else []}


def view(record: Hits, ask: Ask) -> View:
    """Each hit with the address it leads to."""
    return {"asked": record["words"], "found": [(hit, link_hit(hit)) for hit in record["hits"]]}


def link_hit(hit: Hit) -> str:
    """A finding in its story, or the report."""
    return link_report(hit.id) if hit.kind == "report" else link_finding(hit.story, hit.id)


PAGE = Page(
    path="/search",
    name="search",
    about='Findings and reports that hold all words; "words in quotation marks" stand together.',
    find=find,
    record=Hits,
    template="search.html",
    asks=(Text("q", "the words"), Number("limit", "how many of each kind at most", most=100, default=20)),
    view=view,
)
