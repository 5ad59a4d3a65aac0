"""The day of a report that its own words leave open, from a dated report of the same story that carries the same utterance.

Words that two reports quote alike were news to both: their days lie close together. What the report itself says about its day must
still hold, and a day is claimed only under the rule of :mod:`headwater.annotate.dating` (at most three days).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from headwater.annotate.dating import Constraint, Interval, constraints_of, known_from, solve
from headwater.annotate.dating.constraints import Between
from headwater.model.notes import Statement
from headwater.model.reading import Reading
from headwater.model.report import Known
from headwater.model.span import Span
from headwater.model.story import Link, Story

APART = timedelta(days=2)
"""How far the days of two reports of one utterance may lie from each other."""
NEWS = timedelta(days=1)
"""Words that a report opens with were told on its day or the day before."""
WEEK = timedelta(days=6)
"""A bare weekday further down lies less than a week back."""
NEAR = 24
"""Characters between a cue or relay and the weekday it is told on ("KSNA reported Monday")."""
WEEKDAY = re.compile(r"XXXX-WXX-([1-7])")
"""The TIMEX3 value of a weekday that no date resolves."""
RULE = "dates.utterance@1"


def read_interval(known: Known) -> Interval | None:
    """First and last day of a publication date, ``YYYY-MM-DD`` or two of them with a slash."""
    if known.value is None:
        return None
    days = [date.fromisoformat(day[:10]) for day in known.value.split("/")]
    return days[0], days[-1]


def find_shared_dates(story: Story) -> dict[str, Known]:
    """Publication dates of undated reports that another report's date decides, by report id."""
    known = {r.report.id: read_interval(r.provenance.published) for r in story.readings}
    found: dict[str, Known] = {}
    for reading in story.readings:
        if known[reading.report.id] is None:
            shared = [c for link in story.utterances for c in _constrain(story, link, reading.report.id, known=known)]
            own = tuple(shared) + constraints_of(reading) if shared else ()
            day = known_from(own, solve(own)) if own else None
            if day is not None:
                found[reading.report.id] = Known(day.value, "inferred", day.evidence, RULE)
    return found


def _constrain(story: Story, link: Link, report: str, *, known: dict[str, Interval | None]) -> Iterator[Constraint]:
    """What one shared utterance says of a report's day: near each dated report that carries it, cited by its own words."""
    here = [number for id, number in link.members if id == report]
    days = [interval for id, _ in link.members if (interval := known[id])]
    if link.possible or not here or not days:
        return
    reading = story.reading(report)
    first, last = min(day for day, _ in days), max(day for _, day in days)
    spans = reading.statements[here[0]].content
    yield Constraint(Between(first - APART, last + APART), spans, "the same words in a dated report")
    for number in here:
        for span, weekday in find_told_on(reading, reading.statements[number]):
            told = last - timedelta(days=(last.isoweekday() - weekday) % 7)
            fresh = any(opens_with(reading, reading.statements[n]) for n in here)
            reach = NEWS if fresh else WEEK
            yield Constraint(Between(told, told + reach), (span,), "the day these words were told")


def opens_with(reading: Reading, statement: Statement) -> bool:
    """Whether a statement stands in the first sentence of a report's body: it is the report's news."""
    first = next((sentence.span for sentence in reading.sentences if sentence.role == "body"), None)
    return first is not None and any(first.holds(span) for span in statement.content)


def find_told_on(reading: Reading, statement: Statement) -> Iterator[tuple[Span, int]]:
    """The unresolved weekdays (1 = Monday) right after the cue or the relay of a statement, with their span."""
    ends = [span.end for span in (*statement.cue, *(relay.span for relay in statement.relays))]
    for time in reading.times:
        match = WEEKDAY.fullmatch(time.value)
        if match and any(0 < time.span.start - end <= NEAR for end in ends):
            yield time.span, int(match[1])
