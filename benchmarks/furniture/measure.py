"""How much of the leftovers of invented pages is marked, and how much of their articles by mistake.

usage: measure.py [--pages 180] [--errors]
"""

from __future__ import annotations

import argparse
from collections import Counter

from pages import Row, make_pages

from headwater.clean import find_blocks
from headwater.model.reading import Reading
from headwater.model.report import Report


def tell_lines(name: str, lines: list[Row], counts: Counter[str], errors: Counter[str]) -> None:
    """Count the characters of one page's lines, all and marked, by what the lines are."""
    text = "\n".join(row["text"] for row in lines)
    cuts = [b for b in find_blocks(Reading(Report(name, text))) if b.role == "furniture"]
    at = 0
    for row in lines:
        end = at + len(row["text"])
        over = [b for b in cuts if b.span.start < end and at < b.span.end]
        marked = sum(min(end, b.span.end) - max(at, b.span.start) for b in over)
        counts[row["label"]] += len(row["text"])
        counts[row["label"] + " marked"] += marked
        counts["right kind"] += len(row["text"]) if row["kind"] in {b.kind for b in over} else 0
        if (row["label"] == "boilerplate") != (marked > 0):
            errors[f"{row['label']:12} {row['kind']:12} {row['text'][:90]}"] += 1
        at = end + 1


def print_counts(counts: Counter[str]) -> None:
    for label in ("boilerplate", "article", "signature"):
        print(
            f"{label:12} {counts[label]:7} characters, marked {100 * counts[label + ' marked'] / counts[label]:.2f} %"
        )
    print(f"kind right   {100 * counts['right kind'] / counts['boilerplate']:.2f} % of leftovers")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=180)
    parser.add_argument("--errors", action="store_true")
    given = parser.parse_args()
    counts: Counter[str] = Counter()
    errors: Counter[str] = Counter()
    for page in make_pages(given.pages):
        tell_lines(page["id"], page["lines"], counts, errors)
    print_counts(counts)
    if given.errors:
        print(*(f"{times:4} {line}" for line, times in errors.most_common()), sep="\n")


if __name__ == "__main__":
    main()
