"""When each reader last looked at each story."""

from __future__ import annotations

from sqlalchemy import Connection, select

from headwater.store.about import get_about, put_about
from headwater.store.schema import looks

COUNTED = "looks"
"""Key of the number of looks so far: by it one knows that somebody looked."""


def put_look(connection: Connection, reader: str, story: str, *, seen: str) -> None:
    """Note that a reader has seen a story as it was at ``seen``, the ``updated`` of its row."""
    same = (looks.c.reader == reader) & (looks.c.story == story)
    known = connection.scalar(select(looks.c.seen).where(same))
    if known is not None and known >= seen:
        return
    connection.execute(looks.delete().where(same))
    connection.execute(looks.insert().values(reader=reader, story=story, seen=seen))
    put_about(connection, COUNTED, str(1 + int(get_about(connection, COUNTED) or 0)))


def get_look(connection: Connection, reader: str, story: str) -> str | None:
    """When a reader last looked at a story; None where never."""
    return connection.scalar(select(looks.c.seen).where(looks.c.reader == reader, looks.c.story == story))
