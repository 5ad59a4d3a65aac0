"""How fast reports are read: ``python benchmarks/speed.py [REPORTS.jsonl] [--jobs 2]``.

Without a file the shipped example is read many times over. Prints articles and words a second of the whole command with the given number of
processes, the peak memory of one process, and the share of the time that the English network alone takes (a ratio within one run, which
does not depend on the machine as the absolute figures do).
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

from headwater.model.reading import Reading
from headwater.model.report import Report
from headwater.pipeline import REPORT_STEPS, read_report, walk

EXAMPLE = Path(__file__).parent.parent / "examples" / "strait"


def example_reports(copies: int = 40) -> list[Report]:
    """The text reports of the example, again and again under other ids."""
    texts = [path.read_text(encoding="utf8") for path in sorted(EXAMPLE.glob("*.txt"))]
    return [Report(f"{copy}-{n}", text) for copy in range(copies) for n, text in enumerate(texts)]


def read_reports(path: Path) -> list[Report]:
    rows = map(json.loads, path.read_text(encoding="utf8").splitlines())
    return [Report(row["id"], row["text"], published=row.get("published"), title=row.get("title")) for row in rows]


def time_steps(reports: list[Report]) -> dict[str, float]:
    """Seconds of each step over all reports, in one process."""
    spent = dict.fromkeys((step.name for step in REPORT_STEPS), 0.0)
    for report in reports:
        reading = Reading(report)
        for step in REPORT_STEPS:
            began = time.perf_counter()
            reading = walk(reading, [step])
            spent[step.name] += time.perf_counter() - began
    return spent


def time_command(reports: list[Report], jobs: int) -> float:
    """Seconds of ``headwater annotate`` as a whole process, start-up included."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf8") as file:
        for report in reports:
            row = {"id": report.id, "text": report.text, "published": report.published, "title": report.title}
            file.write(json.dumps({name: value for name, value in row.items() if value}) + "\n")
        file.flush()
        began = time.perf_counter()
        command = [sys.executable, "-m", "headwater", "annotate", "--jobs", str(jobs), file.name]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        return time.perf_counter() - began


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", type=Path, nargs="?")
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    reports = read_reports(options.reports) if options.reports else example_reports()
    words = sum(len(report.text.split()) for report in reports)
    seconds = time_command(reports, options.jobs)
    print(f"annotate, {options.jobs} processes: {len(reports) / seconds:.1f} articles/s, {words / seconds:.0f} words/s")
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"largest process: {memory:.0f} MB")
    read_report(reports[0])
    spent = time_steps(reports[: max(10, len(reports) // 4)])
    total = sum(spent.values())
    for name, share in sorted(spent.items(), key=lambda item: -item[1]):
        print(f"  {name:12} {share / total:6.1%}")


if __name__ == "__main__":
    main()
