"""Named days: which words name them, and on what day they fall in a year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from headwater import lexicon
from headwater.annotate.places import find_place

REACH = 40
"""Characters beside the name of a national day in which its country stands."""
WORDS_BEFORE = re.compile(r"(?:[^\W\d_][\w.'’-]*\s+){1,3}\Z")
WORDS_AFTER = re.compile(r"\s+(?:in|of)\s+((?:the\s+)?[A-Z][\w.]*(?:\s+[A-Z]\w*){0,2})")


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A holiday: the same day each year, or looked up by the year."""

    month_day: tuple[int, int] | None
    dates: dict[int, date]
    about: bool
    """The day differs by country or by the sight of the moon."""

    def on(self, year: int) -> date | None:
        """The day in a year; None where the table has none."""
        return date(year, *self.month_day) if self.month_day else self.dates.get(year)


@lru_cache(maxsize=1)
def named_days() -> dict[str, NamedDay]:
    """All named days by the name of their entry."""
    movable = lexicon.load("holidays_movable")
    days = {}
    for name, entry in lexicon.load("holidays").items():
        feast: dict[str, Any] = movable[entry["feast"]] if "feast" in entry else {"days": [], "about": False}
        dates = [date.fromisoformat(day) + timedelta(days=entry.get("plus", 0)) for day in feast["days"]]
        month, _, day = entry.get("on", "").partition("-")
        days[name] = NamedDay(
            (int(month), int(day)) if month else None, {day.year: day for day in dates}, feast["about"]
        )
    for name, countries in lexicon.load("holidays_national").items():
        for code, on in countries.items():
            month, _, day = on.partition("-")
            days[f"{name} of {code}"] = NamedDay((int(month), int(day)), {}, about=False)
    return days


@lru_cache(maxsize=1)
def by_word() -> dict[str, str]:
    """Words in lower case -> the entry they name; national days name themselves, and need a country beside them."""
    named = {word: name for name, entry in lexicon.load("holidays").items() for word in entry["names"]}
    return named | {name: name for name in lexicon.load("holidays_national")}


def of_country(name: str, text: str, span: tuple[int, int]) -> str | None:
    """The entry a name stands for: itself, or that of the country named beside it; None where none is, or its day is not known."""
    if name not in lexicon.load("holidays_national"):
        return name
    code = country_beside(text, *span)
    return f"{name} of {code}" if f"{name} of {code}" in named_days() else None


def country_beside(text: str, start: int, end: int) -> str | None:
    """The country of "Ukraine's Independence Day", "Indian Independence Day", "Independence Day in Kenya"."""
    before, after = WORDS_BEFORE.search(text[max(0, start - REACH) : start]), WORDS_AFTER.match(text, end, end + REACH)
    words = before[0].split() if before else []
    phrases = [" ".join(words[n:]) for n in range(len(words))]
    rest = after[1].split() if after else []
    phrases += [" ".join(rest[:n]) for n in range(len(rest), 0, -1)]
    for phrase in phrases:
        place = find_place(re.sub(r"['’]s$", "", phrase))
        if place is not None and place.country and place.kind in {"country", "demonym"}:
            return place.country
    return None


@lru_cache(maxsize=1)
def _names_pattern() -> re.Pattern[str]:
    names = sorted(by_word(), key=len, reverse=True)
    return re.compile("(?:" + "|".join(map(re.escape, names)) + r")\b", re.IGNORECASE)


@lru_cache(maxsize=1)
def _first_words() -> tuple[str, ...]:
    """The words that names begin with, as written in running text."""
    return tuple(sorted({word.split()[0].capitalize() for word in by_word()}))


def find_named_days(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where names of days stand. Looks for their first words as they are: a pattern of all names is ten times slower."""
    found = {}
    for word in _first_words():
        at = text.find(word, start, end)
        while at >= 0:
            match = _names_pattern().match(text, at, end)
            if match and (at == start or not text[at - 1].isalnum()):
                found[at] = match.end()
            at = text.find(word, at + 1, end)
    return sorted(found.items())
