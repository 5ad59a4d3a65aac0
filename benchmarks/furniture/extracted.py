"""Invented pages as an extractor leaves them: HTML with menus, teasers, comments and leftovers, put through trafilatura with recall first
("recall"), or reduced to the text it shows ("text"). How much of what is no article is marked, and how much of the article by mistake.

usage: extracted.py [--pages 150] [--errors]
"""

from __future__ import annotations

import argparse
import random
import tomllib
from collections import Counter
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any

import trafilatura
from measure import print_counts, tell_lines
from pages import Row, make_pages

from headwater.read.page import parse_page
from headwater.read.visible import lines_of

SITE = tomllib.loads(Path(__file__).with_name("site.toml").read_text("utf-8"))


def boilerplate(lines: list[str], kind: str) -> list[Row]:
    return [{"text": line, "label": "boilerplate", "kind": kind} for line in lines]


def make_html(page: dict[str, Any], number: int) -> tuple[str, dict[str, Row]]:
    """The page in the dress of a site, and what each line of it is."""
    chance = random.Random(1_000 + number)
    menu = boilerplate(SITE["menus"][number % len(SITE["menus"])], "navigation")
    aside = boilerplate(["Most read", *chance.sample(SITE["teasers"], 8)], "related")
    comments = [row for thread in chance.sample(SITE["comments"], number % 3) for row in boilerplate(thread, "comment")]
    footer = boilerplate(SITE["footers"][number % len(SITE["footers"])], "navigation")
    main = "".join(dress(row) for row in page["lines"])
    html = (
        f"<!DOCTYPE html><html><head><title>Page</title></head><body><header><nav><ul>{listed(menu)}</ul></nav></header>"
        f"<main><article>{main}</article><section>{''.join(map(dress, comments))}</section></main>"
        f"<aside><ul>{listed(aside)}</ul></aside><footer><ul>{listed(footer)}</ul></footer></body></html>"
    )
    return html, {row["text"]: row for row in (*menu, *aside, *comments, *footer, *page["lines"])}


def dress(row: Row) -> str:
    """Article lines are paragraphs; leftovers are whatever a site makes of them."""
    text = escape(row["text"])
    return f"<div><span>{text}</span></div>" if row["label"] == "boilerplate" and len(text) < 40 else f"<p>{text}</p>"


def listed(rows: list[Row]) -> str:
    return "".join(f'<li><a href="/x">{escape(row["text"])}</a></li>' for row in rows)


def extract_much(html: str) -> str:
    return trafilatura.extract(html, favor_recall=True, include_comments=True, deduplicate=False) or ""


def show_all(html: str) -> str:
    return "\n".join(lines_of(parse_page(html)))


OUTPUTS: dict[str, Callable[[str], str]] = {"recall": extract_much, "text": show_all}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=150)
    parser.add_argument("--errors", action="store_true")
    given = parser.parse_args()
    for name, extract in OUTPUTS.items():
        counts: Counter[str] = Counter()
        errors: Counter[str] = Counter()
        for number, page in enumerate(make_pages(given.pages)):
            html, known = make_html(page, number)
            lines = [known[line] for line in extract(html).splitlines() if line in known]
            tell_lines(page["id"], lines, counts, errors)
        print(f"{name}:")
        print_counts(counts)
        if given.errors:
            print(*(f"{times:4} {line}" for line, times in errors.most_common(60)), sep="\n")


if __name__ == "__main__":
    main()
