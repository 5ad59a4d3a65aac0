"""Groups the reports of a collection into stories and prints B-cubed figures and reports a second.

usage: stories.py GOLD.jsonl[.gz]… [--batch]
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections import Counter
from pathlib import Path
from typing import Any

from headwater.link.stories import StoryStream, group_reports
from headwater.model.report import Report


def load(path: Path) -> list[dict[str, Any]]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def make_report(record: dict[str, Any]) -> Report:
    return Report(
        record["id"], record["text"], title=record.get("title"), published=record.get("date"), url=record.get("url")
    )


def score_bcubed(gold: dict[str, str], found: dict[str, str]) -> tuple[float, float, float]:
    """Precision, recall and F1 after Bagga and Baldwin (1998)."""
    sizes, found_sizes = Counter(gold.values()), Counter(found.values())
    shared = Counter((gold[id_], found[id_]) for id_ in gold)
    precision = sum(n * n / found_sizes[f] for (_, f), n in shared.items()) / len(gold)
    recall = sum(n * n / sizes[g] for (g, _), n in shared.items()) / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


def measure(path: Path, *, batch: bool) -> str:
    records = load(path)
    reports = [make_report(record) for record in records]
    started = time.perf_counter()
    if batch:
        found = group_reports(reports)
    else:
        stream = StoryStream()
        found = tuple(map(stream.add, reports))
    seconds = time.perf_counter() - started
    gold = {record["id"]: record["story"] for record in records}
    figures = score_bcubed(gold, dict(zip((record["id"] for record in records), found, strict=True)))
    shown = " ".join(f"{name} {100 * value:.1f}" for name, value in zip(("P", "R", "F1"), figures, strict=True))
    return f"{path.name}: {shown}  ({len(reports) / seconds:.0f} reports/s)"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--batch", action="store_true")
    arguments = parser.parse_args()
    for path in arguments.gold:
        print(measure(path, batch=arguments.batch))


if __name__ == "__main__":
    main()
