"""Outlets that a report itself introduces as media: "the website Harbour Wire", "an interview broadcast by Kanal Tavra"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from headwater.assess.agencies import find_agency
from headwater.assess.mastheads import MONTH, NAME
from headwater.lexicon import load
from headwater.model.reading import Reading


def find_described_outlets(reading: Reading) -> Iterator[str]:
    """The names of the media that a report describes as such and that no list of agencies has."""
    for form in _forms():
        for match in form.finditer(reading.report.text):
            name = trim_name(match["name"])
            if name and not find_agency(name):
                yield name


def find_programmes(reading: Reading) -> Iterator[tuple[str, str]]:
    """The programmes a report names with the outlet whose they are: "Kanal Tavra's “Late Hour”"."""
    for match in _programme().finditer(reading.report.text):
        yield match["title"], trim_name(match["name"])


@cache
def _programme() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<name>(?:[A-Z][\w&-]*\s)*[A-Z][\w&-]*)['’]s?,? (?:[a-z]+ ){{0,2}}(?:(?:{_any('works_of')}),? )?"
        r"[“\"‘'](?P<title>[A-Z][\w' ’-]{2,40}?),?[”\"’']"
    )


def trim_name(words: str) -> str:
    """A name without its article, its possessive, and the day that stands after it ("Kanal Tavra on Monday")."""
    parts = re.sub(r"['’]s?$", "", re.sub(r"^the\s+", "", words, flags=re.I)).split()
    while parts and MONTH.fullmatch(parts[-1]):
        parts.pop()
    return " ".join(parts)


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    kinds, works, given, own = (_any(entry) for entry in ("described", "works", "given", "works_of"))
    name = rf"(?P<name>{NAME.pattern})"
    return (
        re.compile(rf"\b(?i:{kinds}),? {name}"),
        re.compile(
            rf"\b(?i:the|a|local|daily|weekly) (?P<name>(?!(?:The|A)\b)[A-Z][\w&-]*(?: [A-Z][\w&-]*){{0,3}}) (?:{kinds})\b"
        ),
        re.compile(rf"\b(?i:{works}) (?:{given}) (?:by|on|in) {name}"),
        re.compile(rf"(?P<name>(?:[A-Z][\w&-]*\s)*[A-Z][\w&-]*)['’]s? (?:[a-z]+ )?(?:{own})\b"),
    )


@cache
def _any(entry: str) -> str:
    listed = load("outlets_own")[entry]
    words = listed.get("before") or listed["words"]
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
