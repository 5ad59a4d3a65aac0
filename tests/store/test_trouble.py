"""Full disks, files that may not be written, and two writers at once."""

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

import pytest
from made_up import keep
from postgres_server import make_empty
from sqlalchemy import text

from headwater.errors import StoreError
from headwater.model.report import Report
from headwater.store import Store, engines, open_store
from headwater.store.reports import count_reports, list_reports

NOBODY = 65534


def test_a_full_disk_is_told_and_what_was_kept_stays(store: Store, tmp_path: Path) -> None:
    with store.connect() as connection:
        room = connection.scalar(text("PRAGMA page_count")) + 40
    kept: list[str] = []
    with pytest.raises(StoreError, match="the disk is full; make room and run the same command again"):
        fill_up(store, room, kept=kept)
    assert kept
    store.close()
    with open_store(tmp_path / "desk.db") as again, again.begin() as connection:
        assert connection.scalar(text("PRAGMA integrity_check")) == "ok"
        assert count_reports(connection) == len(kept)
        keep(connection, Report("after", "room again"))
        assert count_reports(connection) == len(kept) + 1


def fill_up(store: Store, room: int, *, kept: list[str]) -> None:
    """Add reports to a store that may have no more than ``room`` pages; those acknowledged are ``kept``."""
    for n in range(1000):
        with store.begin() as connection:
            connection.execute(text(f"PRAGMA max_page_count = {room}"))
            id = keep(connection, Report(f"r{n}", f"x{n} " * 2000))
        kept.append(id)


@contextmanager
def as_nobody() -> Iterator[None]:
    """Root may write anything; be somebody else for a while."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def readonly_file() -> Iterator[Path]:
    """A store of one report in a file and folder that others may only read."""
    folder = Path(mkdtemp(dir="/tmp"))
    with open_store(folder / "desk.db") as store, store.begin() as connection:
        keep(connection, Report("a", "x"))
    (folder / "desk.db").chmod(0o444)
    folder.chmod(0o555)
    yield folder / "desk.db"
    folder.chmod(0o755)
    shutil.rmtree(folder)


def test_a_file_that_may_only_be_read_is_read(readonly_file: Path) -> None:
    with as_nobody(), open_store(readonly_file, readonly=True) as store, store.connect() as connection:
        assert count_reports(connection) == 1


def test_writing_to_a_file_that_may_only_be_read_is_told(readonly_file: Path) -> None:
    message = "may not be written to; change its permissions or name another with --store"
    with as_nobody(), pytest.raises(StoreError, match=message), open_store(readonly_file) as store:
        write_something(store)


@pytest.fixture
def server(postgres_server: str) -> str:
    """A PostgreSQL store of one report, and a user who may only read it."""
    with open_store(make_empty(postgres_server)) as store, store.begin() as connection:
        keep(connection, Report("a", "x"))
        connection.execute(text("DROP ROLE IF EXISTS guest"))
        connection.execute(text("CREATE ROLE guest LOGIN"))
        connection.execute(text("GRANT USAGE ON SCHEMA public TO guest"))
        connection.execute(text("GRANT SELECT ON ALL TABLES IN SCHEMA public TO guest"))
    return postgres_server


TROUBLES = {
    "a user who may only read": ("desk@", "guest@", "may not be written to; have this user granted more"),
    "a server that is only read": (
        "?",
        "?options=-c%20default_transaction_read_only%3Don&",
        "may not be written to; change its",
    ),
    "a user nobody knows": ("desk@", "nobody@", "the database knows no such user"),
    "a database that is not there": ("/postgres?", "/gone?", "the server has no such database"),
    "a server that is not there": ("host=/tmp/", "host=/tmp/gone/", "the database cannot be reached"),
}


def read_and_write(where: str) -> None:
    with open_store(where) as store:
        with store.connect() as connection:
            assert count_reports(connection) == 1
        with store.begin() as connection:
            keep(connection, Report("b", "y"))


@pytest.mark.xdist_group("postgresql")
@pytest.mark.parametrize("trouble", TROUBLES)
def test_what_a_server_refuses_is_told_in_a_line(server: str, trouble: str) -> None:
    old, new, told = TROUBLES[trouble]
    with pytest.raises(StoreError) as caught:
        read_and_write(server.replace(old, new, 1))
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)


def test_writers_wait_for_each_other(any_store: Store) -> None:
    def write(name: str) -> None:
        for n in range(10):
            with any_store.begin() as connection:
                keep(connection, Report(f"{name}{n}", f"{name}{n} x"))

    threads = [threading.Thread(target=write, args=(name,)) for name in "abc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with any_store.connect() as connection:
        assert {row.id for row in list_reports(connection, limit=None)} == {f"{a}{n}" for a in "abc" for n in range(10)}


def test_two_writers_of_one_report_keep_it_once(any_store: Store) -> None:
    report = Report("same", "x y", url="https://a.example/same")

    def write() -> None:
        with any_store.begin() as connection:
            keep(connection, report)

    threads = [threading.Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with any_store.connect() as connection:
        assert count_reports(connection) == 1


def test_a_writer_that_waited_too_long_is_told(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "WAIT_SECONDS", 1)
    message = "another program has been writing to it all the while; try again"
    with (
        open_store(where) as first,
        open_store(where) as second,
        first.begin(),
        pytest.raises(StoreError, match=message),
    ):
        write_something(second)


def write_something(store: Store) -> None:
    with store.begin() as connection:
        connection.execute(text("DELETE FROM about"))


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    with open_store(path) as store, store.begin() as connection:
        for n in range(50):
            keep(connection, Report(f"r{n}", f"x{n} " * 500))
    data = bytearray(path.read_bytes())
    data[4096 * 3 : 4096 * 60] = os.urandom(4096 * 57)
    path.write_bytes(data)
    with pytest.raises(StoreError, match=r"the file is damaged|is no Headwater store"), open_store(path) as store:
        read_everything(store)


def read_everything(store: Store) -> None:
    with store.connect() as connection:
        for table in ("reports", "texts", "readings", "stories"):
            connection.execute(text(f"SELECT * FROM {table}")).all()
