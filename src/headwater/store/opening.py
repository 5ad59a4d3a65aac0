"""Opening a store: made if it is not there, upgraded if it is older, refused if it is newer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from sqlalchemy import Connection, Engine

from headwater.errors import StoreError
from headwater.store.engines import WRITE, hide_password, make_engine
from headwater.store.faults import told_as_store_error
from headwater.store.upgrade import upgrade


class Store:
    """An open store. Use as a context manager; connections are given out a transaction at a time."""

    def __init__(self, engine: Engine, where: str) -> None:
        self.engine = engine
        self.where = where
        """The address as it may be shown."""

    @contextmanager
    def begin(self) -> Iterator[Connection]:
        """One write transaction: all of it is kept, or nothing. Raises StoreError where it cannot be had or kept."""
        writing = self.engine.execution_options(**{WRITE: True})
        with told_as_store_error(self.where), writing.begin() as connection:
            yield connection

    @contextmanager
    def connect(self) -> Iterator[Connection]:
        """A read snapshot."""
        with told_as_store_error(self.where), self.engine.begin() as connection:
            yield connection

    def close(self) -> None:
        """Give back every connection."""
        self.engine.dispose()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_store(where: str | Path, *, readonly: bool = False) -> Store:
    """The store at a path or URL.

    Raises StoreError where it cannot be opened, or was made by a newer Headwater. ``readonly`` never makes or upgrades.
    """
    if readonly and "://" not in str(where) and not Path(where).exists():
        raise StoreError(f"{where} is not there; make it with: headwater add PATH… --store {where}")
    store = Store(make_engine(where, readonly=readonly), hide_password(where))
    try:
        upgrade(store.engine, store.where, begin=store.begin, readonly=readonly)
    except BaseException:
        store.close()
        raise
    return store
