"""To which day a deadline was moved, where a report that tells of it names one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from headwater.annotate.commitments.days import count_from
from headwater.assess.independence import Background
from headwater.assess.outcomes import Outcome
from headwater.assess.wording import cite_all, join_words
from headwater.link.due_days import is_whole
from headwater.model.notes import Due, Time
from headwater.model.reading import Reading
from headwater.model.span import Cite

REACH = 600
"""Characters after "extended the deadline" in which the report names the new one."""


@dataclass(frozen=True, slots=True)
class Move:
    """The new date and the words that state it."""

    last: str
    detail: dict[str, Any]
    cites: tuple[Cite, ...]


def find_new_date(background: Background, changes: Iterable[Outcome], *, due: str | None) -> Move | None:
    """The day to which reports say it was put off (the latest of them) or else brought forward; None where none names one."""
    found = [
        move
        for change in changes
        if change.status in {"extended", "moved"}
        for move in list_moves(background.readings[change.report], change, due=due)
        if due and ((move.last > due) if change.status == "extended" else (move.last < due))
    ]
    return max(found, key=lambda move: move.last, default=None)


def list_days(reading: Reading, change: Outcome) -> Iterator[Move]:
    """The days that stand after "to" or "until" in the clause itself; without such, all it names."""
    inside = [time for time in reading.times if change.span.holds(time.span) and time.latest]
    new = [
        time
        for time in inside
        if reading.report.text[change.span.start : time.span.start].split()[-1:] in (["to"], ["until"], ["till"])
    ]
    for time in new or inside:
        yield Move(str(time.latest), tell_day(reading, time), cite_all(reading, (change.span,)))


def list_lengths(reading: Reading, change: Outcome, *, due: str | None) -> Iterator[Move]:
    """The day to which "by ten days" puts off what was due."""
    for time in (time for time in reading.times if change.span.holds(time.span) and time.type == "DURATION"):
        is_by = reading.report.text[change.span.start : time.span.start].split()[-1:] == ["by"]
        last = count_from(due, time.value) if is_by and due and is_whole(due) else None
        if last:
            told = tell_day(reading, time) | {"value": last, "earliest": last, "latest": last}
            yield Move(last, told, cite_all(reading, (change.span,)))


def list_moves(reading: Reading, change: Outcome, *, due: str | None) -> Iterator[Move]:
    """The days named in the clause itself, and the deadlines that the report states soon after it."""
    yield from list_days(reading, change)
    yield from list_lengths(reading, change, due=due)
    for commitment in reading.commitments:
        day = commitment.due if commitment.commitment == "deadline" else None
        is_near = change.span.start <= commitment.span[0].start <= change.span.end + REACH
        if is_near and day and day.latest:
            yield Move(day.latest, tell_day(reading, day), cite_all(reading, commitment.span))


def tell_day(reading: Reading, day: Due | Time) -> dict[str, Any]:
    """A date with the words it was read from and how it was resolved."""
    why = next((time.why for time in reading.times if time.span == day.span), "")
    words = join_words(reading, (day.span,))
    return {"value": day.value, "earliest": day.earliest, "latest": day.latest, "words": words, "why": why}
