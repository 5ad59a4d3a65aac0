"""Feeds that are followed, and their health."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, Row, or_, select

from headwater.store.rows import FeedRow
from headwater.store.schema import feeds
from headwater.store.texts import make_storable


def put_feed(connection: Connection, feed: FeedRow) -> None:
    """Keep a feed; one with the same address is replaced."""
    row = {name: make_storable(value) if isinstance(value, str) else value for name, value in asdict(feed).items()}
    connection.execute(feeds.delete().where(feeds.c.url == row["url"]))
    connection.execute(feeds.insert().values(row | {"paused": int(feed.paused)}))


def drop_feed(connection: Connection, url: str) -> bool:
    """Follow a feed no longer; whether it was followed. Its reports stay."""
    return connection.execute(feeds.delete().where(feeds.c.url == url)).rowcount > 0


def get_feed(connection: Connection, url: str) -> FeedRow | None:
    """One feed."""
    row = connection.execute(select(feeds).where(feeds.c.url == url)).first()
    return None if row is None else read_row(row)


def list_feeds(connection: Connection) -> list[FeedRow]:
    """All feeds, in the order of their addresses."""
    return [read_row(row) for row in connection.execute(select(feeds).order_by(feeds.c.url))]


def list_due_feeds(connection: Connection, *, now: str) -> list[FeedRow]:
    """The feeds whose turn has come, the one that waited longest first; ``now`` is a time as rows have it."""
    due = or_(feeds.c.next_try.is_(None), feeds.c.next_try <= now)
    wanted = select(feeds).where(due, feeds.c.paused == 0)
    return [
        read_row(row)
        for row in connection.execute(wanted.order_by(feeds.c.next_try.is_not(None), feeds.c.next_try, feeds.c.url))
    ]


def read_row(row: Row[Any]) -> FeedRow:
    """A row as a record."""
    return FeedRow(**{**row._mapping, "paused": bool(row.paused)})
