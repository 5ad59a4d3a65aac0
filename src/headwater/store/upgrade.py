"""Bringing a store to the tables of this version: Alembic's revisions under ``migrations/``."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from importlib.metadata import version
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect

from headwater.errors import StoreError
from headwater.store.about import get_about, put_about
from headwater.store.faults import told_as_store_error
from headwater.store.rereading import put_grouped_by
from headwater.store.schema import about, metadata

SCRIPTS = Path(__file__).with_name("migrations")
HEAD = "0002"
"""The revision that has the tables of schema.py; a test holds it against the scripts."""
MAKER = "headwater"
"""Key of the version that made or upgraded a store."""
Begin = Callable[[], AbstractContextManager[Connection]]


def upgrade(engine: Engine, where: str, *, begin: Begin, readonly: bool) -> None:
    """Make or upgrade the tables in one transaction. Raises StoreError where that cannot be."""
    with told_as_store_error(where), engine.connect() as connection:
        found = find_revision(connection)
        check_revision(connection, where, found=found)
    if found == HEAD:
        return
    if readonly:
        raise StoreError(
            f"{where} was made by an older Headwater; open it once for writing: headwater news --store {where}"
        )
    with begin() as connection:
        if find_revision(connection) != HEAD:
            run_scripts(connection)


def find_revision(connection: Connection) -> str | None:
    """The revision of a store; None where it has no tables yet."""
    return MigrationContext.configure(connection).get_current_revision()


def check_revision(connection: Connection, where: str, *, found: str | None) -> None:
    """Raise StoreError for a store of a newer version, and for a database of another program."""
    known = {script.revision for script in ScriptDirectory(str(SCRIPTS)).walk_revisions()}
    if found is not None and found not in known:
        maker = read_maker(connection)
        raise StoreError(
            f"{where} was made by a newer Headwater{maker}; upgrade with: pip install --upgrade headwater, "
            "or name another store with --store"
        )
    others = set(inspect(connection).get_table_names()) if found is None else set()
    if others & set(metadata.tables):
        names = ", ".join(sorted(others)[:3])
        raise StoreError(f"{where} holds tables of another program ({names}); name another store with --store")


def read_maker(connection: Connection) -> str:
    """`` (1.2.3)``: the version that made a store, where it says so."""
    if not inspect(connection).has_table(about.name):
        return ""
    made = get_about(connection, MAKER)
    return f" ({made})" if made else ""


def run_scripts(connection: Connection) -> None:
    """All revisions that are missing, and the version that brought them."""
    is_new = find_revision(connection) is None
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    put_about(connection, MAKER, version("headwater"))
    if is_new:
        put_grouped_by(connection, f"stories@{version('headwater')}")
