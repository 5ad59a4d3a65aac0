"""The days a report is of and speaks of, read without parsing: of two alike events they tell which one is meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

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
_YEAR = r"(?:19|20)\d\d"
_NAMED = re.compile(
    r"\b(?:(?P<weekday>mon|tues|wednes|thurs|fri|satur|sun)day\b"
    r"|(?P<before>yesterday|last\snight)\b|(?P<same>today|tonight|overnight|this\s(?:morning|afternoon|evening))\b"
    r"|(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\s?\.?\s?(?P<after>[0-3]?\d)(?:st|nd|rd|th)?(?!\d)"
    rf"(?:\s?,?\s?(?P<year>{_YEAR})\b)?"
    r"|(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\s(?:of\s)?(?P<of>january|february|march|april|may|june|july|august|september"
    rf"|october|november|december)\b(?:\s?,?\s?(?P<in>{_YEAR})\b)?"
    rf"|(?P<whole>{_YEAR}-[01]\d-[0-3]\d)\b)",
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
    whole = (
        _read_date(match)
        for match in _NAMED.finditer(report.text[:HEAD])
        if match["year"] or match["in"] or match["whole"]
    )
    return next((day for day in whole if day is not None), None)


def date_report(report: Report, day: int | None) -> Report:
    """The report as published on a day, or on none."""
    return replace(report, published=None if day is None else date.fromordinal(day).isoformat())


def name_days(text: str, day: int | None) -> Iterator[str]:
    """The days a text speaks of, as terms: on the calendar where it is of a known ``day``, and as they are named."""
    for match in _NAMED.finditer(text):
        if weekday := match["weekday"]:
            yield MARK + weekday[:3].lower()
        elif month := match["month"] or match["of"]:
            yield f"{MARK}{_number_month(month)}-{int(match['after'] or match['day'])}"
        exact = _read_date(match) if day is None else _place(match, day=day)
        if exact is not None:
            yield f"{MARK}{exact}"


def _place(match: re.Match[str], *, day: int) -> int | None:
    """The day of the calendar that is meant on a ``day``: the latest that is not well after it where no year is named."""
    if weekday := match["weekday"]:
        return day - (day - 1 - WEEKDAYS.index(weekday[:3].lower())) % 7
    if match["before"] or match["same"]:
        return day - bool(match["before"])
    if match["year"] or match["in"] or match["whole"]:
        return _read_date(match)
    year = date.fromordinal(day).year
    placed = (_read_date(match, year=known) for known in (year, year - 1))
    return next((one for one in placed if one is not None and one <= day + AHEAD), None)


def _read_date(match: re.Match[str], *, year: int | None = None) -> int | None:
    """The day of the calendar, of a date that names its year or in the ``year`` given; None where there is none such."""
    known = match["year"] or match["in"] or year
    try:
        if match["whole"]:
            return date.fromisoformat(match["whole"]).toordinal()
        if known:
            month = _number_month(match["month"] or match["of"])
            return date(int(known), month, int(match["after"] or match["day"])).toordinal()
    except ValueError:
        pass
    return None


def _number_month(name: str) -> int:
    return 1 + _MONTHS.index(name[:3].lower())


def sort_days(terms: Iterable[str]) -> Days:
    """The days among terms."""
    named = [term[1:] for term in terms if term[0] == MARK]
    exact = frozenset(int(name) for name in named if name.isdigit())
    return Days(exact, frozenset(n for n in named if "-" in n), frozenset(n for n in named if n.isalpha()))
