"""Constraints from a dateline without a year, which the text states with the same day: "OSTMERE, May 4 (…) … on May 4, 2031"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from headwater.annotate.dating.constraints import Between, Constraint
from headwater.annotate.dating.evidence import span_of, stated_days
from headwater.annotate.times.tagger import Candidate
from headwater.lexicon import load
from headwater.model.block import DATELINE
from headwater.model.reading import Reading


def day_of_dateline(reading: Reading, candidates: list[Candidate]) -> Iterator[Constraint]:
    """A day stated in full that is the dateline's day and month: published then."""
    lines = [block.span for block in reading.blocks if block.role == "dateline" and block.rule == DATELINE]
    for candidate in candidates:
        days = stated_days(candidate)
        if days and days[0] == days[1]:
            form = _written(days[0].day, days[0].month)
            for line in lines:
                if form.search(reading.report.text, *line):
                    spans = tuple(sorted((line, span_of(candidate))))
                    yield Constraint(Between(days[0], days[0]), spans, "the dateline's day, with its year")


def _written(day: int, month: int) -> re.Pattern[str]:
    """How a day and its month are written without a year."""
    short = next(name for name, number in load("times")["MONTH"]["words"].items() if number == month)[:3]
    return re.compile(rf"\b(?:0?{day} {short}[a-z]*|{short}[a-z]*\.? 0?{day})\b", re.IGNORECASE)
