"""How fast a large store answers: ``python benchmarks/desk_load.py STORE [--readers 20] [--seconds 20]``.

STORE comes from ``benchmarks/generated.py``. Readers ask for the list of stories, a story with its dossier, and searches,
each in its own thread with a pause like a person's, while one process adds reports as ``headwater add`` does. Prints the
median and the 95th percentile of each kind, first with nobody else, then with all; and the same of an empty store.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread

from sqlalchemy import Connection

from generated import COMMON, Maker
from headwater.desk.grouping import Grouping
from headwater.desk.intake import Read, keep
from headwater.link.terms import find_terms
from headwater.model.report import Report
from headwater.store import Store, open_store
from headwater.store.arrivals import Found
from headwater.store.records import Analysis
from headwater.store.search import search
from headwater.store.stories import get_dossier, get_story, list_stories

Times = dict[str, list[float]]
PAUSE = 0.4
"""Seconds between two questions of a reader, on average."""
GROWING = 0.25
"""Seconds between two reports added."""


def make_questions(store: Store, seed: int) -> dict[str, Callable[[Connection], object]]:
    """What readers ask, each time of something else."""
    dice, maker = random.Random(seed), Maker(1)
    with store.connect() as connection:
        ids = [row.id for row in list_stories(connection, limit=500)]
    questions: dict[str, Callable[[Connection], object]] = {
        "list": lambda c: list_stories(c, after=dice.choice(ids) if ids and dice.random() < 0.5 else None),
        "search": lambda c: search(
            c, " ".join(dice.sample([*COMMON[25:], dice.choice(maker.rare)], k=dice.choice([1, 2])))
        ),
    }
    if ids:
        questions["story"] = lambda c: (get_story(c, id := dice.choice(ids)), get_dossier(c, id))
    return questions


def ask(store: Store, times: Times, *, seed: int, ends: float, pause: float) -> None:
    """One reader."""
    dice, questions = random.Random(seed), make_questions(store, seed)
    while time.monotonic() < ends:
        kind = dice.choice(sorted(questions))
        began = time.perf_counter()
        with store.connect() as connection:
            questions[kind](connection)
        times[kind].append(time.perf_counter() - began)
        time.sleep(dice.uniform(0, 2 * pause))


def measure(store: Store, *, readers: int, seconds: float, pause: float = PAUSE) -> Times:
    """Times of all readers, by kind of question."""
    times: Times = defaultdict(list)
    ends = time.monotonic() + seconds
    threads = [
        Thread(target=ask, args=(store, times), kwargs={"seed": n, "ends": ends, "pause": pause})
        for n in range(readers)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return times


def add_on(where: str, seconds: float) -> None:
    """What the adding process does: keep a report of today now and then."""
    maker, grouping, ends = Maker(7), Grouping(), time.monotonic() + seconds
    with open_store(where) as store:
        number = 0
        while time.monotonic() < ends:
            number += 1
            at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
            report = Report(f"load-{at}", f"{maker.words(420)}", title=maker.words(9))
            found = Found(report.title, "Gazette", "2030-12-01", "stated", 741250, "en", "load.example")
            read = Read(report, found, find_terms(report), Analysis("reading@0", b"", b""))
            with store.begin() as connection:
                keep(connection, read, grouping=grouping, at=at, feed=None)
            time.sleep(GROWING)
    print(f"added meanwhile: {number} reports ({grouping.taken} of the store taken up for it)")


def tell(name: str, times: Times) -> None:
    for kind in sorted(times):
        found = sorted(times[kind])
        middle, high = found[len(found) // 2], found[int(len(found) * 0.95)]
        print(f"{name:34} {kind:7} {len(found):6} answers  median {1000 * middle:7.1f} ms  p95 {1000 * high:7.1f} ms")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("store")
    parser.add_argument("--readers", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=20)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "empty.db") as empty:
        tell("empty store, one reader", measure(empty, readers=1, seconds=3, pause=0.01))
    with open_store(given.store) as store:
        tell("large store, one reader", measure(store, readers=1, seconds=5, pause=0.01))
        adding = multiprocessing.get_context("spawn").Process(target=add_on, args=(given.store, given.seconds))
        adding.start()
        tell(
            f"large store, {given.readers} readers, adding",
            measure(store, readers=given.readers, seconds=given.seconds),
        )
        adding.join()


if __name__ == "__main__":
    main()
