"""Constraints from named days."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from headwater.annotate.dating.constraints import WEEK, Constraint, NamedDayNear
from headwater.annotate.dating.evidence import span_of, weekday_of
from headwater.annotate.dating.weekdays import LEAD
from headwater.annotate.times.direction import cue_before, direction
from headwater.annotate.times.meaning import Holiday
from headwater.annotate.times.tagger import Candidate

PAST_FEAST = (-183, 0)

SAME_OR_DAY_BEFORE = (-1, 0)
AHEAD_FEAST = (0, 183)

FEAST_EVENT = re.compile(
    r"\s*(?:day\s+)?(?:address|speech|message|celebrations?|festivities|parade|mass|concert|party|fireworks)\b",
    re.IGNORECASE,
)


LINK = re.compile(r"\s*(?:\w+\s+){0,3}on\s|\s*[,(]\s*(?:on\s)?", re.IGNORECASE)
"""Between a named day and its weekday: "New Year's address on Wednesday", "Boxing Day, Tuesday"."""
LINK_BACK = re.compile(r"['’]s\s(?:\w+\s){0,2}|\s*[,(]\s*|\s(?:for|on|to mark|to celebrate)\s(?:the\s)?", re.IGNORECASE)
"""Between a weekday and the day named after it: "Wednesday's New Year's address", "on Tuesday for Bastille Day"."""


def named_day_on_weekday(text: str, candidates: list[Candidate]) -> Iterator[Constraint]:
    """For "a New Year's address on Wednesday": the named day falls on that weekday within the week."""
    for one, other in pairwise(candidates):
        here, there = span_of(one), span_of(other)
        for feast, day, link in ((one, other, LINK), (other, one, LINK_BACK)):
            meaning, weekday = feast.draft.meaning, weekday_of(day)
            if (
                isinstance(meaning, Holiday)
                and not meaning.year
                and weekday
                and link.fullmatch(text, here.end, there.start)
            ):
                eve = bool(FEAST_EVENT.match(text, span_of(feast).end))
                days = NamedDayNear(meaning.name, *_week(one), weekday=weekday, eve=eve)
                yield Constraint(
                    days, (here, there), "the named day falls on this weekday, within a week of the report"
                )


def _is_in_lead(candidate: Candidate) -> bool:
    """Whether the report opens with what happened on the named day itself."""
    start = candidate.found.tokens.start(0)
    return before_word(candidate) == "on" and span_of(candidate).start < start + LEAD


def before_word(candidate: Candidate) -> str:
    """The word just before an expression."""
    found = candidate.found
    return found.word(found.first - 1).lower() if found.first else ""


def _week(candidate: Candidate) -> tuple[int, int]:
    """The week ahead or behind, where a word before says which; else both."""
    sign = cue_before(candidate.found)[0] or max(0, direction(candidate.found)[0])
    return (0, WEEK) if sign > 0 else (-WEEK, 0) if sign < 0 else (-WEEK, WEEK)


def named_day_near(candidates: list[Candidate]) -> Iterator[Constraint]:
    """For "during the Christmas holiday", "ahead of Easter": the day lies shortly behind, or ahead."""
    for candidate in candidates:
        meaning = candidate.draft.meaning
        if not isinstance(meaning, Holiday) or meaning.year or meaning.steps:
            continue
        sign, cue = cue_before(candidate.found)
        if sign > 0 or (sign < 0 and before_word(candidate) in {"on", "over", "during", "since"}):
            window = AHEAD_FEAST if sign > 0 else SAME_OR_DAY_BEFORE if _is_in_lead(candidate) else PAST_FEAST
            where = "ahead" if sign > 0 else "behind"
            yield Constraint(
                NamedDayNear(meaning.name, *window),
                (span_of(candidate),),
                f"the named day lies shortly {where}: “{cue}”",
            )
