"""The days a report is of and speaks of, read without parsing: of two alike events they tell which one is meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from headwater.clean.dates import find_dates
from headwater.model.report import Report

MARK = "@"
"""What a day among terms begins with."""
HEAD = 300
"""Characters at the top of a text in which a whole date is the day of the report."""
AHEAD = 3
"""Days after the report that a date without a year may mean; later ones are of the year before."""
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
"""By which the days of the week go among terms."""
_NAMED = re.compile(
    r"\b(?:(?P<weekday>mon|tues|wednes|thurs|fri|satur|sun)day\b"
    r"|(?P<before>yesterday|last\snight)\b|(?P<same>today|tonight|overnight|this\s(?:morning|afternoon|evening))\b"
    r"|(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\s?\.?\s?(?P<after>[0-3]?\d)(?:st|nd|rd|th)?(?!\d)"
    r"|(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\s(?:of\s)?(?P<of>january|february|march|april|may|june|july|august|september"
    r"|october|november|december)\b)",
    re.IGNORECASE,
)


class Days(NamedTuple):
    """The days a report speaks of."""

    exact: frozenset[int]
    """Days of the calendar, where it is known of which day the report is."""
    dates: frozenset[str]
    """Months with days, whatever the year."""
    weekdays: frozenset[str]


def read_day(report: Report) -> int | None:
    """The number of the day a report was published, if its metadata say so."""
    try:
        return date.fromisoformat((report.published or "")[:10]).toordinal()
    except ValueError:
        return None


def find_day(report: Report) -> int | None:
    """The number of the day a report is of: as its metadata say, else the first whole date at the top of its text."""
    known = read_day(report)
    if known is not None:
        return known
    return next((dated.value.toordinal() for dated in find_dates(report.text, 0, HEAD)), None)


def date_report(report: Report, day: int | None) -> Report:
    """The report as published on a day, or on none."""
    return replace(report, published=None if day is None else date.fromordinal(day).isoformat())


def name_days(text: str, day: int | None) -> Iterator[str]:
    """The days a text speaks of, as terms: on the calendar where it is of a known ``day``, and as they are named."""
    for match in _NAMED.finditer(text):
        if weekday := match["weekday"]:
            number = WEEKDAYS.index(weekday[:3].lower())
            yield MARK + WEEKDAYS[number]
            exact = None if day is None else day - (day - 1 - number) % 7
        elif month := match["month"] or match["of"]:
            pair = 1 + _MONTHS.index(month[:3].lower()), int(match["after"] or match["day"])
            yield f"{MARK}{pair[0]}-{pair[1]}"
            exact = None if day is None else _place_date(*pair, day=day)
        else:
            exact = None if day is None else day - bool(match["before"])
        if exact is not None:
            yield f"{MARK}{exact}"


def _place_date(month: int, number: int, *, day: int) -> int | None:
    """The latest day of that date that is not well after ``day``."""
    year = date.fromordinal(day).year
    for known in (year, year - 1):
        try:
            placed = date(known, month, number).toordinal()
        except ValueError:
            continue
        if placed <= day + AHEAD:
            return placed
    return None


def sort_days(terms: Iterable[str]) -> Days:
    """The days among terms."""
    named = [term[1:] for term in terms if term[0] == MARK]
    exact = frozenset(int(name) for name in named if name.isdigit())
    return Days(exact, frozenset(n for n in named if "-" in n), frozenset(n for n in named if n.isalpha()))
