"""How fast the pages of a desk come: ``python benchmarks/desk_pages.py STORE [--readers 20] [--seconds 15] [--adding]``.

STORE comes from ``benchmarks/generated.py``; a desk is opened over it, and one over an empty store, and readers ask both in
turns. Each reader has one connection and asks for the list, a story or a search, at random; ``--pause`` is how long a reader
looks at a page (seconds, on average), 0 asks again at once. ``--stories`` is among how many of the stories changed last
readers choose. ``--adding`` adds reports meanwhile, four a second, and tells their stories, as ``headwater add`` does; use a
copy of the store. Prints the median and the 95th percentile of each, and the processor time of the desk for a page.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import multiprocessing
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote, urlsplit

from crash import make_reports, read_all
from headwater.desk.grouping import Grouping
from headwater.desk.intake import keep
from headwater.desk.refresh import refresh_stories
from headwater.store import open_store

Times = dict[str, list[float]]
ROUNDS = 3
"""How often each desk has its turn."""
GROWING = 0.25
"""Seconds between two reports added."""
TOLD = 4
"""Reports after which stories are told."""
DAY = 741_300
"""The number of the day of the reports added: after those of the generated store."""


async def get(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, host: str, path: str) -> bytes:
    """The body of a page; raises where it is not there."""
    writer.write(f"GET {path} HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
    if not head.startswith("http/1.1 200"):
        raise RuntimeError(f"{path}: {head.splitlines()[0]}")
    length = next(line for line in head.splitlines() if line.startswith("content-length:"))
    return await reader.readexactly(int(length.partition(":")[2]))


async def read(where: str, times: Times, *, seed: int, ends: float, pause: float, stories: int) -> None:
    """One reader."""
    dice, parts = random.Random(seed), urlsplit(where)
    connection = await asyncio.open_connection(parts.hostname, parts.port)
    listed = json.loads(await get(*connection, host=parts.netloc, path=f"/stories.json?limit={stories}"))["stories"]
    words = [word for story in listed for word in story["title"].split() if len(word) > 4] or ["harbour", "pilots"]
    while time.monotonic() < ends:
        kind = dice.choice(("list", "story", "search") if listed else ("list", "search"))
        path = {
            "list": "/stories",
            "story": f"/stories/{quote(dice.choice(listed)['id'], safe='') if listed else ''}",
            "search": f"/search?q={quote(' '.join(dice.sample(words, 2)))}",
        }[kind]
        begun = time.perf_counter()
        await get(*connection, host=parts.netloc, path=path)
        times[kind].append(time.perf_counter() - begun)
        await asyncio.sleep(dice.uniform(0, 2 * pause))


async def measure(where: str, *, readers: int, seconds: float, pause: float, stories: int) -> Times:
    """All readers at once."""
    times: Times = defaultdict(list)
    ends = time.monotonic() + seconds
    tasks = (read(where, times, seed=seed, ends=ends, pause=pause, stories=stories) for seed in range(readers))
    await asyncio.gather(*tasks)
    return times


@contextmanager
def open_desk(store: str) -> Iterator[tuple[str, int]]:
    """The address of a desk over a store, and its process."""
    command = [sys.executable, "-m", "headwater", "serve", "--store", store, "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as desk:
        assert desk.stdout is not None
        try:
            yield desk.stdout.readline().split("open at ")[1].split()[0], desk.pid
        finally:
            desk.terminate()


def spent(process: int) -> float:
    """Processor seconds of a process."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def add_beside(store: str) -> Iterator[None]:
    """A process that adds reports all the while."""
    context = multiprocessing.get_context("spawn")
    ready = context.Event()
    adding = context.Process(target=add_on, args=(store, ready), daemon=True)
    adding.start()
    ready.wait()
    yield
    adding.terminate()


def add_on(where: str, ready: object) -> None:
    """What the adding process does."""
    reads, now, grouping = read_all(make_reports(1)), (lambda: datetime.now(UTC)), Grouping()
    ready.set()  # type: ignore[attr-defined]
    run = f"{time.time_ns():x}"
    with open_store(where) as store:
        for number in range(10**9):
            read, round = reads[number % len(reads)], number // len(reads)
            report = replace(read.report, id=f"{run}-{number}", text=f"{read.report.text}\n\nEdition {run} {number}.\n")
            read = replace(read, report=report, found=replace(read.found, day=DAY + 20 * round))
            with store.begin() as connection:
                keep(connection, read, grouping=grouping, at=now().strftime("%Y-%m-%dT%H:%M:%S.%fZ"), feed=None)
            if number % TOLD == TOLD - 1:
                refresh_stories(store, now=now)
            time.sleep(GROWING)


def compare(asked: argparse.Namespace) -> None:
    """Both desks in turns."""
    how = {"readers": asked.readers, "pause": asked.pause, "stories": asked.stories}
    with (
        tempfile.TemporaryDirectory() as folder,
        open_desk(f"{folder}/empty.db") as empty,
        open_desk(asked.where) as full,
    ):
        desks = {"empty store": empty, "large store": full}
        times: dict[str, Times] = {name: defaultdict(list) for name in desks}
        cost = dict.fromkeys(desks, 0.0)
        with add_beside(asked.where) if asked.adding else nullcontext():
            for _ in range(ROUNDS):
                for name, (address, process) in desks.items():
                    before = spent(process)
                    for kind, found in asyncio.run(measure(address, seconds=asked.seconds / ROUNDS, **how)).items():
                        times[name][kind] += found
                    cost[name] += spent(process) - before
    for name in desks:
        pages = sum(map(len, times[name].values()))
        print(
            f"{name}: {1000 * cost[name] / max(pages, 1):.1f} ms of processor time a page, load {os.getloadavg()[0]:.1f}"
        )
        show(times[name])


def show(times: Times) -> None:
    """A line for each kind of page."""
    for kind, found in sorted(times.items()):
        ordered = sorted(found)
        median, late = (1000 * ordered[int(len(ordered) * share)] for share in (0.5, 0.95))
        print(f"{kind:8} {len(found):6} pages   median {median:5.0f} ms   p95 {late:5.0f} ms")


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("where", help="a store, or the address of a desk")
    parser.add_argument("--readers", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=15)
    parser.add_argument("--pause", type=float, default=0)
    parser.add_argument("--stories", type=int, default=200)
    parser.add_argument("--adding", action="store_true", help="add reports to the store meanwhile")
    asked = parser.parse_args()
    if not asked.where.startswith("http"):
        compare(asked)
        return
    how = {"readers": asked.readers, "seconds": asked.seconds, "pause": asked.pause, "stories": asked.stories}
    show(asyncio.run(measure(asked.where, **how)))


if __name__ == "__main__":
    main()
