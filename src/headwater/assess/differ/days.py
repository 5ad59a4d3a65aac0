"""Days of one event that exclude each other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from headwater.assess.differ.sides import Dispute, Place, make_dispute
from headwater.assess.independence import Background
from headwater.model.notes import Event, Time
from headwater.model.reading import Reading


def list_events(background: Background) -> Iterator[list[tuple[Reading, Event]]]:
    """The linked events, group by group."""
    for link in background.story.events:
        if not link.possible:
            members = [(background.readings[report], number) for report, number in link.members]
            yield [(reading, reading.events[number]) for reading, number in members]


def find_days(background: Background) -> Iterator[Dispute]:
    """Linked events whose reports name days that do not meet."""
    for group in list_events(background):
        dated = [(reading, time) for reading, event in group if (time := _day_of(reading, event))]
        if any(exclude_days(one, other) for (_, one), (_, other) in combinations(dated, 2)):
            by_day: dict[tuple[str | None, str | None], list[Place]] = {}
            for reading, time in dated:
                by_day.setdefault((time.earliest, time.latest), []).append((reading, time.span))
            yield make_dispute("date", by_day.values())


def _day_of(reading: Reading, event: Event) -> Time | None:
    found = (time for time in reading.times if event.time and time.span == event.time and time.type == "DATE")
    return next((time for time in found if time.earliest and time.latest), None)


def exclude_days(one: Time, other: Time) -> bool:
    """Whether two days or periods do not meet; unknown bounds exclude nothing."""
    bounds = (one.earliest, one.latest, other.earliest, other.latest)
    return None not in bounds and (str(one.latest) < str(other.earliest) or str(other.latest) < str(one.earliest))
