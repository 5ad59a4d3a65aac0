"""Nothing acknowledged is lost: ``python benchmarks/crash.py [--kills 200] [--store PATH|URL] [--command]``.

Adds invented reports to one store again and again, and kills the process that does it (SIGKILL) at a random moment of each
run: now while it starts, else some reports further than the run before, so that the kills fall over the whole of the ingest.
After every kill the store is checked: what was acknowledged is there, whole, and the database finds no fault in itself. In
the end everything is added once more without a kill, and again: the second time nothing may change.

Reports are read once, before; each run puts them into the store as ``headwater add`` does. ``--command`` runs that
command itself, which takes longer, for it reads the reports each time. On a PostgreSQL server made for it:
``python tests/postgres_server.py python benchmarks/crash.py --store {}``.
"""

from __future__ import annotations

import argparse
import json
import pickle
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import text

from headwater.desk.grouping import Grouping
from headwater.desk.intake import Read, keep, look_beside, read_one
from headwater.desk.refresh import refresh_stories
from headwater.model.report import Report
from headwater.read import read_paths
from headwater.settings import Settings
from headwater.store import Store, open_store
from headwater.store.records import get_readings, get_record
from headwater.store.reports import count_reports, get_report, list_reports
from headwater.store.stories import list_stale

EXAMPLE = Path(__file__).parent.parent / "examples" / "strait"
APART = 100
"""Days between two rounds of copies."""
START = 0.1
"""Share of the kills that fall while a process starts."""
START_SECONDS = 1.5
"""How long that takes at most."""
LONGEST = 0.25
"""Seconds a process may live after the acknowledgement it is waited for: the time to keep some reports, or to tell a story."""
FRESH = ("new", "added")
"""How lines begin that acknowledge a report which was not there before."""


def make_reports(copies: int) -> list[Report]:
    """The example's reports again and again, each with other words, numbers and days."""
    found = [report for report in read_paths([EXAMPLE], settings=Settings().reading) if isinstance(report, Report)]
    return [
        replace(
            report, id=f"{n}-{report.id}", text=f"{report.text}\n\nEdition {n} of the paper.\n", path=None, url=None
        )
        for n in range(copies)
        for report in found
    ]


def read_all(reports: list[Report]) -> list[Read]:
    """Everything found in the reports; what is found in an example stands for its copies, which only end otherwise."""
    known: dict[str, Read] = {}
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "x.db") as store, store.connect() as c:
        for report in reports:
            name = report.id.split("-", 1)[1]
            if name not in known:
                known[name] = read_whole(read_one(look_beside(c, report)))
    return [put_later(known[report.id.split("-", 1)[1]], report) for report in reports]


def put_later(read: Read, report: Report) -> Read:
    """What was found in a text as found in its copy, so much later that each round of copies is a story of its own."""
    later = APART * int(report.id.split("-", 1)[0])
    day = None if read.found.day is None else read.found.day + later
    return replace(read, report=report, found=replace(read.found, day=day))


def read_whole(read: object) -> Read:
    """What was found, which nothing of the example may prevent."""
    assert isinstance(read, Read), read
    return read


def add_read(where: str, path: str) -> None:
    """What a process that is going to be killed does: keep, acknowledge, now and then tell the stories anew."""
    now, grouping = (lambda: datetime.now(UTC)), Grouping()
    with open_store(where) as store:
        for number, read in enumerate(pickle.loads(Path(path).read_bytes())):
            with store.begin() as connection:
                added = keep(connection, read, grouping=grouping, at=now().strftime("%Y-%m-%dT%H:%M:%S.%fZ"), feed=None)
            print(f"{added.what} {added.id}", flush=True)
            if number % 8 == 7:
                refresh_stories(store, now=now)
        refresh_stories(store, now=now)


def start(where: str, path: str, *, command: bool) -> subprocess.Popen[str]:
    """A process that adds reports and prints what it has added."""
    own = [sys.executable, __file__, "--add", path, "--store", where]
    whole = [sys.executable, "-m", "headwater", "add", path, "--store", where, "--verbose", "--jobs", "1"]
    return subprocess.Popen(whole if command else own, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def kill_once(where: str, path: str, *, command: bool, dice: random.Random, further: int) -> set[str]:
    """Start a process, kill it after about ``further`` more reports, and return the ids of what it acknowledged before."""
    early = dice.random() < START
    wanted = 0 if early else dice.randint(1, max(1, 2 * further))
    with start(where, path, command=command) as process:
        assert process.stdout is not None
        lines = []
        while wanted and (line := process.stdout.readline()):
            lines.append(line)
            wanted -= line.startswith(FRESH)
        time.sleep(dice.uniform(0, START_SECONDS if early else LONGEST))
        process.send_signal(signal.SIGKILL)
        lines += process.stdout.readlines()
    return {name_acknowledged(line) for line in lines if line.endswith("\n")} - {""}


def name_acknowledged(line: str) -> str:
    """The id in a line of either process."""
    if ": " in line:
        return line.split(": ", 1)[1].split(" (story")[0].strip()
    return line.split(" ", 1)[1].strip()


def check(store: Store, acknowledged: set[str]) -> list[str]:
    """What is wrong with a store."""
    with store.connect() as connection:
        there = {row.id for row in list_reports(connection, limit=None)}
        wrong = [f"lost: {id}" for id in sorted(acknowledged - there)]
        for id in there:
            if not get_report(connection, id).text or get_record(connection, id)["id"] != id:
                wrong.append(f"not whole: {id}")
        if len(get_readings(connection, there)) != len(there):
            wrong.append("readings are missing")
        if connection.dialect.name == "sqlite":
            answer = connection.scalar(text("PRAGMA integrity_check"))
            wrong += [] if answer == "ok" else [f"integrity: {answer}"]
    return wrong + list(check_search(store))


def check_search(store: Store) -> Iterator[str]:
    """What is wrong with the index of words; raises where the index finds fault in itself."""
    if store.engine.dialect.name == "sqlite":
        with store.begin() as connection:
            for index in ("texts_search", "findings_search"):
                connection.execute(text(f"INSERT INTO {index}({index}, rank) VALUES ('integrity-check', 1)"))
    else:
        with store.connect() as connection:
            if connection.scalar(text("SELECT count(*) FROM texts WHERE words IS NULL")):
                yield "reports are not searched"


def finish(where: str, path: str, *, command: bool) -> list[str]:
    """Add everything undisturbed, twice; the lines of the second time."""
    for _ in range(2):
        with start(where, path, command=command) as process:
            out, err = process.communicate()
            if process.returncode:
                raise SystemExit(err)
    return out.splitlines()


def run(where: str, kills: int, *, copies: int, command: bool, seed: int) -> int:
    """The whole; the number of things that went wrong."""
    dice, reports = random.Random(seed), make_reports(copies)
    acknowledged: set[str] = set()
    wrong: list[str] = []
    reached: list[int] = []
    with tempfile.TemporaryDirectory() as folder:
        path = write_input(Path(folder), reports, command=command)
        for left in range(kills, 0, -1):
            further = (len(reports) - len(acknowledged)) // left
            acknowledged |= kill_once(where, path, command=command, dice=dice, further=further)
            reached.append(len(acknowledged))
            with open_store(where) as store:
                wrong += check(store, acknowledged)
        last = finish(where, path, command=command)
    with open_store(where) as store, store.connect() as connection:
        wrong += check(store, {report.id for report in reports})
        if count_reports(connection) != len(reports) or list_stale(connection):
            wrong.append(f"{count_reports(connection)} reports of {len(reports)}; stale: {list_stale(connection)}")
    wrong += [
        f"changed when added again: {line}" for line in last if not line.startswith(("unchanged", "already", "0 "))
    ]
    quarters = ", ".join(str(reached[len(reached) * n // 4 - 1]) for n in (1, 2, 3, 4) if len(reached) >= 4)
    print(f"{kills} kills; of {len(reports)} reports acknowledged after each quarter of them: {quarters}")
    print(f"{reached[-1]} acknowledged before the last run; faults: {len(wrong)}")
    for line in wrong[:20]:
        print(line)
    return len(wrong)


def write_input(folder: Path, reports: list[Report], *, command: bool) -> str:
    """The file that a process adds."""
    if command:
        path = folder / "reports.jsonl"
        path.write_text("".join(json.dumps({"id": r.id, "text": r.text}) + "\n" for r in reports), "utf-8")
    else:
        path = folder / "reports.pickle"
        path.write_bytes(pickle.dumps(read_all(reports)))
    return str(path)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--copies", type=int, default=100, help="times the eight reports of the example are added")
    parser.add_argument("--store", help="PATH or URL of a store that is not there yet; a temporary file if not given")
    parser.add_argument("--command", action="store_true", help="run `headwater add` itself")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--add", metavar="FILE", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.add:
        add_read(given.store, given.add)
        return
    with tempfile.TemporaryDirectory() as folder:
        where = given.store or str(Path(folder) / "desk.db")
        sys.exit(1 if run(where, given.kills, copies=given.copies, command=given.command, seed=given.seed) else 0)


if __name__ == "__main__":
    main()
