"""Stores for tests of the desk, the pages and the commands, and a web site on this machine."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from local_site import Site, serve_site
from postgres_server import NoServer, make_empty, serve_postgres
from small_disk import NO_FULL_DISK
from sqlalchemy.exc import OperationalError

from headwater.desk.intake import Added, add_reports
from headwater.desk.refresh import refresh_stories
from headwater.read import read_paths
from headwater.settings import Fetching, Settings
from headwater.store import Store, open_store

ROOT = Path(__file__).parent.parent
NOW = datetime(2031, 5, 4, 10, tzinfo=UTC)
UNTESTED = "PostgreSQL was not tested"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store in a file."""
    with open_store(tmp_path / "desk.db") as opened:
        yield opened


@pytest.fixture(scope="session")
def strait_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the shipped example, made once."""
    path = tmp_path_factory.mktemp("strait") / "desk.db"
    with open_store(path) as opened:
        found = read_paths([ROOT / "examples" / "strait"], settings=Settings().reading)
        results = list(add_reports(opened, found, jobs=1, now=lambda: NOW))
        assert all(isinstance(result, Added) for result in results)
        refresh_stories(opened, now=lambda: NOW)
    return path


@pytest.fixture
def strait(strait_file: Path, tmp_path: Path) -> Iterator[Store]:
    """A store with the shipped example, one's own copy."""
    path = tmp_path / "strait.db"
    shutil.copy(strait_file, path)
    with open_store(path) as opened:
        yield opened


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a PostgreSQL server of our own."""
    try:
        with serve_postgres() as address:
            yield wait_until_ready(address)
    except NoServer as reason:
        pytest.skip(f"{UNTESTED}: {reason}")


def wait_until_ready(address: str) -> str:
    """The address, once the server takes connections."""
    for _ in range(100):
        try:
            return make_empty(address)
        except OperationalError:
            time.sleep(0.05)
    raise NoServer("the server takes no connections")


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.xdist_group("postgresql"))])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a store that is not there yet, of each kind there is."""
    if request.param == "sqlite":
        return str(tmp_path / "any.db")
    return make_empty(request.getfixturevalue("postgres_server"))


@pytest.fixture
def any_store(where: str) -> Iterator[Store]:
    """An empty store of each kind there is."""
    with open_store(where) as opened:
        yield opened


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say loudly what was not tested."""
    skipped = sorted({str(report.longrepr) for report in terminalreporter.stats.get("skipped", ())})
    for untested in (UNTESTED, NO_FULL_DISK):
        for reason in [reason for reason in skipped if untested in reason][:1]:
            told = reason.split("Skipped: ")[-1].rstrip(chr(39) + ")")
            terminalreporter.write_line(f"!!! {told} !!!", red=True, bold=True)


@pytest.fixture
def site() -> Iterator[Site]:
    """A web site on this machine whose pages the test writes."""
    yield from serve_site(Site())


@pytest.fixture
def local() -> Fetching:
    """Settings under which that site may be reached."""
    return Fetching(networks=("127.0.0.0/8",), longest_seconds=5, gap_seconds=0)
