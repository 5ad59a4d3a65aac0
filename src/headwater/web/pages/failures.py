"""What could not be read."""

from __future__ import annotations

from typing import TypedDict

from sqlalchemy import Connection

from headwater.store.failures import list_failures
from headwater.store.rows import FailureRow
from headwater.web.asking import Ask, Number
from headwater.web.page import Page


class Failures(TypedDict):
    """Failures, the latest first."""

    failures: list[FailureRow]


def find(connection: Connection, ask: Ask) -> Failures:
    """Ask the store."""
    return {"failures": list_failures(connection, limit=ask.numbers["limit"])}


PAGE = Page(
    path="/failures",
    name="failures",
    about="What could not be read, and why, the latest first.",
    find=find,
    record=Failures,
    template="failures.html",
    asks=(Number("limit", "how many at most", most=1_000, default=200),),
)
