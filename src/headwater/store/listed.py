"""The addresses that followed feeds list: those waiting to be fetched, and those done with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, Row, func, or_, select

from headwater.store.rows import ListedRow
from headwater.store.schema import listed
from headwater.store.texts import make_storable, optional


def put_listed(connection: Connection, rows: Iterable[ListedRow], *, room: int) -> tuple[int, int]:
    """Let addresses wait that are new, or whose entry has another stamp than before, ``room`` of them at most.

    Returns how many wait now that did not before, and how many found no room (they are taken when listed again).
    """
    taken = left = 0
    for row in rows:
        known = connection.scalar(select(listed.c.stamp).where(listed.c.address == make_storable(row.address)))
        if known == row.stamp:
            continue
        if taken >= room:
            left += 1
            continue
        replace_listed(connection, row)
        taken += 1
    return taken, left


def replace_listed(connection: Connection, row: ListedRow) -> None:
    """Keep an address; one that is there is replaced."""
    values = {name: make_storable(value) if isinstance(value, str) else value for name, value in asdict(row).items()}
    connection.execute(listed.delete().where(listed.c.address == values["address"]))
    connection.execute(listed.insert().values(values))


def list_waiting(connection: Connection, *, now: str, limit: int) -> list[ListedRow]:
    """Addresses to be fetched now, the one listed first in front; ``now`` is a time as rows have it."""
    due = or_(listed.c.next_try.is_(None), listed.c.next_try <= now)
    wanted = select(listed).where(listed.c.state == "waiting", due).order_by(listed.c.listed, listed.c.address)
    return [read_row(row) for row in connection.execute(wanted.limit(limit))]


def count_waiting(connection: Connection, *, feed: str | None = None) -> int:
    """How many addresses wait, due or not."""
    wanted = select(func.count()).select_from(listed).where(listed.c.state == "waiting")
    if feed is not None:
        wanted = wanted.where(listed.c.feed == make_storable(feed))
    return connection.scalar(wanted) or 0


def close_listed(connection: Connection, address: str, *, error: str | None = None) -> None:
    """Be done with an address: fetched, or given up with an error."""
    state = "done" if error is None else "failed"
    values = {"state": state, "error": optional(error), "next_try": None, "brought": None}
    connection.execute(listed.update().where(listed.c.address == make_storable(address)).values(**values))


def put_off(connection: Connection, address: str, *, until: str, error: str) -> None:
    """Try an address again later."""
    values = {"tries": listed.c.tries + 1, "next_try": until, "error": make_storable(error)}
    connection.execute(listed.update().where(listed.c.address == make_storable(address)).values(**values))


def read_row(row: Row[Any]) -> ListedRow:
    """A row as a record."""
    return ListedRow(**row._mapping)
