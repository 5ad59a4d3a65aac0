"""Constraints from two expressions that stand side by side and name the same time: "yesterday (5 March)", "last month, in May"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from headwater.annotate.dating.constraints import (
    Between,
    Constraint,
    InMonths,
    NamedDayNear,
    OnDate,
)
from headwater.annotate.dating.evidence import SAME_TIME, side_by_side, span_of, stated_days, weekday_of
from headwater.annotate.times.meaning import Calendar, Holiday, Meaning, Shift
from headwater.annotate.times.tagger import Candidate
from headwater.model.span import Span

ANNIVERSARY = re.compile(r"\b(\d{1,3})(?:st|nd|rd|th)[\s-]anniversary\s+of\b", re.IGNORECASE)
NAMES_OF_NUMBERS = {"first": 1, "second": 2, "third": 3, "fifth": 5, "tenth": 10, "twentieth": 20}
ANNIVERSARY_WORD = re.compile(rf"\b({'|'.join(NAMES_OF_NUMBERS)})[\s-]anniversary\s+of\b", re.IGNORECASE)
REACH = 90
"""Characters from "anniversary of" to the date it is of."""


def same_time(text: str, candidates: list[Candidate]) -> Iterator[Constraint]:
    """Two names of one time, next to each other."""
    for one, other in pairwise(candidates):
        here, there = span_of(one), span_of(other)
        if not SAME_TIME.fullmatch(text, here.end, there.start):
            continue
        for first, second in ((one, other), (other, one)):
            days = _fixed_by(first.draft.meaning, second)
            if days and first.rule != "unit":  # "in 2008, the year he left" says nothing of the report
                yield Constraint(days, (here, there), "two names of one time")


def _fixed_by(counted: Meaning, named: Candidate) -> Between | OnDate | InMonths | NamedDayNear | None:
    """The report's day from a counted name ("yesterday", "last month") and a calendar name of the same time."""
    meaning = named.draft.meaning
    if not isinstance(counted, Shift) or counted.from_mention or named.draft.mod:
        return None
    back = -counted.steps
    match counted.unit, meaning:
        case "D", Holiday(name=name, year=None, steps=None):
            return NamedDayNear(name, counted.steps, counted.steps)
        case "D", Calendar(month=int(month), day=int(day)):
            days = stated_days(named)
            if days:
                said = days[0] + timedelta(days=back)
                return Between(said, said)
            return OnDate(month, day, counted.steps)
        case "M", Calendar(year=None, month=int(month), day=None):
            return InMonths(((month - 1 + back) % 12 + 1,))
        case "Y", Calendar(year=int(year), month=None):
            return Between(date(year + back, 1, 1), date(year + back, 12, 31))
    return None


def anniversaries(text: str, candidates: list[Candidate]) -> Iterator[Constraint]:
    """For "the 10th anniversary of the March 5, 2009 quake": within some days of the day if it is named, else of that year."""
    starts = [span_of(candidate).start for candidate in candidates]
    for match in (*ANNIVERSARY.finditer(text), *ANNIVERSARY_WORD.finditer(text)):
        number = NAMES_OF_NUMBERS.get(match[1].lower()) or int(match[1])
        first, here, last = (
            bisect_left(starts, at) for at in (match.start() - REACH, match.start(), match.end() + REACH)
        )
        dated = next((c for c in candidates[here:last] if stated_days(c)), None)
        if dated and side_by_side(text, Span(*match.span()), span_of(dated), reach=REACH):
            weekdays = [weekday_of(candidate) for candidate in candidates[first:here]]
            yield from _anniversary(number, dated, start=match.start(), weekdays=weekdays)


def _anniversary(number: int, candidate: Candidate, *, start: int, weekdays: list[int | None]) -> Iterator[Constraint]:
    """Within some days of the anniversary; on it or the day after if its weekday has just been named."""
    days, span = stated_days(candidate), span_of(candidate)
    if not days:
        return
    first, last = (_years_on(day, number) for day in days)
    if first == last and first.isoweekday() in weekdays:
        yield Constraint(
            Between(first, first + timedelta(days=1)),
            (span._replace(start=start),),
            f"anniversary number {number} on this weekday",
        )
        return
    slack = timedelta(days=10 if days[0] == days[1] else 45)
    yield Constraint(
        Between(first - slack, last + slack), (span._replace(start=start),), f"anniversary number {number}"
    )


def _years_on(day: date, years: int) -> date:
    return date(day.year + years, day.month, min(day.day, 28) if day.month == 2 else day.day)
