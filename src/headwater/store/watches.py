"""Rules that make notices."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, select

from headwater.store.rows import WatchRow
from headwater.store.schema import notices, watches


def add_watch(
    connection: Connection, rule: dict[str, Any], targets: Sequence[Any], *, created: str, author: str
) -> WatchRow:
    """Keep a rule."""
    row = {"rule": json.dumps(rule), "targets": json.dumps(list(targets)), "created": created, "author": author}
    id = connection.execute(watches.insert().values(row).returning(watches.c.id)).scalar_one()
    return WatchRow(id, rule, list(targets), created, author)


def drop_watch(connection: Connection, id: int) -> bool:
    """Take a rule and its notices away; whether it was there."""
    connection.execute(notices.delete().where(notices.c.watch == id))
    return connection.execute(watches.delete().where(watches.c.id == id)).rowcount > 0


def list_watches(connection: Connection) -> list[WatchRow]:
    """All rules, the oldest first."""
    return [read_row(row) for row in connection.execute(select(watches).order_by(watches.c.id))]


def read_row(row: Row[Any]) -> WatchRow:
    """A row as a record."""
    return WatchRow(row.id, json.loads(row.rule), json.loads(row.targets), row.created, row.author)
