from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from postgres_server import make_empty
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from headwater.errors import StoreError
from headwater.store import Store, open_store
from headwater.store.engines import WRITE, make_engine
from headwater.store.faults import tell_fault
from headwater.store.schema import metadata
from headwater.store.upgrade import HEAD, SCRIPTS


def test_the_scripts_make_the_tables_that_the_code_expects(any_store: Store) -> None:
    with any_store.begin() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": is_ours})
        assert compare_metadata(context, metadata) == []
    assert ScriptDirectory(str(SCRIPTS)).get_current_head() == HEAD


def is_ours(thing: object, name: str, kind: str, *rest: object) -> bool:
    """All but what Alembic cannot compare: search indexes, PostgreSQL's column of words, and an index that runs downwards."""
    return "_search" not in str(name) and name not in ("words", "people_by_reports")


def test_opening_again_changes_nothing(where: str) -> None:
    for _ in range(2):
        with open_store(where) as store, store.connect() as connection:
            assert connection.scalar(text("SELECT version_num FROM alembic_version")) == HEAD


def test_a_store_of_a_newer_version_is_refused_with_the_way_out(where: str) -> None:
    with open_store(where) as store, store.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        connection.execute(text("UPDATE about SET value = '7.1' WHERE key = 'headwater'"))
    with pytest.raises(StoreError, match=r"made by a newer Headwater \(7\.1\); upgrade with: pip install"):
        open_store(where)


def test_another_programs_database_is_left_alone(where: str) -> None:
    engine = make_engine(where, readonly=False)
    with engine.execution_options(**{WRITE: True}).begin() as connection:
        connection.execute(text("CREATE TABLE reports (x INTEGER)"))
    engine.dispose()
    with pytest.raises(StoreError, match="holds tables of another program"):
        open_store(where)


@pytest.mark.parametrize(
    ("where", "message"),
    [
        ("no/such/folder/desk.db", "cannot be opened; is the folder there"),
        ("mysql://somewhere/desk", "mysql is not supported; use a file or postgresql"),
        ("://", "no address of a store"),
        (".", "is a folder; name a file in it"),
    ],
)
def test_what_cannot_be_a_store_is_told(
    where: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(StoreError, match=message):
        open_store(where)


def test_a_file_that_is_no_store_is_told_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Buy bread. " * 200)
    with pytest.raises(StoreError, match="it is no Headwater store"):
        open_store(path)
    assert path.read_text() == "Buy bread. " * 200


def test_nothing_is_made_for_reading_only(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is not there; make it with: headwater add"):
        open_store(tmp_path / "desk.db", readonly=True)
    assert list(tmp_path.iterdir()) == []


def test_a_store_opened_for_reading_cannot_be_written(tmp_path: Path) -> None:
    open_store(tmp_path / "desk.db").close()
    with open_store(tmp_path / "desk.db", readonly=True) as store:
        with store.connect() as connection:
            assert connection.scalar(text("SELECT count(*) FROM reports")) == 0
        with pytest.raises(StoreError, match="may not be written to"), store.begin() as connection:
            connection.execute(text("INSERT INTO about VALUES ('a', 'b')"))


def test_a_password_is_not_shown() -> None:
    with pytest.raises(StoreError) as caught:
        open_store("postgresql://desk:secret@127.0.0.1:1/desk")
    assert "secret" not in str(caught.value)
    assert "cannot be reached" in str(caught.value)


def test_what_a_failed_transaction_wrote_is_gone(any_store: Store) -> None:
    with pytest.raises(ZeroDivisionError):
        write_and_fail(any_store)
    with any_store.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM about WHERE key = 'a'")) == 0


def write_and_fail(store: Store) -> None:
    with store.begin() as connection:
        connection.execute(text("INSERT INTO about VALUES ('a', 'b')"))
        raise ZeroDivisionError


def test_a_reader_sees_the_store_as_it_was(any_store: Store) -> None:
    with any_store.connect() as reading:
        before = reading.scalar(text("SELECT count(*) FROM about"))
        with any_store.begin() as connection:
            connection.execute(text("INSERT INTO about VALUES ('a', 'b')"))
        assert reading.scalar(text("SELECT count(*) FROM about")) == before


def test_sqlite_is_on_disk_when_a_transaction_ends(store: Store) -> None:
    with store.connect() as connection:
        assert connection.scalar(text("PRAGMA journal_mode")) == "wal"
        assert connection.scalar(text("PRAGMA synchronous")) == 2


def test_an_unknown_complaint_is_told_on_one_line() -> None:
    assert tell_fault(OperationalError("SELECT", {}, Exception("a\n  b"))) == "a b"


@pytest.mark.xdist_group("postgresql")
def test_postgresql_has_each_report_on_its_disk_whatever_the_server_is_set_to(postgres_server: str) -> None:
    with (
        open_store(make_empty(postgres_server) + "&options=-c%20synchronous_commit%3Doff") as store,
        store.begin() as connection,
    ):
        assert connection.scalar(text("SHOW synchronous_commit")) == "on"
