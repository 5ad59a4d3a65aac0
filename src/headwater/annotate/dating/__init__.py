"""The day of publication of a report that states none: constraints read from its words, solved for the days that satisfy all."""

from __future__ import annotations

from dataclasses import replace

from headwater.annotate.dating import after, beside, datelines, feasts, weekdays, years
from headwater.annotate.dating.constraints import Constraint, Interval, solve
from headwater.annotate.times.tagger import Candidate, find_candidates
from headwater.model.block import READ_ROLES
from headwater.model.reading import Reading
from headwater.model.report import Known, Provenance
from headwater.model.span import Span, Spans

__all__ = ["Constraint", "Interval", "constraints_of", "infer_published", "known_from", "solve"]

LONGEST = 3
"""Days; a longer interval does not resolve a weekday, so no date is claimed from it."""


def constraints_of(reading: Reading) -> tuple[Constraint, ...]:
    """Everything the words of a report say about the day it was published."""
    text = reading.report.text
    candidates = _candidates(reading)
    found = [
        *weekdays.full_day_of_reporting(candidates),
        *datelines.day_of_dateline(reading, candidates),
        *weekdays.full_day_of_lead(reading, candidates),
        *weekdays.day_of_reporting(candidates),
        *feasts.named_day_on_weekday(text, candidates),
        *feasts.named_day_near(candidates),
        *weekdays.date_on_weekday(candidates),
        *years.years_behind(candidates),
        *years.years_ahead(candidates),
        *years.topic_year(candidates),
        *years.year_turning(candidates),
        *beside.same_time(text, candidates),
        *weekdays.weekday_with_date(text, candidates),
        *beside.anniversaries(text, candidates),
        *after.counted_from(text, candidates),
        *years.years_since(text, candidates),
    ]
    return tuple(found)


def _candidates(reading: Reading) -> list[Candidate]:
    spans = [block.span for block in reading.blocks if block.role in READ_ROLES]
    if not reading.blocks:
        spans = [Span(0, len(reading.report.text))]
    return [candidate for span in spans for candidate in find_candidates(reading.report.text, *span)]


def infer_published(reading: Reading) -> Provenance:
    """The provenance with the day of publication filled in where it is unknown and the words of the report decide it."""
    if reading.provenance.published.value is not None:
        return reading.provenance
    constraints = constraints_of(reading)
    known = known_from(constraints, solve(constraints))
    return replace(reading.provenance, published=known) if known else reading.provenance


def known_from(constraints: tuple[Constraint, ...], interval: Interval | None) -> Known | None:
    """The inferred day, or interval of at most three days, with the words that decide it; None if they leave more."""
    if not interval or (interval[1] - interval[0]).days >= LONGEST:
        return None
    first, last = (day.isoformat() for day in interval)
    value = first if first == last else f"{first}/{last}"
    return Known(value, "inferred", _all_spans(constraints), "dating.constraints@1")


def _all_spans(constraints: tuple[Constraint, ...]) -> Spans:
    return tuple(sorted({span for constraint in constraints for span in constraint.spans}))
