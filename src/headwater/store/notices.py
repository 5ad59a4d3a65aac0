"""Notices: what rules found, each once."""

from __future__ import annotations

from sqlalchemy import Connection, select, update

from headwater.store.rows import NoticeRow
from headwater.store.schema import notices
from headwater.store.texts import make_storable, optional


def add_notice(
    connection: Connection, watch: int, story: str, *, finding: str, line: str, made: str
) -> NoticeRow | None:
    """Keep a notice; None where the rule has told of that finding before."""
    same = (notices.c.watch == watch) & (notices.c.story == story) & (notices.c.finding == finding)
    if connection.scalar(select(notices.c.id).where(same)) is not None:
        return None
    row = {"watch": watch, "story": story, "finding": finding, "line": make_storable(line), "made": made}
    id = connection.execute(notices.insert().values(row).returning(notices.c.id)).scalar_one()
    return NoticeRow(id, watch, story, finding, row["line"], made, None, None)  # type: ignore[arg-type]


def list_notices(
    connection: Connection, *, watch: int | None = None, waiting: bool = False, limit: int | None = 100
) -> list[NoticeRow]:
    """Notices, the latest first; ``waiting``: only those not delivered yet, the oldest first."""
    order = notices.c.id if waiting else notices.c.id.desc()
    wanted = select(notices).order_by(order).limit(limit)
    if watch is not None:
        wanted = wanted.where(notices.c.watch == watch)
    if waiting:
        wanted = wanted.where(notices.c.delivered.is_(None))
    return [NoticeRow(*row) for row in connection.execute(wanted)]


def mark_delivered(connection: Connection, id: int, *, at: str) -> None:
    """Note that a reader was told."""
    connection.execute(update(notices).where(notices.c.id == id).values(delivered=at, error=None))


def mark_failed(connection: Connection, id: int, error: str) -> None:
    """Note why a reader could not be told; the notice goes on waiting."""
    connection.execute(update(notices).where(notices.c.id == id).values(error=optional(error)))
