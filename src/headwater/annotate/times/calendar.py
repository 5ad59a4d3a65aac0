"""The calendar behind the values: a date's week, quarter or decade as TIMEX3 writes it, and back to first and last day."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from functools import lru_cache

from headwater.annotate.times.meaning import Unit

SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""First month of a (northern) season; the winter of a year begins in its December."""
MONTHS = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200, "ML": 12000}
DAYS = {"D": 1, "W": 7, "WE": 7, "F": 14}


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def move(day: date, unit: Unit, steps: int) -> date | None:
    """The date some units on; None where the calendar ends (years 1-9999)."""
    try:
        if unit in DAYS:
            return day + timedelta(days=DAYS[unit] * steps)
        if unit in MONTHS:
            year, month = divmod(day.year * 12 + day.month - 1 + MONTHS[unit] * steps, 12)
            return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError, calendar.IllegalMonthError):
        return None
    return day


def write(day: date, unit: Unit) -> str:
    """The TIMEX3 value of the unit that holds a day."""
    year, week, _ = day.isocalendar()
    values = {
        "W": f"{year:04}-W{week:02}",
        "F": f"{year:04}-W{week:02}",
        "WE": f"{year:04}-W{week:02}-WE",
        "M": f"{day.year:04}-{day.month:02}",
        "Q": f"{day.year:04}-Q{(day.month + 2) // 3}",
        "Y": f"{day.year:04}",
        "DE": f"{day.year // 10:03}",
        "CE": f"{day.year // 100:02}",
        "ML": f"{day.year // 1000}",
    }
    return values.get(unit, day.isoformat())


OPEN = {
    "D": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "F": "XXXX-WXX",
    "WE": "XXXX-WXX-WE",
    "M": "XXXX-XX",
    "Q": "XXXX-QX",
    "Y": "XXXX",
    "DE": "XXX",
    "CE": "XX",
    "ML": "X",
}
"""Values of units that cannot be placed."""

FORMS = (
    (re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?"), lambda y, m, d: (date(y, m, d), date(y, m, d))),
    (re.compile(r"(\d{4})-(\d\d)"), lambda y, m: (date(y, m, 1), month_end(y, m))),
    (re.compile(r"(\d{4})"), lambda y: (date(y, 1, 1), date(y, 12, 31))),
    (re.compile(r"(\d{4})-W(\d\d)"), lambda y, w: (date.fromisocalendar(y, w, 1), date.fromisocalendar(y, w, 7))),
    (re.compile(r"(\d{4})-W(\d\d)-WE"), lambda y, w: (date.fromisocalendar(y, w, 6), date.fromisocalendar(y, w, 7))),
    (re.compile(r"(\d{4})-Q(\d)"), lambda y, q: (date(y, 3 * q - 2, 1), month_end(y, 3 * q))),
    (re.compile(r"(\d{4})-H(\d)"), lambda y, h: (date(y, 6 * h - 5, 1), month_end(y, 6 * h))),
    (re.compile(r"(\d{3})"), lambda c: (date(10 * c, 1, 1), date(10 * c + 9, 12, 31))),
    (re.compile(r"(\d\d)"), lambda c: (date(100 * c, 1, 1), date(100 * c + 99, 12, 31))),
)
PART, EDGE = 3, 10
"""Of a period, "late" means the last third, "the end of" the last tenth."""
SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI)")


@lru_cache(maxsize=10_000)
def interval_of(value: str, mod: str | None = None, *, share: int = PART) -> tuple[date, date] | None:
    """First and last day that a DATE or TIME value means; None for partial values and for days that do not exist.

    START, MID and END narrow to a share of the period (a third), each rounded outwards.
    """
    try:
        found = _season(value) or _whole(value)
    except ValueError:
        return None
    return found and _narrow(*found, mod, share=share)


def _whole(value: str) -> tuple[date, date] | None:
    for form, days in FORMS:
        match = form.fullmatch(value)
        if match:
            return days(*map(int, match.groups()))
    return None


def _season(value: str) -> tuple[date, date] | None:
    match = SEASON.fullmatch(value)
    if not match:
        return None
    first = date(int(match[1]), SEASON_MONTHS[match[2]], 1)
    last = move(first, "M", 2)
    return (first, month_end(last.year, last.month)) if last else None


def _narrow(first: date, last: date, mod: str | None, *, share: int) -> tuple[date, date]:
    part = timedelta(days=((last - first).days + 1) // share)
    if mod == "START":
        return first, max(first, first + part)
    if mod == "END":
        return min(last, last - part), last
    if mod == "MID":
        return first + part, last - part
    return first, last


def unit_of(value: str) -> str:
    """The size of a DATE or TIME value."""
    if "-W" in value and value.split("-")[1].startswith("W") and value[5:7] != "WI":
        return "WE" if value.endswith("WE") else "W"
    if "-Q" in value:
        return "Q"
    return {2: "CE", 3: "DE", 4: "Y", 7: "M"}.get(len(value), "D")
