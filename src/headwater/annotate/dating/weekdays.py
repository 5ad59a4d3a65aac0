"""Constraints from weekdays and the days of the month named with them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

from headwater.annotate.dating.constraints import WEEK, Between, Constraint, DateOnWeekday, OnWeekday
from headwater.annotate.dating.evidence import SAME_TIME, span_of, stated_days, weekday_of
from headwater.annotate.times.direction import direction
from headwater.annotate.times.meaning import Calendar
from headwater.annotate.times.tagger import Candidate
from headwater.model.block import DATELINE
from headwater.model.reading import Reading

LEAD = 400
"""Characters in which a weekday told of as past is the day of reporting, or the day before: right for nine reports in ten that
open with one, for six in ten further down."""
DATED_LEAD = 900
"""The same for a day stated in full."""
SPEECH = frozenset(
    {"said", "told", "announced", "reported", "confirmed", "added", "says", "reports", "warned", "declared"}
)
LOOKS_BACK = re.compile(r"\b(?:years?|decades?|anniversar\w+|centur\w+|born|remember\w*|histor\w+)\b", re.I)
"""Words of a lead that tells of a day long gone."""
NEAR = 3
"""Tokens between a word of speech and the day that it is said on."""
SAME_OR_NEXT = timedelta(days=1)
AROUND = 183
"""Days: a day of the month named without its year lies less than half a year away."""


def reported_days(candidates: list[Candidate]) -> list[Candidate]:
    """The past weekdays near the start, bare or dated, that are the day of reporting; those of words of speech if there are any."""
    start = candidates[0].found.tokens.start(0) if candidates else 0
    near = [c for c in candidates if weekday_in(c) and span_of(c).start < start + LEAD and not c.found.after("POSS")]
    past = [(c, cue.lower()) for c in near for sign, cue in (direction(c.found),) if sign < 0]
    return [c for c, cue in past if cue in SPEECH] or [c for c, _ in past]


def day_of_reporting(candidates: list[Candidate]) -> Iterator[Constraint]:
    """For "the ministry said on Monday" near the start: published that Monday or the day after."""
    chosen = reported_days(candidates)
    day = _latest({weekday_in(c) or 0 for c in chosen})
    if day:
        why = "a weekday told of at the start is the day of the report or the day before"
        yield Constraint(OnWeekday((day, day % 7 + 1)), (span_of(chosen[0]),), why)


def _latest(weekdays: set[int]) -> int | None:
    """The one weekday told of, or the later of two that follow each other; None where more is told."""
    if len(weekdays) == 2:
        return next((day for day in sorted(weekdays) if (day - 2) % 7 + 1 in weekdays), None)
    return min(weekdays) if len(weekdays) == 1 else None


def date_on_weekday(candidates: list[Candidate]) -> Iterator[Constraint]:
    """For "Friday, March 15": a year in which that day is a Friday; told of at the start, also that day or the next."""
    reported = [span_of(c) for c in reported_days(candidates)]
    for candidate in candidates:
        meaning = candidate.draft.meaning
        if isinstance(meaning, Calendar) and meaning.weekday and meaning.month and meaning.day and not meaning.year:
            window = (-1, 0) if span_of(candidate) in reported else _half_year(direction(candidate.found)[0])
            days = DateOnWeekday(meaning.month, meaning.day, meaning.weekday, *window)
            yield Constraint(days, (span_of(candidate),), "the day falls on this weekday")


def _half_year(sign: int) -> tuple[int, int]:
    """Days to a day of the month that lies ahead (1), behind (-1), or either (0)."""
    return {1: (-1, AROUND), -1: (-AROUND, 1), 0: (-AROUND, AROUND)}[sign]


def weekday_with_date(text: str, candidates: list[Candidate]) -> Iterator[Constraint]:
    """For "on Tuesday (March 5)": a bare weekday and the date of it, within a week of the report."""
    reported = [span_of(c) for c in reported_days(candidates)]
    for one, other in pairwise(candidates):
        here, there = span_of(one), span_of(other)
        weekday, meaning = weekday_of(one), other.draft.meaning
        if not weekday or not isinstance(meaning, Calendar) or not meaning.month or not meaning.day or meaning.weekday:
            continue
        if SAME_TIME.fullmatch(text, here.end, there.start):
            window = (-1, 0) if here in reported else (-WEEK, WEEK)
            days = DateOnWeekday(meaning.month, meaning.day, weekday, *window)
            yield Constraint(days, (here, there), "a weekday and its date, within a week of the report")


def full_day_of_reporting(candidates: list[Candidate]) -> Iterator[Constraint]:
    """For "said on Monday, 4 May 2020" near the start, no later day being told of: published that day or the next."""
    told = [(days, c) for c in candidates if (days := stated_days(c)) and days[0] == days[1]]
    latest = max((days[0] for days, _ in told), default=None)
    for days, candidate in told:
        if days[0] == latest and span_of(candidate).start < DATED_LEAD and _is_said_on(candidate):
            yield Constraint(Between(days[0], days[0] + SAME_OR_NEXT), (span_of(candidate),), "said on this day")


def full_day_of_lead(reading: Reading, candidates: list[Candidate]) -> Iterator[Constraint]:
    """For "burned down on Friday, May 4, 2029" in a lead under a dateline, no later day being told of: that day or the next.

    Agencies write today's or yesterday's date so; a lead that looks years back is left aside.
    """
    if not any(block.rule == DATELINE for block in reading.blocks):
        return
    text = reading.report.text
    told = [(days, c) for c in candidates if (days := stated_days(c)) and days[0] == days[1]]
    latest = max((days[0] for days, _ in told), default=None)
    start = min((span_of(c).start for c in candidates), default=0)
    for days, candidate in told:
        span, meaning = span_of(candidate), candidate.draft.meaning
        is_full = isinstance(meaning, Calendar) and bool(meaning.weekday)
        if (
            days[0] == latest
            and is_full
            and span.start < start + LEAD
            and not LOOKS_BACK.search(text, 0, span.end + LEAD)
        ):
            yield Constraint(Between(days[0], days[0] + SAME_OR_NEXT), (span,), "the full day that the lead tells of")


def _is_said_on(candidate: Candidate) -> bool:
    """Whether a word of speech stands right before the day."""
    found = candidate.found
    before = [found.word(n).lower() for n in range(max(0, found.first - NEAR), found.first)]
    return bool(SPEECH.intersection(before))


def weekday_in(candidate: Candidate) -> int | None:
    """The weekday of an expression, bare or with a date whose year is open."""
    meaning = candidate.draft.meaning
    return meaning.weekday if isinstance(meaning, Calendar) and not meaning.year else None
