"""A desk over the example, and over reports whose every field is an attack."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hostile import add_evil_rows, list_evil, now
from starlette.testclient import TestClient

from headwater.desk.intake import add_reports
from headwater.desk.refresh import refresh_stories
from headwater.store import Store, open_store
from headwater.web.app import make_app
from headwater.web.gate import Gate
from headwater.web.place import Place
from headwater.web.work import Work


@pytest.fixture(scope="session")
def filled(strait_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hostile") / "desk.db"
    shutil.copy(strait_file, path)
    with open_store(path) as store:
        list(add_reports(store, list_evil(), jobs=1, now=now))
        refresh_stories(store, now=now)
        add_evil_rows(store)
    return path


@pytest.fixture
def store(filled: Path, tmp_path: Path) -> Iterator[Store]:
    shutil.copy(filled, tmp_path / "desk.db")
    with open_store(tmp_path / "desk.db") as store:
        yield store


@pytest.fixture
def place(store: Store) -> Place:
    return Place(store, now, Gate(), Work(store, now))


@pytest.fixture
def client(place: Place) -> Iterator[TestClient]:
    with TestClient(make_app(place), base_url=place.gate.address) as client:
        yield client
