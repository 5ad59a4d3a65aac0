"""Groups the reports of a collection into stories and prints B-cubed figures and reports a second.

usage: stories.py GOLD.jsonl[.gz]… [--batch] [--growth N]

``--growth N`` makes N reports of the first collection by giving its names, numbers and longer words other endings, all within sixty
days so that every story stays live, and prints the cost of a report as the stream grows. Times are those of the processor.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
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
    started = time.process_time()
    if batch:
        found = group_reports(reports)
    else:
        stream = StoryStream()
        found = tuple(map(stream.add, reports))
    seconds = time.process_time() - started
    gold = {record["id"]: record["story"] for record in records}
    figures = score_bcubed(gold, dict(zip((record["id"] for record in records), found, strict=True)))
    shown = " ".join(f"{name} {100 * value:.1f}" for name, value in zip(("P", "R", "F1"), figures, strict=True))
    return f"{path.name}: {shown}  ({len(reports) / seconds:.0f} reports/s)"


def renew(record: dict[str, Any], number: int) -> Report:
    """A report of another event like the one of a report: names, numbers and words of six letters or more are others."""
    ending = "".join(chr(ord("a") + int(digit)) for digit in str(number))
    text = re.sub(r"\b([A-Z]\w*|[a-z]{6,})\b", rf"\1{ending}", record["text"])
    text = re.sub(r"\b\d+\b", lambda found: str(int(found[0][:9]) + 7 * number), text)
    day = date(2031, 1, 1) + timedelta(days=(int(record["id"][-4:], 36) + 7 * number) % 60)
    return Report(f"{record['id']}-{number}", text, published=day.isoformat())


def measure_growth(path: Path, *, reports: int) -> Iterator[str]:
    """The milliseconds a report costs, with the number of stories there are by then."""
    records, stream, stories = load(path), StoryStream(), set[str]()
    step, began = max(1, reports // 10), time.process_time()
    for number in range(reports):
        stories.add(stream.add(renew(records[number % len(records)], number // len(records))))
        if (number + 1) % step == 0:
            spent = time.process_time() - began
            yield f"{number + 1} reports, {len(stories)} stories: {1000 * spent / step:.2f} ms a report"
            began = time.process_time()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--batch", action="store_true")
    parser.add_argument("--growth", type=int)
    arguments = parser.parse_args()
    if arguments.growth:
        for line in measure_growth(arguments.gold[0], reports=arguments.growth):
            print(line, flush=True)
        return
    for path in arguments.gold:
        print(measure(path, batch=arguments.batch))


if __name__ == "__main__":
    main()
