"""Time expressions of a report, with their TIMEX3 values and the days they mean."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from headwater.annotate.times.day_order import find_day_order
from headwater.annotate.times.tagger import find_times_in
from headwater.annotate.times.tense import tense_hint
from headwater.model.block import READ_ROLES
from headwater.model.notes import Time
from headwater.model.reading import Reading

__all__ = ["find_times", "published_days"]

UNUSED = "the report's own date cannot be meant (an unset clock, or far off) and is not used"
WIDEST_GAP = 7
"""Days between the two readings of a time, beyond which they are not one interval."""
UNSET_CLOCK = date(1970, 1, 1)
EARLIEST, LATEST = date(1600, 1, 1), date(2200, 1, 1)
"""A report dated outside, or on the day of an unset clock, is dated by mistake; nothing is counted from such a date."""


def find_times(reading: Reading) -> tuple[Time, ...]:
    """The times of the blocks that are read; where the report's date is an interval, values hold for all of its days."""
    text = reading.report.text
    spans = tuple(block.span for block in reading.blocks if block.role in READ_ROLES or block.role == "dateline")
    if reading.blocks and not spans:
        return ()
    days = published_days(reading.provenance.published.value)
    order = find_day_order(reading)
    hint = tense_hint(reading.sentences) if reading.sentences else None
    if not days and published_value(reading):
        found = find_times_in(text, None, spans=spans, order=order)
        return tuple(replace(time, why=f"{time.why}; {UNUSED}") if "X" in time.value else time for time in found)
    if not days:
        return find_times_in(text, None, spans=spans, order=order)
    first = find_times_in(text, days[0], spans=spans, hint=hint, order=order)
    if days[0] == days[1]:
        return first
    last = find_times_in(text, days[1], spans=spans, hint=hint, order=order)
    return tuple(map(_agree, first, last, find_times_in(text, None, spans=spans, order=order)))


def published_value(reading: Reading) -> str | None:
    """The report's date as it was read, usable or not."""
    return reading.provenance.published.value


def published_days(published: str | None) -> tuple[date, date] | None:
    """First and last possible day of publication; None where it is unknown or cannot be meant (the epoch, year 9999)."""
    try:
        days = [date.fromisoformat(day[:10]) for day in published.split("/")] if published else []
    except ValueError:
        return None
    if not days or not all(EARLIEST < day < LATEST and day != UNSET_CLOCK for day in days):
        return None
    return min(days), max(days)


def _agree(first: Time, last: Time, partial: Time) -> Time:
    """The value if both ends of the interval give it, else the partial one with the days that either end gives."""
    if first.value == last.value:
        return first
    days = [day for day in (first.earliest, first.latest, last.earliest, last.latest) if day]
    if _are_apart(first, last):  # "February" is that of one year or of the next, and never all between
        days = []
    return replace(
        partial,
        earliest=min(days, default=None),
        latest=max(days, default=None),
        why=f"{first.why}; the report's date is not exact",
    )


def _are_apart(first: Time, last: Time) -> bool:
    """Whether more than a week lies between what the two ends give."""
    if not (first.earliest and first.latest and last.earliest and last.latest):
        return False
    gap = max(
        date.fromisoformat(last.earliest) - date.fromisoformat(first.latest),
        date.fromisoformat(first.earliest) - date.fromisoformat(last.latest),
    )
    return gap > timedelta(days=WIDEST_GAP)
