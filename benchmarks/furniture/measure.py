"""How much of the leftovers of invented pages is marked, and how much of their articles by mistake.

usage: measure.py [--pages 180] [--errors]
"""

from __future__ import annotations

import argparse
from collections import Counter
from typing import Any

from pages import make_pages

from headwater.clean import find_blocks
from headwater.model.reading import Reading
from headwater.model.report import Report

CUT = ("furniture",)


def measure_page(page: dict[str, Any], counts: Counter[str], errors: list[str]) -> None:
    text = "\n".join(row["text"] for row in page["lines"])
    blocks = find_blocks(Reading(Report(page["id"], text)))
    at = 0
    for row in page["lines"]:
        end = at + len(row["text"])
        marked = sum(
            min(end, b.span.end) - max(at, b.span.start)
            for b in blocks
            if b.role in CUT and b.span.start < end and at < b.span.end
        )
        kinds = {b.kind for b in blocks if b.role in CUT and b.span.start < end and at < b.span.end}
        counts[row["label"]] += len(row["text"])
        counts[row["label"] + " marked"] += marked
        counts["right kind"] += len(row["text"]) if row["kind"] in kinds else 0
        if (row["label"] == "boilerplate") != (marked > 0):
            errors.append(f"{page['id']} {row['label']:12} {row['kind']:12} {row['text'][:90]}")
        at = end + 1


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=180)
    parser.add_argument("--errors", action="store_true")
    given = parser.parse_args()
    counts: Counter[str] = Counter()
    errors: list[str] = []
    for page in make_pages(given.pages):
        measure_page(page, counts, errors)
    for label in ("boilerplate", "article", "signature"):
        print(
            f"{label:12} {counts[label]:7} characters, marked {100 * counts[label + ' marked'] / counts[label]:.2f} %"
        )
    print(f"kind right   {100 * counts['right kind'] / counts['boilerplate']:.2f} % of leftovers")
    if given.errors:
        print(*sorted(set(errors)), sep="\n")


if __name__ == "__main__":
    main()
