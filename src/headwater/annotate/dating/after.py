"""Constraints from an amount of time counted from a stated day: "three days after the quake of March 11, 2011", told on a Monday."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from headwater.annotate.dating.constraints import Between, Constraint, NamedDayNear
from headwater.annotate.dating.evidence import span_of, stated_days
from headwater.annotate.dating.weekdays import reported_days, weekday_in
from headwater.annotate.times.calendar import move
from headwater.annotate.times.meaning import Holiday, Length, Unit
from headwater.annotate.times.tagger import Candidate

AFTER = re.compile(r"\s+(?:after|since)\b[^.;!?\n]{0,60}")
COUNTED: tuple[Unit, ...] = ("D", "W", "M", "Y")


def counted_from(text: str, candidates: list[Candidate]) -> Iterator[Constraint]:
    """The counted day, and the day after it, where the report tells of that very weekday as its own."""
    told = {weekday_in(candidate) for candidate in reported_days(candidates)}
    for amount, base in pairwise(candidates):
        here, there = span_of(amount), span_of(base)
        counted = _amount(amount)
        if counted and AFTER.fullmatch(text, here.end, there.start):
            days = _days(counted, base, told)
            if days:
                yield Constraint(days, (here, there), "counted from a day that is named, on the weekday told of")


def _amount(candidate: Candidate) -> tuple[int, Unit] | None:
    """A whole number of days, weeks, months or years."""
    meaning = candidate.draft.meaning
    if not isinstance(meaning, Length) or candidate.draft.mod:
        return None
    count, unit = meaning.parts[0]
    return (int(count), unit) if count and count == int(count) and unit in COUNTED else None


def _days(counted: tuple[int, Unit], base: Candidate, told: set[int | None]) -> Between | NamedDayNear | None:
    count, unit = counted
    days, meaning = stated_days(base), base.draft.meaning
    if days and days[0] == days[1]:
        day: date | None = move(days[0], unit, count)
        return Between(day, day + timedelta(days=1)) if day and day.isoweekday() in told else None
    if isinstance(meaning, Holiday) and not meaning.year and unit == "D" and len(told) == 1:
        weekday = (min(w or 0 for w in told) - 1 - count) % 7 + 1
        return NamedDayNear(meaning.name, -count - 1, -count, weekday=weekday)
    return None
