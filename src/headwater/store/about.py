"""What a store says of itself: short facts under keys."""

from __future__ import annotations

from sqlalchemy import Connection, select

from headwater.store.schema import about


def get_about(connection: Connection, key: str) -> str | None:
    """One fact."""
    return connection.scalar(select(about.c.value).where(about.c.key == key))


def put_about(connection: Connection, key: str, value: str) -> None:
    """Keep a fact in place of the one before."""
    connection.execute(about.delete().where(about.c.key == key))
    connection.execute(about.insert().values(key=key, value=value))
