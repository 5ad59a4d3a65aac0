"""Days that one report leaves open ("Friday", "10 April") and the other reports of its story decide.

A report without a date says "by Friday" of a Friday that its own words do not name. Where every day on which the dated
reports of the story appeared has the same next Friday, it is that one; a day without its year is the one nearest to them.
Nothing is decided where these leave a choice.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from headwater.model.notes import Due
from headwater.model.reading import Reading

CLOCK = re.compile(r"T.*")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
OF_YEAR = re.compile(r"XXXX-(\d\d)(?:-(\d\d))?")
OF_MONTH = re.compile(r"XXXX-XX-(\d\d)")
OF_WEEK = re.compile(r"XXXX-WXX-([1-7])")
BEHIND, AHEAD = timedelta(days=60), timedelta(days=300)
"""How far from the reports a day without its year may lie: what is due lies ahead."""
SHORT = timedelta(days=45)
"""Days over which the dated reports of a story may be spread if its undated ones are to be placed among them."""
ENOUGH = 2
"""Dated reports that a bare weekday needs: one may be of another week than the undated report."""


@dataclass(frozen=True, slots=True)
class Window:
    """The first and last day on which the dated reports of a story appeared, and how many these are."""

    first: date
    last: date
    dated: int

    def __iter__(self) -> Iterator[date]:
        return (self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1))


def find_window(readings: Iterable[Reading]) -> Window | None:
    """When a story was reported; None where no report is dated or the dated ones lie far apart."""
    known = [value for r in readings if (value := r.provenance.published.value)]
    days = [date.fromisoformat(day[:10]) for value in known for day in value.split("/")]
    if not days or max(days) - min(days) > SHORT:
        return None
    return Window(min(days), max(days), len(known))


def place_due(due: Due, window: Window) -> Due:
    """The due date with the day that the story's dated reports decide; unchanged where they do not."""
    value = CLOCK.sub("", due.value)
    if due.latest is not None:
        return due
    if match := OF_YEAR.fullmatch(value):
        return _place(due, _months(window, month=int(match[1]), day=int(match[2]) if match[2] else None), window=window)
    if match := OF_MONTH.fullmatch(value):
        return _place(due, _days(window, day=int(match[1])), window=window)
    match = OF_WEEK.fullmatch(value)
    if match and window.dated >= ENOUGH:
        weekday = int(match[1])
        following = {day + timedelta(days=(weekday - day.isoweekday()) % 7) for day in window}
        return _place(due, [(day, day) for day in following], window=window)
    return due


def fits(one: str, other: str) -> bool:
    """Whether two due days can be the same: equal, or one is a weekday or a day without its year that the other has."""
    one, other = CLOCK.sub("", one), CLOCK.sub("", other)
    if one == other:
        return True
    partial, whole = (one, other) if "X" in one else (other, one)
    if not DAY.fullmatch(whole):
        return False
    day = date.fromisoformat(whole)
    if match := OF_WEEK.fullmatch(partial):
        return day.isoweekday() == int(match[1])
    if match := OF_MONTH.fullmatch(partial):
        return day.day == int(match[1])
    match = OF_YEAR.fullmatch(partial)
    if not match:
        return False
    is_last = day.day == monthrange(day.year, day.month)[1]
    return day.month == int(match[1]) and (day.day == int(match[2]) if match[2] else is_last)


def is_whole(day: str | None) -> bool:
    """Whether a due day is one of the calendar."""
    return day is not None and DAY.fullmatch(day) is not None


def _months(window: Window, *, month: int, day: int | None) -> list[tuple[date, date]]:
    """The day, or the whole month, in the years around."""
    found = []
    for year in range(window.first.year - 1, window.last.year + 2):
        last = monthrange(year, month)[1]
        if day is None or day <= last:
            found.append((date(year, month, day or 1), date(year, month, day or last)))
    return found


def _days(window: Window, *, day: int) -> list[tuple[date, date]]:
    """The day in the month of the first report and in the one after, where it lies ahead."""
    months = {(each.year, each.month) for each in (*window, window.last + timedelta(days=31))}
    days = [date(year, month, day) for year, month in sorted(months) if day <= monthrange(year, month)[1]]
    return [(each, each) for each in days if each >= window.first][:1]


def _place(due: Due, choices: Sequence[tuple[date, date]], *, window: Window) -> Due:
    near = [days for days in choices if window.first - BEHIND <= days[1] <= window.last + AHEAD]
    if len(near) != 1:
        return due
    first, last = near[0]
    value = last.isoformat() if first == last else f"{last:%Y-%m}"
    return replace(due, value=value, earliest=first.isoformat(), latest=last.isoformat())
