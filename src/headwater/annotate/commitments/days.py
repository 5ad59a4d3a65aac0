"""Days of due dates: counted from the report, moved ahead of it, or long gone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from headwater.annotate.commitments.lists import words_of
from headwater.model.notes import Due, Time

SPANS = re.compile(r"P(\d+)([DWMY])|PT(\d+)H")
CLOCK = re.compile(r"(?<=\d{4}-\d\d-\d\d)T.*")
"""The hour of a day: a calendar of commitments is kept by days."""
DAYS = {"D": 1, "W": 7, "M": 30, "Y": 365}
LONGEST = timedelta(days=45)
"""Between the days that a partly known value may mean; beyond it no day is told."""
QUARTER = re.compile(r"(?P<year>\d{4})-Q(?P<quarter>[1-4])")
YEAR = re.compile(r"\d{4}")
ORDINALS = frozenset({"first", "second", "third", "fourth"})
LONG_GONE = timedelta(days=90)
"""Days after which what fell due is history."""

Published = tuple[str, str] | None
"""First and last day a report may be of; None = unknown."""


def make_due(time: Time, *, counted: bool, published: Published) -> Due | None:
    """The time as a due date; a duration only where it is ``counted`` from the report's date ("within ten days")."""
    if time.type != "DURATION":
        if is_unsure(time):
            return Due(CLOCK.sub("", time.value), None, None, time.span)
        return Due(CLOCK.sub("", time.value), time.earliest, time.latest, time.span)
    if not counted:
        return None
    last = time.latest or (count_from(published[1], time.value) if published else None)
    first = time.earliest or (published[0] if last and published else None)
    return Due(last or time.value, first, last, time.span)


def is_unsure(time: Time) -> bool:
    """Whether an expression could mean days months apart, since the report's own day is not known exactly."""
    if "X" not in time.value or not time.earliest or not time.latest:
        return False
    return date.fromisoformat(time.latest) - date.fromisoformat(time.earliest) > LONGEST


def count_from(day: str, duration: str) -> str | None:
    """The day a TIMEX3 duration of whole hours, days, weeks, months (30 days) or years (365) after another."""
    match = SPANS.fullmatch(duration)
    if not match:
        return None
    length = -(-int(match[3]) // 24) if match[3] else int(match[1]) * DAYS[match[2]]
    return shift(day, length)


def shift(day: str, days: int) -> str | None:
    """A day some days later; None beyond the calendar."""
    try:
        return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
    except (OverflowError, ValueError):
        return None


def end_before(due: Due) -> Due:
    """What is due before a month or a longer time is due the day before it begins; "before Friday" may mean Friday itself."""
    if due.earliest is None or due.latest is None or due.earliest == due.latest:
        return due
    last = shift(due.earliest, -1)
    return replace(due, earliest=None, latest=last) if last else due


def is_past(due: Due, published: Published) -> bool:
    """Whether the day surely lies before the report."""
    return due.latest is not None and published is not None and due.latest < published[0]


def look_ahead(due: Due, words: Sequence[str], *, published: Published) -> Due:
    """A weekday, or a day or quarter without a year, read as the next one: what somebody commits to lies ahead."""
    if set(words) & words_of("deadlines", "looking_back", "words"):
        return due
    if due.value != due.latest or due.latest != due.earliest:
        return look_ahead_of_quarter(due, words, published=published)
    day = date.fromisoformat(due.latest)
    if any(word.rstrip(".") in words_of("deadlines", "weekdays", "words") for word in words):
        day = day + timedelta(days=7)
    elif (
        not any(re.fullmatch(r"\d{4}", word) for word in words)
        and (day.month, day.day) != (2, 29)
        and day.year < date.max.year
    ):
        day = day.replace(year=day.year + 1)
    return replace(due, value=day.isoformat(), earliest=day.isoformat(), latest=day.isoformat())


def look_ahead_of_quarter(due: Due, words: Sequence[str], *, published: Published) -> Due:
    """A quarter without a year, read as the next one; "the quarter" as the one the report falls into."""
    match = QUARTER.fullmatch(due.value)
    if not match or published is None or any(map(YEAR.fullmatch, words)):
        return due
    year, month = int(published[1][:4]), int(published[1][5:7])
    if not set(words) & ORDINALS:
        return quarter_due(due, year=year, quarter=-(-month // 3))
    return quarter_due(due, year=int(match["year"]) + 1, quarter=int(match["quarter"]))


def quarter_due(due: Due, *, year: int, quarter: int) -> Due:
    """The due date moved to a quarter."""
    first, last = date(year, 3 * quarter - 2, 1), last_of(date(year, 3 * quarter, 1))
    return replace(due, value=f"{year}-Q{quarter}", earliest=first.isoformat(), latest=last.isoformat())


def last_of(first: date) -> date:
    """The last day of the month a first day opens."""
    return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def is_brief(time: Time) -> bool:
    """Whether an expression means a month at most, or no known days: "for Friday", not "for the fourth quarter"."""
    if time.earliest is None or time.latest is None:
        return time.type != "DURATION" and "Q" not in time.value
    try:
        return date.fromisoformat(time.latest) - date.fromisoformat(time.earliest) <= timedelta(days=31)
    except ValueError:
        return False


def is_history(day: str | None, published: Published) -> bool:
    """Whether a day passed so long before the report that it is history."""
    if day is None or published is None:
        return False
    try:
        return date.fromisoformat(published[0]) - date.fromisoformat(day) > LONG_GONE
    except ValueError:
        return False
