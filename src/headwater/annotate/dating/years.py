"""Constraints from years that are stated."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from headwater.annotate.dating.constraints import Between, Constraint
from headwater.annotate.dating.evidence import side_by_side, span_of, stated_days
from headwater.annotate.times.direction import cue_before
from headwater.annotate.times.meaning import Calendar, Shift
from headwater.annotate.times.tagger import Candidate

YEAR_OF = r"\s+(?:an?|the)\s+(?:[\w-]+\s+){0,4}year\b"
AS_YEAR = re.compile(r"\s+(?:as|to be|will be|is|could be|would be)" + YEAR_OF, re.IGNORECASE)
A_YEAR = re.compile(YEAR_OF, re.IGNORECASE)
CALLED = re.compile(r"\b(?:calls?|called|declares?|declared|proclaims?|proclaimed|makes?)\s\Z", re.IGNORECASE)


def years_behind(candidates: list[Candidate]) -> Iterator[Constraint]:
    """For "in 2011", "on 3 May 2019": the report is not older than what it tells of."""
    for candidate in candidates:
        days = stated_days(candidate)
        found = candidate.found
        if days and (
            found.before("SINCE|SINCE AT LEAST") or (found.before("IN|ON|COMMA") and cue_before(found)[0] < 0)
        ):
            yield Constraint(Between(first=days[0]), (span_of(candidate),), "told of as past")


def years_ahead(candidates: list[Candidate]) -> Iterator[Constraint]:
    """For "will be held in May 2024": the report is not younger than what it expects."""
    for candidate in candidates:
        days = stated_days(candidate)
        sign, cue = cue_before(candidate.found)
        if (
            days
            and sign > 0
            and candidate.found.before("IN|ON|COMMA")
            and cue.lower() in {"will", "expected", "scheduled", "due"}
        ):
            yield Constraint(Between(last=days[1]), (span_of(candidate),), f"lies ahead: “{cue}”")


def topic_year(candidates: list[Candidate]) -> Iterator[Constraint]:
    """For "sees 2020 as a decisive year": a year spoken of as such is the report's own or the next."""
    for candidate in candidates:
        meaning = candidate.draft.meaning
        if not isinstance(meaning, Calendar) or not meaning.year or meaning.month:
            continue
        text, span = candidate.found.tokens.text, span_of(candidate)
        called = A_YEAR.match(text, span.end) and CALLED.search(text, max(0, span.start - 12), span.start)
        if called or (AS_YEAR.match(text, span.end) and not candidate.found.before("IN|SINCE|OF|FROM|BY|UNTIL")):
            days = Between(date(meaning.year - 1, 1, 1), date(meaning.year, 9, 30))
            yield Constraint(days, (span,), "the year spoken of is the report's own or the next")


def year_turning(candidates: list[Candidate]) -> Iterator[Constraint]:
    """For "rang in 2020", "the last day of 2020", "so far in 2021": the turn of that year, or that year."""
    for candidate in candidates:
        meaning = candidate.draft.meaning
        if not isinstance(meaning, Calendar) or not meaning.year or meaning.month:
            continue
        span = span_of(candidate)
        before = candidate.found.tokens.text[max(0, span.start - 40) : span.start]
        for pattern, first, last in TURNS:
            if pattern.search(before):
                days = Between(_from_new_year(meaning.year, first), _from_new_year(meaning.year, last))
                yield Constraint(
                    days, (span,), "the turn of the year" if last < 300 or first > 300 else "the year is not over"
                )


def _from_new_year(year: int, days: int) -> date:
    return date(year, 1, 1) + timedelta(days=days)


TURNS = (
    (re.compile(r"\b(?:rang|ushered|welcomed) (?:in )?(?:the year )?$", re.IGNORECASE), -1, 2),
    (re.compile(r"\b(?:ring|ringing|usher|ushering|welcome|welcoming) (?:in )?(?:the year )?$", re.IGNORECASE), -8, 1),
    (re.compile(r"\bfirst (?:day|hours|minutes) of $", re.IGNORECASE), -1, 2),
    (re.compile(r"\b(?:last|final) (?:day|hours|minutes) of $", re.IGNORECASE), 363, 366),
    (re.compile(r"\b(?:last|final) days of $|\b(?:farewell|goodbye) to $", re.IGNORECASE), 357, 367),
    (re.compile(r"\b(?:so far|to date|thus far) in $|\b(?:rest|remainder) of $", re.IGNORECASE), 0, 365),
)
"""What stands before a year, and from which to which day, counted from its January 1, the report can say it."""


def years_since(text: str, candidates: list[Candidate]) -> Iterator[Constraint]:
    """For "ten years after the 2009 election": the year of the report, give or take half a year."""
    for one, other in pairwise(candidates):
        passed, year = _years_passed(one) or _years_passed(other), _year(one) or _year(other)
        if passed and year and side_by_side(text, span_of(one), span_of(other)):
            days = Between(date(year + passed - 1, 7, 1), date(year + passed + 1, 6, 30))
            yield Constraint(days, (span_of(one), span_of(other)), f"{passed} years after {year}")


def _years_passed(candidate: Candidate) -> int | None:
    meaning = candidate.draft.meaning
    return (
        -meaning.steps
        if isinstance(meaning, Shift) and meaning.unit == "Y" and meaning.steps < -1 and candidate.draft.mod is None
        else None
    )


def _year(candidate: Candidate) -> int | None:
    meaning = candidate.draft.meaning
    return meaning.year if isinstance(meaning, Calendar) else None
