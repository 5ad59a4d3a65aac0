"""Numbers that befell people, magnitudes, ages: counts of one thing that exclude each other.

A report that tells two tolls may speak of two events and is left aside, unless it says that one takes the place of the
other ("risen to 14", "had spoken of 17 dead"): then both stand in the difference, and tolls of other reports beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations
from math import inf

from headwater.assess.ages import Names, find_ages
from headwater.assess.counts import Count, find_counts
from headwater.assess.differ.sides import Dispute, Side, make_side
from headwater.assess.figures import find_figures
from headwater.assess.independence import Background
from headwater.assess.phrases import any_of
from headwater.assess.places import StoryPlaces, Where
from headwater.lexicon import load
from headwater.link.groups import Groups
from headwater.model.reading import Reading

FATES = frozenset({"killed", "injured", "missing", "ill", "arrested", "evacuated"})
"""What is counted anew from day to day."""
MOST = 200
"""Sets of places that are held against each other."""
FLOWS = frozenset({"arrested", "evacuated"})
"""What grows through a day: told on two days they are two counts."""
NEAR_MAGNITUDE = 0.8
"""Two magnitudes further apart are of two earthquakes."""
FAR = 3
"""Times that one toll may hold another and still be of one event."""
MOST_SIDES = 3
"""Values of which none is said to replace another: of more, several events or moments are told."""
NEAR_AGE = 5
"""Years up to which two ages may be one person's where the person is inferred."""


@dataclass(frozen=True, slots=True)
class Told:
    """A count in its report."""

    reading: Reading
    count: Count
    where: Where
    is_newer: bool = False
    """Whether it is said to take the place of another."""
    is_older: bool = False

    @property
    def published(self) -> str | None:
        """The day of its report."""
        return self.reading.provenance.published.value

    @property
    def is_firm(self) -> bool:
        """Whether it is a count rather than an estimate: exact, or "at least"."""
        exact = self.count.low == self.count.high
        words = self.reading.report.quote(self.count.span).casefold()
        return exact or (self.count.high == inf and words.startswith(("at least", "no fewer")))


def find_tolls(background: Background) -> Iterator[Dispute]:
    """Counts that exclude each other, or of which one takes the place of the other."""
    by_thing: dict[tuple[str, str], list[Told]] = {}
    names = {ref: person.name for person in background.story.people for ref in person.actors}
    places = StoryPlaces(background.story.readings)
    for reading in background.story.readings:
        for thing, told in _settle(reading, places, names).items():
            by_thing.setdefault(thing, []).extend(told)
    for thing, found in by_thing.items():
        for same in _group(found):
            at_odds = [told for told in same if any(differ(told, other) for other in same)]
            sides = _gather_values(at_odds, same)
            if at_odds and (len(sides) <= MOST_SIDES or any(told.is_newer or told.is_older for told in at_odds)):
                yield Dispute("number", tuple(map(count_side, sides)), " ".join(thing))


def differ(one: Told, other: Told) -> bool:
    """Whether two counts of one thing cannot both hold."""
    if one.count.is_inferred or other.count.is_inferred:
        return 0 < abs(one.count.value - other.count.value) <= NEAR_AGE
    kind, is_apart = one.count.thing[0], abs(one.count.value - other.count.value) > NEAR_MAGNITUDE
    if (kind == "magnitude" and is_apart) or (kind in FLOWS and one.published != other.published):
        return False
    takes_place = one.is_newer or other.is_newer or (one.is_older != other.is_older)
    if not takes_place and kind in FATES and is_far(one.count.value, other.count.value):
        return False
    if one.count.contradicts(other.count):
        return True
    return takes_place and one.is_firm and other.is_firm and one.count.value != other.count.value


def is_far(one: float, other: float) -> bool:
    """Whether one toll holds the other many times."""
    return max(one, other) > FAR * min(one, other)


def _settle(reading: Reading, places: StoryPlaces, names: Names) -> dict[tuple[str, str], list[Told]]:
    """The counts of a report, by thing; only the last and those it replaces where there are several."""
    by_thing: dict[tuple[str, str], list[Told]] = {}
    for count in (*find_counts(reading), *find_figures(reading), *find_ages(reading, names)):
        by_thing.setdefault(count.thing, []).append(_tell(reading, count, places))
    return {thing: chosen for thing, told in by_thing.items() if (chosen := _choose(thing[0], told))}


def _choose(kind: str, told: list[Told]) -> list[Told]:
    """All where they agree; the new and the old ones where one is said to replace others; else none."""
    current = [one for one in told if not one.is_older]
    if kind == "magnitude" or len({one.count.value for one in current}) <= 1:
        return told
    newer = [one for one in current if one.is_newer]
    if kind not in FATES or len({one.count.value for one in newer}) != 1:
        return []
    older = [replace(one, is_older=True) for one in told if one.count.value < newer[0].count.value]
    return [*newer, *(one for one in older if not one.is_newer)]


def _tell(reading: Reading, count: Count, places: StoryPlaces) -> Told:
    near = next((s for s in reading.sentences if s.span.meets(count.span)), None)
    around = reading.report.text[near.span.start : near.span.end] if near and count.thing[0] in FATES else ""
    is_older = bool(_cues("older").search(around))
    is_newer = bool(_cues("newer").search(around)) and not is_older
    return Told(reading, count, places.find_main(reading, count), is_newer, is_older)


@cache
def _cues(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(load('differences')[name]['words'])})\b", re.I)


def _group(found: list[Told]) -> Iterator[list[Told]]:
    """Counts of one event: those whose places meet; one without places only where there is one event to count for."""
    placed = list(dict.fromkeys(told.where for told in found if told.where.places))
    groups: Groups[Where] = Groups(placed)
    for one, other in combinations(placed[:MOST], 2):
        if one.meets(other):
            groups.join(one, other)
    members = groups.members()
    for group in members or [[]]:
        yield [told for told in found if told.where in group or (not told.where.places and len(members) < 2)]


def _gather_values(at_odds: list[Told], same: list[Told]) -> list[list[Told]]:
    """The counts by value; an estimate with the only exact value it allows, or else with its own."""
    exact = dict.fromkeys(told.count.value for told in at_odds if told.is_firm)
    by_value: dict[float, list[Told]] = {value: [] for value in exact}
    for told in same:
        allowed = [value for value in exact if told.count.low <= value <= told.count.high]
        if told.count.value in by_value and told.is_firm:
            by_value[told.count.value].append(told)
        elif len(allowed) == 1:
            by_value[allowed[0]].append(told)
        elif not allowed and told in at_odds:
            by_value.setdefault(told.count.value, []).append(told)
    return sorted((told for told in by_value.values() if told), key=lambda told: same.index(told[0]))


def count_side(told: list[Told]) -> Side:
    """A side of equal numbers, with the figure where the words spell it."""
    ordered = sorted(told, key=lambda one: one.count.low != one.count.high)
    side = make_side([(one.reading, one.count.span) for one in ordered])
    is_spelt = not any(character.isdigit() for character in side.text)
    return replace(side, figure=f"{ordered[0].count.value:g}" if is_spelt else "")
