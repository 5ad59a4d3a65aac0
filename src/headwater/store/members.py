"""What the grouping of reports into stories needs of those that are there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, func, select

from headwater.store.about import get_about, put_about
from headwater.store.schema import readings, reports

EPOCH = "grouping"
"""Key of the count that grows whenever reports change their story."""


@dataclass(frozen=True, slots=True)
class Member:
    """A report as the grouping of others sees it."""

    number: int
    family: str
    decided: str
    """The story it was first put into."""
    day: int | None
    terms: bytes


def find_last_number(connection: Connection) -> int:
    """The number of the report received last; 0 in an empty store."""
    return connection.scalar(select(func.max(reports.c.number))) or 0


def find_latest_day(connection: Connection) -> int | None:
    """The number of the latest day a report was published."""
    latest: int | None = connection.scalar(select(func.max(reports.c.day)))
    return latest


def find_epoch(connection: Connection) -> str:
    """What is another value once reports have changed their story."""
    return get_about(connection, EPOCH) or "0"


def start_epoch(connection: Connection) -> None:
    """Note that reports have changed their story."""
    put_about(connection, EPOCH, str(int(find_epoch(connection)) + 1))


def list_members_added(connection: Connection, after: int) -> Iterator[Member]:
    """The reports received after the one of that number."""
    return read_members(connection, select_members().where(reports.c.number > after))


def list_members_between(connection: Connection, first: int, last: int) -> Iterator[Member]:
    """The reports of the days ``first`` to ``last``."""
    return read_members(connection, select_members().where(reports.c.day >= first, reports.c.day <= last))


def list_members_undated(connection: Connection, *, limit: int) -> Iterator[Member]:
    """The latest ``limit`` reports of no known day."""
    latest = select(reports.c.number).where(reports.c.day.is_(None)).order_by(reports.c.number.desc()).limit(limit)
    return read_members(connection, select_members().where(reports.c.number.in_(latest)))


def select_members() -> Select[Any]:
    """All reports in the order received."""
    joined = reports.join(readings, reports.c.number == readings.c.number)
    columns = (reports.c.number, reports.c.family, reports.c.decided, reports.c.day, readings.c.terms)
    return select(*columns).select_from(joined).order_by(reports.c.number)


def read_members(connection: Connection, wanted: Select[Any]) -> Iterator[Member]:
    """Rows as records."""
    return (Member(*row) for row in connection.execute(wanted))
