"""Two reports side by side."""

from __future__ import annotations

from typing import Any, TypedDict

from sqlalchemy import Connection

from headwater.desk.tracing import compare_stored
from headwater.show.compare import record_comparison
from headwater.store.reports import get_report_row
from headwater.web.asking import Ask, BadAsk, Text
from headwater.web.page import Page, View


class Comparison(TypedDict):
    """As `headwater compare --format json` prints it; null while two reports are not named."""

    comparison: dict[str, Any] | None


def find(connection: Connection, ask: Ask) -> Comparison:
    """Ask the store."""
    one, other = ask["a"], ask["b"]
    if not one or not other:
        return {"comparison": None}
    for id in (one, other):
        get_report_row(connection, id)
    if one == other:
        raise BadAsk("a and b: name two different reports")
    return {"comparison": record_comparison(compare_stored(connection, one, other))}


def view(record: Comparison, ask: Ask) -> View:
    """What was asked, for the form; how much of each stands in the other; the parts there are."""
    comparison = record["comparison"]
    shares = [round(100 * share) for share in comparison["containment"]] if comparison else []
    return {"a": ask["a"], "b": ask["b"], "shares": shares, "parts": list_parts(comparison) if comparison else []}


def list_parts(comparison: dict[str, Any]) -> list[tuple[str, str, int]]:
    """Anchor, name and size of the parts that are not empty."""
    counts = {
        "differ": ("Where they differ", len(comparison["differences"]) + len(comparison["alike"])),
        "said": ("Said in both", len(comparison["said"])),
        "told": ("Told in both", len(comparison["told"])),
        "words": ("The same words in both", len(comparison["passages"])),
        "only": ("Only in one", sum(map(len, comparison["only"]))),
    }
    return [(key, name, count) for key, (name, count) in counts.items() if count]


PAGE = Page(
    path="/compare",
    name="compare",
    about="Two reports side by side: what both have, what only one has, where they differ.",
    find=find,
    record=Comparison,
    template="compare.html",
    asks=(Text("a", "the id of a report", longest=1_000), Text("b", "the id of another", longest=1_000)),
    view=view,
)
