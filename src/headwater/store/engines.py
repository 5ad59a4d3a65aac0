"""Connections to SQLite files and PostgreSQL, both with the same promises.

A write transaction waits for the one before it, sees what that one wrote, and is on disk when it ends. A read transaction
sees the store as it was at its first statement.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from headwater.errors import StoreError

EFFECTIVE = os.access in os.supports_effective_ids
"""Whether this system can tell what the user a program acts for may do."""
WAIT_SECONDS = 30
"""How long a writer waits for another."""
WRITE = "headwater_write"
"""Execution option of a connection whose transaction writes."""
WRITERS_TURN = 0x68656164
"""The PostgreSQL advisory lock that one writer holds at a time."""


def make_engine(where: str | Path, *, readonly: bool) -> Engine:
    """An engine for a path or a URL (``sqlite:///…``, ``postgresql://…``)."""
    url = read_url(where)
    match url.get_backend_name():
        case "sqlite":
            return make_sqlite(Path(url.database or ""), readonly=readonly)
        case "postgresql":
            return make_postgresql(url, readonly=readonly)
        case other:
            raise StoreError(f"{hide_password(where)}: {other} is not supported; use a file or postgresql://…")


def read_url(where: str | Path) -> URL:
    """The address of a store; a path is an SQLite file."""
    if "://" not in str(where):
        return URL.create("sqlite", database=str(where))
    try:
        return make_url(str(where))
    except ArgumentError as error:
        raise StoreError(f"{where} is no address of a store; give a file or postgresql://…") from error


def hide_password(where: str | Path) -> str:
    """The address as it may be shown."""
    return str(where) if "://" not in str(where) else read_url(where).render_as_string(hide_password=True)


def make_sqlite(path: Path, *, readonly: bool) -> Engine:
    """One file with a write-ahead log."""
    if not str(path).strip(".") or path.is_dir():
        raise StoreError(f"{path} is a folder; name a file in it")
    database = f"file:{quote(str(path.absolute()))}?{choose_mode(path, readonly=readonly)}"
    engine = create_engine(
        URL.create("sqlite", database=database, query={"uri": "true"}),
        connect_args={"timeout": WAIT_SECONDS, "check_same_thread": False},
        pool_size=8,
        max_overflow=32,
    )
    event.listen(engine, "connect", prepare_sqlite)
    if not readonly:
        event.listen(engine, "connect", use_write_ahead_log)
    event.listen(engine, "begin", begin_sqlite)
    return engine


def choose_mode(path: Path, *, readonly: bool) -> str:
    """How SQLite opens a file. In a folder where it can make no files beside it, nobody is taken to write either."""
    if not readonly:
        return "mode=rwc"
    beside = path.with_name(f"{path.name}-wal").exists() or os.access(path.parent, os.W_OK, effective_ids=EFFECTIVE)
    return "mode=ro" if beside else "mode=ro&immutable=1"


def prepare_sqlite(connection: Any, record: object) -> None:
    """Settings of each new connection. Transactions are begun by us: the driver would begin them too late."""
    connection.isolation_level = None
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA temp_store=MEMORY")


def use_write_ahead_log(connection: Any, record: object) -> None:
    """Readers and one writer at the same time; kept in the file, so that only the first connection ever changes it."""
    connection.execute("PRAGMA journal_mode=WAL")


def begin_sqlite(connection: Connection) -> None:
    """A writer takes its turn at once; a reader's snapshot begins with what it first reads."""
    write = connection.get_execution_options().get(WRITE)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")


def make_postgresql(url: URL, *, readonly: bool) -> Engine:
    """A PostgreSQL database through psycopg."""
    try:
        engine = create_engine(url.set(drivername="postgresql+psycopg"), pool_size=8, max_overflow=32)
    except ModuleNotFoundError as error:
        raise StoreError("PostgreSQL needs another package: pip install 'headwater[postgres]'") from error
    event.listen(engine, "begin", begin_postgresql)
    return engine


def begin_postgresql(connection: Connection) -> None:
    """As :func:`begin_sqlite`: writers one after the other, readers with a snapshot."""
    if connection.get_execution_options().get(WRITE):
        # Whatever the server's default is: what is acknowledged must be on its disk.
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{WAIT_SECONDS}s'; SET LOCAL synchronous_commit = 'on'")
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITERS_TURN})")
    else:
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
