"""Which store a command works on, and the moment it works at."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from platformdirs import user_data_path

from headwater.errors import StoreError
from headwater.store import Store, open_store

FILE = "headwater.db"


def find_default() -> str:
    """The store of a user who names none: a file in the platform's data folder."""
    return str(user_data_path("headwater", appauthor=False) / FILE)


def open_named(where: str | None, *, readonly: bool = False) -> Store:
    """The store of ``--store``, else the user's own; makes the folder of the latter."""
    if where is None:
        where = find_default()
        make_folder(Path(where).parent)
    return open_store(where, readonly=readonly)


def open_known(where: str | None) -> Store:
    """As :func:`open_named`, for commands that work on what is there: a misspelt ``--store`` makes no new store."""
    if where is not None and "://" not in where and not Path(where).exists():
        raise StoreError(f"{where} is not there; make it with: headwater add PATH… --store {where}")
    return open_named(where)


def make_folder(folder: Path) -> None:
    """Make the folder of the user's own store."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"{folder} cannot be made ({error.strerror}); name a store with --store FILE") from error


def read_clock() -> datetime:
    """The moment now: commands over a store read the clock here and nowhere else."""
    return datetime.now(UTC)
