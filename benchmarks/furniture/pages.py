"""Invented pages with the leftovers that badly scraped pages carry: which characters are article, which are not.

usage: pages.py [--pages 180] > pages.jsonl    one page a line: {"id", "lines": [{"text", "label", "kind"}]}

The same call gives the same pages. ``label`` is "article", "boilerplate" or "signature" (title, byline, credit: neither).
"""

from __future__ import annotations

import argparse
import json
import random
import tomllib
from pathlib import Path
from typing import Any

PARTS = Path(__file__).with_name("parts.toml")
TOP_KINDS = ("navigation", "cookies", "share", "reading time", "placeholder")
MIDDLE_KINDS = ("related", "newsletter", "share", "navigation", "placeholder")
Row = dict[str, str]


def leftover_rows(group: dict[str, Any]) -> list[Row]:
    return [{"text": line, "label": "boilerplate", "kind": group["kind"]} for line in group["lines"]]


def make_page(number: int, parts: dict[str, Any]) -> dict[str, Any]:
    """One page: head, article with at most one group inside it, credits, groups after it."""
    chance = random.Random(number)
    article = parts["article"][number % len(parts["article"])]
    groups = parts["leftovers"]
    body = [{"text": line, "label": "article", "kind": ""} for line in article["body"]]
    if chance.random() < 0.3:
        inside = chance.choice([g for g in groups if g["kind"] in MIDDLE_KINDS and len(g["lines"]) <= 4])
        at = chance.randrange(1, len(body))
        body[at:at] = leftover_rows(inside)
    head: list[Row] = []
    if chance.random() < 0.4:
        head += leftover_rows(chance.choice([g for g in groups if g["kind"] in TOP_KINDS]))
    if chance.random() < 0.8:
        head += [{"text": article[key], "label": "signature", "kind": ""} for key in ("title", "byline")]
    tail: list[Row] = []
    if chance.random() < 0.5:
        tail.append({"text": chance.choice(parts["credits"]["lines"]), "label": "signature", "kind": ""})
    for group in chance.sample(groups, chance.randint(1, 4)):
        tail += leftover_rows(group)
    return {"id": f"invented-{number}", "lines": head + body + tail}


def make_pages(count: int) -> list[dict[str, Any]]:
    with PARTS.open("rb") as file:
        parts = tomllib.load(file)
    return [make_page(number, parts) for number in range(count)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=180)
    for page in make_pages(parser.parse_args().pages):
        print(json.dumps(page, ensure_ascii=False))


if __name__ == "__main__":
    main()
