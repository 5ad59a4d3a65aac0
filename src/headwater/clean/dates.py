"""Whole calendar dates as they are written on pages. A date that can be read in two ways is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from headwater.model.span import Span

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"(?<!\d)(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_WEEKDAY = r"(?:\b(?P<weekday>mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?\s+(?:the\s)?)?"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_WEEKDAY}{_DAY}(?:\s+of)?[\s-]{{0,2}}{_MONTH}[\s,-]{{0,3}}{_YEAR}",
        rf"{_WEEKDAY}(?<![^\W\d_]){_MONTH}\s?{_DAY}(?:\s?,\s?|\s+){_YEAR}",
        r"(?<![\d/.-])(?P<year>(?:19|20)\d\d)(?P<mark>[-/.])(?P<m>[01]?\d)(?P=mark)(?P<day>[0-3]?\d)(?![\d/]|-\d)",
        r"(?<![\d/.-])(?P<a>[0-3]?\d)(?P<mark>[-/.])(?P<b>[0-3]?\d)(?P=mark)(?P<year>20\d\d)(?![\d/]|-\d)",
    )
)


class Dated(NamedTuple):
    """A date and where it is written."""

    span: Span
    value: date


def _day_and_month(match: re.Match[str]) -> tuple[int, int] | None:
    parts = match.groupdict()
    if parts.get("month"):
        return int(parts["day"]), 1 + MONTHS.index(parts["month"][:3].lower())
    if parts.get("m"):
        return int(parts["day"]), int(parts["m"])
    first, second = int(parts["a"]), int(parts["b"])
    if parts["mark"] == "." or first > 12 or first == second:
        return first, second
    return (second, first) if second > 12 else None


def _read(match: re.Match[str]) -> date | None:
    found = _day_and_month(match)
    if found is None:
        return None
    try:
        value = date(int(match["year"]), found[1], found[0])
    except ValueError:
        return None
    weekday = match.groupdict().get("weekday")
    return value if not weekday or _DAYS.index(weekday[:3].lower()) == value.weekday() else None


def find_dates(text: str, start: int, end: int) -> Iterator[Dated]:
    """The dates written in a stretch of text, in order; a weekday that contradicts its date voids it."""
    found = []
    for form in _FORMS:
        for match in form.finditer(text, start, end):
            if value := _read(match):
                found.append(Dated(Span(*match.span()), value))
    yield from sorted(found)


def parse_date(words: str) -> date | None:
    """The day a metadata value names (ISO 8601, with or without a time, or written out), or None."""
    match = re.match(r"\s*((?:19|20)\d\d)-?([01]\d)-?([0-3]\d)(?=\D|$)", words)
    if match:
        try:
            return date(*map(int, match.groups()))
        except ValueError:
            return None
    found = {dated.value for dated in find_dates(words, 0, len(words))}
    return found.pop() if len(found) == 1 else None
