"""Lines that say who wrote, sent or pictured a report: bylines, credits, dates, captions (lexicon/credits.toml)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, NamedTuple

from headwater.clean.agencies import agency_names, agency_pattern
from headwater.clean.dates import find_dates
from headwater.clean.lines import Line
from headwater.lexicon import load
from headwater.model.block import Role

_YEAR = re.compile(r"(?:19|20)\d\d")
LONGEST = 45
"""Words of the longest signature ("Reporting by …; editing by …")."""
_NAME = r"(?:[A-Z][\w.'-]*(?:\s(?:[A-Z][\w.'-]*|de|da|del|van|von|der|bin|al|el|la|le)){0,4})"
_NAMES = rf"(?:{_NAME}(?:(?:,|,? and|,? AND| &)\s{_NAME}){{0,5}})"


class Form(NamedTuple):
    """A pattern, the words one of which a line must have to be looked at, and what the pattern tells."""

    words: frozenset[str]
    pattern: re.Pattern[str]
    signature: Signature


class Signature(NamedTuple):
    """The role a line has by its words."""

    role: Role
    rule: str
    near: bool
    """Whether it counts only beside the article."""


@lru_cache(maxsize=1)
def _forms() -> tuple[Form, ...]:
    lexicon = load("credits")
    roles: tuple[Role, ...] = ("credit", "byline", "caption")
    return tuple(_form(entry, role) for role in roles for entry in lexicon[role])


def _form(entry: dict[str, Any], role: Role) -> Form:
    pattern = entry["pattern"].replace("<agency>", agency_pattern()).replace("<names>", _NAMES).replace("<name>", _NAME)
    agencies = {name.casefold().removeprefix("the ").split()[0] for name in agency_names()}
    agencies = {re.findall(r"\w+", word)[0] for word in agencies}
    words = agencies if entry["words"] == ["<agency>"] else set(entry["words"])
    return Form(frozenset(words), re.compile(pattern), Signature(role, f"{entry['id']}@1", entry.get("near", False)))


@lru_cache(maxsize=1)
def _words() -> frozenset[str]:
    """The words without which a line is no signature by its pattern."""
    return frozenset().union(*(form.words for form in _forms()))


@lru_cache(maxsize=1)
def _date_words() -> frozenset[str]:
    return frozenset(load("clean_words")["date_line"]["words"])


def is_date_line(line: Line) -> bool:
    """Whether a line holds a whole date and little else ("Published 4:00 am, Monday, May 5, 2031")."""
    if len(line.words) > 24 or not _YEAR.search(line.shown):
        return False
    rest = line.shown
    dates = list(find_dates(rest, 0, len(rest)))
    for dated in reversed(dates):
        rest = rest[: dated.span.start] + " " + rest[dated.span.end :]
    words = re.findall(r"[^\W\d]+", rest.casefold())
    allowed = _date_words()
    return bool(dates) and sum(word not in allowed for word in words) <= 1


def find_signature(line: Line) -> Signature | None:
    """The signature a line is, or None."""
    if len(line.words) > LONGEST:
        return None
    if is_date_line(line):
        return Signature("dateline", "date_line@1", near=True)
    if _words().isdisjoint(line.words):
        return None
    for form in _forms():
        if not form.words.isdisjoint(line.words) and form.pattern.fullmatch(line.shown):
            return form.signature
    return None
