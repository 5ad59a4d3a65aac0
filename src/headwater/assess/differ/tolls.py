"""Numbers that befell people, magnitudes, ages: counts of one thing that exclude each other.

A report that tells two tolls may speak of two events and is left aside, unless it says that one takes the place of the
other ("risen to 14", "had spoken of 17 dead"): then both stand in the difference, and tolls of other reports beside them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from headwater.assess.differ.settled import FATES, Told, find_cues, settle_counts
from headwater.assess.differ.sides import Dispute, Side, make_side
from headwater.assess.independence import Background
from headwater.assess.places import StoryPlaces, Where
from headwater.link.groups import Groups

MOST = 200
"""Sets of places that are held against each other."""
FLOWS = frozenset({"arrested", "evacuated", "missing"})
"""What grows or shrinks through the days: told on two days they are two counts."""
SPREAD = frozenset({"arrested"})
"""What several places add to, so that two counts are seldom of one thing."""
NEAR_MAGNITUDE = 0.8
"""Two magnitudes further apart are of two earthquakes."""
FAR = 3
"""Times that one toll may hold another and still be of one event."""
MOST_SIDES = 3
"""Values of which none is said to replace another: of more, several events or moments are told."""
NEAR_AGE = 5
"""Years up to which two ages may be one person's where the person is inferred."""


def find_tolls(background: Background) -> Iterator[Dispute]:
    """Counts that exclude each other, or of which one takes the place of the other."""
    by_thing: dict[tuple[str, str], list[Told]] = {}
    names = {ref: person.name for person in background.story.people for ref in person.actors}
    places = StoryPlaces(background.story.readings)
    for reading in background.story.readings:
        for thing, told in settle_counts(reading, places, names).items():
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
    kind = one.count.thing[0]
    if _is_of_another(kind, one, other):
        return False
    takes_place = one.is_newer or other.is_newer or (one.is_older != other.is_older)
    is_other_day = bool(one.days and other.days and not one.days & other.days)
    is_unlike = is_other_day or is_far(one.count.value, other.count.value) or _may_count_culprit(one, other)
    if not takes_place and kind in FATES and is_unlike:
        return False
    if one.count.contradicts(other.count):
        return True
    return takes_place and one.is_firm and other.is_firm and one.count.value != other.count.value


def _is_of_another(kind: str, one: Told, other: Told) -> bool:
    """Whether two counts are of two moments, places or earthquakes by their kind."""
    if kind == "magnitude":
        return abs(one.count.value - other.count.value) > NEAR_MAGNITUDE
    return kind in SPREAD or (kind in FLOWS and not is_one_day(one.published, other.published))


def _may_count_culprit(one: Told, other: Told) -> bool:
    """Whether one of two tolls may hold the one who killed the others, too."""
    is_one_more = one.count.thing[0] == "killed" and abs(one.count.value - other.count.value) == 1
    return is_one_more and any(find_cues("culprit").search(told.reading.report.text) for told in (one, other))


def is_one_day(one: str | None, other: str | None) -> bool:
    """Whether two publication dates, each a day or the first and the last of several, may be one; unknown ones may."""
    return not one or not other or (str(one)[:10] <= str(other)[-10:] and str(other)[:10] <= str(one)[-10:])


def is_far(one: float, other: float) -> bool:
    """Whether one toll holds the other many times."""
    return max(one, other) > FAR * min(one, other)


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
