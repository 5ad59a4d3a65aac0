"""A disk that is really full: a small file system under an SQLite file, and under a tablespace of PostgreSQL."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from made_up import keep
from postgres_server import choose_user
from small_disk import NO_FULL_DISK, NoDisk, SmallDisk, mount_disk
from sqlalchemy import create_engine, text

from headwater.errors import StoreError
from headwater.model.report import Report
from headwater.store import Store, open_store
from headwater.store.reports import count_reports, get_report

SIZES = {"sqlite": 2, "postgresql": 14}
"""Megabytes: room for the tables, and a few reports."""
FULL = "the disk is full; make room and run the same command again: what was added is kept"


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.xdist_group("postgresql"))])
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def disk(kind: str) -> Iterator[SmallDisk]:
    try:
        with mount_disk(SIZES[kind]) as small:
            yield small
    except NoDisk as reason:
        pytest.skip(f"{NO_FULL_DISK}: {reason}")


@pytest.fixture
def on_disk(kind: str, disk: SmallDisk, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a store on the small disk."""
    if kind == "sqlite":
        yield str(disk.folder / "desk.db")
        return
    with make_database(request.getfixturevalue("postgres_server"), disk) as address:
        yield address


@contextmanager
def make_database(server: str, disk: SmallDisk) -> Iterator[str]:
    """A database whose tables lie on the disk; the server's log does not."""
    place, (_, user) = disk.folder / "tables", choose_user()
    place.mkdir()
    if user is not None:
        os.chown(place, user.pw_uid, user.pw_gid)
    engine = create_engine(server.replace("postgresql:", "postgresql+psycopg:"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE TABLESPACE small LOCATION '{place}'"))
        connection.execute(text("CREATE DATABASE small TABLESPACE small"))
        try:
            yield server.replace("/postgres?", "/small?")
        finally:
            connection.execute(text("DROP DATABASE small WITH (FORCE)"))
            connection.execute(text("DROP TABLESPACE small"))
    engine.dispose()


def add_until_full(store: Store) -> list[str]:
    """Add reports that no database can squeeze until there is no room; the ids of those acknowledged."""
    kept = list[str]()
    with pytest.raises(StoreError, match=FULL):
        add_all(store, kept)
    return kept


def add_all(store: Store, kept: list[str]) -> None:
    dice = random.Random(1)
    for number in range(1000):
        with store.begin() as connection:
            id = keep(connection, Report(f"r{number}", f"{dice.randbytes(30_000).hex()} {number}"))
        kept.append(id)


def test_what_was_acknowledged_stays_and_adding_goes_on_when_there_is_room(disk: SmallDisk, on_disk: str) -> None:
    with open_store(on_disk) as store:
        kept = add_until_full(store)
        assert kept
        with store.connect() as connection:
            assert count_reports(connection) == len(kept)
    disk.grow(60)
    with open_store(on_disk) as store:
        with store.begin() as connection:
            assert keep(connection, Report("after", "room again"))
        with store.connect() as connection:
            assert [get_report(connection, id).id for id in kept] == kept
            if store.engine.dialect.name == "sqlite":
                assert connection.scalar(text("PRAGMA integrity_check")) == "ok"
