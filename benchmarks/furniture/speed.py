"""How many pages and texts a second one core cleans, beside trafilatura alone in the same run: ``python benchmarks/furniture/speed.py``.

Invented pages (extracted.py); processor time of one process. "texts" are the articles with the leftovers of pages.py, "whole pages" all
that the same pages show, menus and all. ``--lines FILE`` measures the texts of a set of line-labelled pages, too.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import islice
from typing import TypeVar

import trafilatura
from extracted import make_html, show_all
from pages import make_pages

from headwater.clean import find_blocks, find_provenance
from headwater.model.reading import Reading
from headwater.model.report import Report
from headwater.read.page import read_page
from headwater.read.prescan import check_page

Item = TypeVar("Item")
ROUNDS = 3


def rate(work: Callable[[Item], object], items: Sequence[Item]) -> float:
    """Items a second, the best of ROUNDS; the first item is done once before."""
    work(items[0])
    best = 0.0
    for _ in range(ROUNDS):
        began = time.process_time()
        for item in items:
            work(item)
        best = max(best, len(items) / (time.process_time() - began))
    return best


def clean_page(html: str) -> None:
    """Extraction, blocks and metadata, as a report of a page goes through them."""
    check_page(html, "page")
    page = read_page(html)
    reading = Reading(Report("page", page["text"] or "", title=page["title"]))
    find_provenance(replace(reading, blocks=find_blocks(reading)))


def find_only_blocks(text: str) -> None:
    find_blocks(Reading(Report("text", text)))


def read_lines(path: str, most: int) -> Iterable[str]:
    with gzip.open(path, "rt", encoding="utf8") as file:
        for line in islice(file, most):
            yield "\n".join(row["text"] for row in json.loads(line)["lines"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lines", help="JSON Lines of pages with labelled lines, packed with gzip")
    given = parser.parse_args()
    made = make_pages(150)
    pages = [make_html(page, number)[0] for number, page in enumerate(made)]
    texts = ["\n".join(row["text"] for row in page["lines"]) for page in made]
    alone = rate(lambda html: trafilatura.extract(html, favor_precision=True, include_comments=False), pages)
    ours = rate(clean_page, pages)
    print(f"trafilatura alone                 {alone:6.0f} pages/s")
    print(f"extraction, blocks and metadata   {ours:6.0f} pages/s, ratio {ours / alone:.2f}")
    sets = {"texts": texts, "whole pages": [show_all(page) for page in pages]}
    if given.lines:
        sets["labelled pages"] = list(read_lines(given.lines, 150))
    for name, found in sets.items():
        done = rate(find_only_blocks, found)
        print(f"blocks alone, {name:19} {done:6.0f} texts/s of {sum(map(len, found)) // len(found):,} characters")


if __name__ == "__main__":
    main()
