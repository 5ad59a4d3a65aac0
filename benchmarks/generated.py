"""A store of invented reports of any size, its rows written directly: ``python benchmarks/generated.py PATH [--reports 100000]``."""

from __future__ import annotations

import argparse
import json
import random
import re
import zlib
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import msgspec

from headwater.store import Store, open_store
from headwater.store.schema import dossiers, findings, people, readings, reports, stories, texts

WORD = re.compile(r"\w+")
SYLLABLES = WORD.findall(
    "an bar cor dun el fen gar hol il jor kar lun mar nor os pel quin ros sel tor ul ven wil yor zan"
)
COMMON = WORD.findall(
    """the of and to in that on said for with was by from at it as is not after over were has had their his who will would
    minister government talks port ship bridge council harbour vote fee strike court police army border grain winter"""
)
WORDS = 420
"""Words of a report, as news has them."""
PAGE = 500
"""Stories written at a time."""
FIRST = date(2030, 1, 1)
DAYS = 365
STORY = (1, 1, 1, 2, 2, 3, 5, 8, 20)
"""How many reports stories have."""
FINDINGS = 6
"""Findings of a story of one report; each other report adds two."""


class Maker:
    """Makes rows; the same seed makes the same ones."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        self.rare = ["".join(self.dice.choices(SYLLABLES, k=3)) for _ in range(30_000)]
        self.names = [f"{self.word().title()} {self.word().title()}" for _ in range(3_000)]

    def word(self) -> str:
        return "".join(self.dice.choices(SYLLABLES, k=2))

    def words(self, number: int) -> str:
        """Running words: three quarters common, the others rare."""
        found = self.dice.choices(COMMON, k=number)
        for place in range(0, number, 4):
            found[place] = self.dice.choice(self.rare)
        return " ".join(found)

    def stories(self, total: int) -> Iterator[list[int]]:
        """The numbers of the reports of each story."""
        number = 0
        while number < total:
            size = min(self.dice.choice(STORY), total - number)
            yield list(range(number + 1, number + size + 1))
            number += size


def make_cite(report: str, start: int) -> dict[str, Any]:
    return {"report": report, "start": start, "end": start + 60, "text": "w" * 60}


def make_finding(maker: Maker, ids: list[str], number: int) -> dict[str, Any]:
    cites = [make_cite(id, 20 * number) for id in maker.dice.sample(ids, k=min(len(ids), 3))]
    origin = {"kind": "wire", "name": maker.dice.choice(maker.names), "inferred": False, "cites": cites[:1]}
    line = f"{maker.dice.choice(maker.names)}: {maker.words(18)}"
    details = {"speaker": line.split(":")[0], "content": line, "mode": "indirect", "relays": []}
    id = f"said-{maker.dice.getrandbits(48):012x}"
    kind = maker.dice.choice(["reported", "said", "happened", "due", "differs"])
    return {
        "id": id,
        "kind": kind,
        "line": line,
        "cites": cites,
        "reports": len(cites),
        "origins": [origin],
        "details": details,
    }


def make_story(maker: Maker, numbers: list[int]) -> dict[str, list[dict[str, Any]]]:
    """The rows of one story, by table."""
    day = FIRST + timedelta(days=numbers[0] * DAYS // 100_000 % DAYS)
    title = maker.words(9)
    ids = [f"r{number}" for number in numbers]
    updated = f"{day.isoformat()}T{numbers[0] % 24:02d}:00:00.{numbers[0] % 1_000_000:06d}Z"
    told = [make_finding(maker, ids, n) for n in range(FINDINGS + 2 * (len(ids) - 1))]
    known = {"value": day.isoformat(), "how": "stated", "evidence": [[0, 10]]}
    actors = [
        {"id": f"p{n}", "name": name, "label": "PERSON", "reports": ids[:3]}
        for n, name in enumerate(maker.dice.sample(maker.names, k=8))
    ]
    told_reports = [
        {
            "id": id,
            "path": None,
            "url": f"https://a.example/{id}",
            "title": title,
            "outlet": "Gazette",
            "published": known,
        }
        | {"credit": None, "byline": None, "language": "en", "copies_of": None, "origins": [], "provenance": {}}
        for id in ids
    ]
    story = {"id": ids[0], "title": title, "reports": len(ids), "origins": 2, "people": actors}
    dossier = {"story": story, "as_of": day.isoformat(), "reports": told_reports, "findings": told, "versions": []}
    rows = [make_report(maker, number, ids[0], title=title, day=day, at=updated) for number in numbers]
    counted = {"origins": 2, "findings": len(told), "updated": updated, "touched": 1, "told": 1, "made": "dossier@0"}
    dates = {"as_of": day.isoformat(), "first": day.isoformat(), "last": day.isoformat()}
    return {
        "reports": [row for row, _, _ in rows],
        "texts": [row for _, row, _ in rows],
        "readings": [row for _, _, row in rows],
        "stories": [{"id": ids[0], "title": title, "reports": len(ids)} | counted | dates],
        "dossiers": [{"story": ids[0], "data": json.dumps(dossier | {"failed": []})}],
        "findings": [write_finding(finding, place, story=ids[0], at=updated) for place, finding in enumerate(told)],
        "people": [{**actor, "story": ids[0], "reports": len(actor["reports"])} for actor in actors],
    }


def write_finding(finding: dict[str, Any], place: int, *, story: str, at: str) -> dict[str, Any]:
    row = {name: finding[name] for name in ("id", "kind", "line", "reports")}
    return row | {
        "story": story,
        "place": place,
        "origins": 1,
        "first_seen": at,
        "changed": at,
        "data": json.dumps(finding),
    }


def make_report(
    maker: Maker, number: int, story: str, *, title: str, day: date, at: str
) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    """The rows of one report: itself, its text, what was found in it."""
    id, body = f"r{number}", f"{title}.\n\n{maker.words(WORDS)}."
    row = {
        "number": number,
        "id": id,
        "name": id,
        "source": f"a.example/{id}",
        "site": f"{number % 40}.example",
        "digest": f"{number:064x}",
        "title": title,
        "outlet": "Gazette",
        "published": day.isoformat(),
        "how": "stated",
        "day": day.toordinal(),
        "url": f"https://a.example/{id}",
        "language": "en",
        "story": story,
        "decided": story,
        "received": at,
        "version": 1,
        "family": id,
        "superseded": 0,
    }
    weights = dict.fromkeys(body.split()[:150], 0.08)
    record = zlib.compress(json.dumps({"id": id, "notes": []}).encode())
    found = {"number": number, "made": "reading@0", "data": b"", "record": record}
    terms = zlib.compress(msgspec.msgpack.encode(weights), 1)
    return row, {"number": number, "title": title, "text": body, "given": "{}"}, found | {"terms": terms}


def fill(store: Store, total: int, *, seed: int = 1) -> None:
    """Write the rows of ``total`` reports."""
    maker = Maker(seed)
    tables = {table.name: table for table in (reports, texts, readings, stories, dossiers, findings, people)}
    waiting: dict[str, list[dict[str, Any]]] = {name: [] for name in tables}
    for count, numbers in enumerate(maker.stories(total), 1):
        for name, rows in make_story(maker, numbers).items():
            waiting[name] += rows
        if count % PAGE == 0 or numbers[-1] == total:
            with store.begin() as connection:
                for name, rows in waiting.items():
                    if rows:
                        connection.execute(tables[name].insert(), rows)
            waiting = {name: [] for name in tables}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("store", help="PATH or URL of a store that is not there yet")
    parser.add_argument("--reports", type=int, default=100_000)
    given = parser.parse_args()
    with open_store(given.store) as store:
        fill(store, given.reports)


if __name__ == "__main__":
    main()
