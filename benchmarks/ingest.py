"""How fast reports come into a store: ``python benchmarks/ingest.py [REPORTS.jsonl] [--jobs 2] [--limit 300] [--store URL]``.

Runs ``headwater annotate`` and ``headwater add`` over the same reports, one after the other, twice each, and prints reports
a second and their ratio within this run, by the clock and by processor time (which a busy machine changes less). Of
``add`` two times are told: until the last report is on disk, and until all stories are told anew.
Without a file the shipped example is strung together to reports of about 600 words.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from headwater.model.report import Report
from headwater.read import read_paths
from headwater.settings import Settings

EXAMPLE = Path(__file__).parent.parent / "examples" / "strait"
TOGETHER = 4
"""Texts of the example in one report."""


def make_rows(limit: int) -> list[dict[str, str]]:
    """Reports of the length of news, no two alike."""
    found = [r.text for r in read_paths([EXAMPLE], settings=Settings().reading) if isinstance(r, Report)]
    rows = []
    for number in range(limit):
        texts = [found[(number * 3 + n) % len(found)] for n in range(TOGETHER)]
        rows.append({"id": f"r{number}", "text": "\n\n".join([*texts, f"Edition {number} of {limit}."])})
    return rows


def read_rows(path: Path, limit: int) -> list[dict[str, str]]:
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()[:limit]]
    return [{name: row[name] for name in ("id", "text", "title", "published", "url") if row.get(name)} for row in rows]


def spent() -> float:
    """Processor seconds of all programs run so far, with their processes."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def time_annotate(path: Path, jobs: int) -> tuple[float, float]:
    """Seconds and processor seconds of ``headwater annotate``, start-up included."""
    began, before = time.perf_counter(), spent()
    command = [sys.executable, "-m", "headwater", "annotate", "--jobs", str(jobs), str(path)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began, spent() - before


def time_add(path: Path, jobs: int, *, store: str) -> tuple[float, float, float]:
    """Seconds of ``headwater add`` until the last report is acknowledged, and in all; processor seconds in all."""
    began, before = time.perf_counter(), spent()
    kept = began
    command = [sys.executable, "-m", "headwater", "add", "--jobs", str(jobs), "--verbose", "--store", store, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if line.startswith("added"):
                kept = time.perf_counter()
    return kept - began, time.perf_counter() - began, spent() - before


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", nargs="?", type=Path)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--limit", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--store", help="URL of an empty database, for one round; files if not given")
    given = parser.parse_args()
    rows = read_rows(given.reports, given.limit) if given.reports else make_rows(given.limit)
    words = sum(len(row["text"].split()) for row in rows) / len(rows)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "reports.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
        times = []
        for number in range(1 if given.store else given.rounds):
            annotated, cost = time_annotate(path, given.jobs)
            kept, told, cost_of_add = time_add(path, given.jobs, store=given.store or f"{folder}/{number}.db")
            times.append((annotated, kept, told, cost, cost_of_add))
    annotated, kept, told, cost, cost_of_add = (min(column) for column in zip(*times, strict=True))
    print(f"{len(rows)} reports of {words:.0f} words, {given.jobs} processes, the better of {len(times)} rounds")
    for name, seconds in (("annotate", annotated), ("add, on disk", kept), ("add, stories told", told)):
        print(
            f"{name:18} {seconds:6.1f} s  {len(rows) / seconds:6.2f} reports/s  {annotated / seconds:5.0%} of annotate"
        )
    print(f"processor time: annotate {cost:.1f} s, add with stories {cost_of_add:.1f} s ({cost / cost_of_add:.0%})")


if __name__ == "__main__":
    main()
