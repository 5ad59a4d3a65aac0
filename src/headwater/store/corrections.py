"""What readers set right. A correction is never deleted: it is undone, with the time."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Connection, Row, select, update

from headwater.store.rows import CorrectionRow
from headwater.store.schema import corrections


def add_correction(
    connection: Connection, kind: str, target: object, *, value: object, author: str, made: str
) -> CorrectionRow:
    """Keep a correction."""
    row = {"kind": kind, "target": json.dumps(target), "value": json.dumps(value), "author": author, "made": made}
    id = connection.execute(corrections.insert().values(row).returning(corrections.c.id)).scalar_one()
    return CorrectionRow(id, kind, target, value, author, made, None)


def undo_correction(connection: Connection, id: int, *, at: str) -> None:
    """Let a correction no longer hold."""
    connection.execute(update(corrections).where(corrections.c.id == id).values(undone=at))


def get_correction(connection: Connection, id: int) -> CorrectionRow | None:
    """One correction."""
    row = connection.execute(select(corrections).where(corrections.c.id == id)).first()
    return None if row is None else read_row(row)


def list_corrections(connection: Connection, *, undone: bool = True) -> list[CorrectionRow]:
    """All corrections in the order made; without those that no longer hold where ``undone`` is false."""
    wanted = select(corrections).order_by(corrections.c.id)
    if not undone:
        wanted = wanted.where(corrections.c.undone.is_(None))
    return [read_row(row) for row in connection.execute(wanted)]


def read_row(row: Row[Any]) -> CorrectionRow:
    """A row as a record."""
    target, value = json.loads(row.target), json.loads(row.value)
    return CorrectionRow(row.id, row.kind, target, value, row.author, row.made, row.undone)
