"""The tolls of a story: one number of people that met one fate, wherever it is told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from headwater.assess.counts import Count
from headwater.assess.independence import Background
from headwater.assess.places import StoryPlaces
from headwater.assess.toll_counts import find_toll_counts
from headwater.model.reading import Reading
from headwater.model.span import Cite, Span

ROUND = 10
"""What a number is a multiple of that may stand for a greater one ("more than 60")."""
BEYOND = 0.15
"""Share by which that one may be greater."""
HELD = 5
"""Reports of a toll whose texts are searched for the place of another."""
Counted = tuple[Reading, Count]


@dataclass(slots=True)
class Toll:
    """One number of people that met one fate at one place, wherever it is told."""

    fate: str
    counted: list[Counted] = field(default_factory=list)
    places: set[str] = field(default_factory=set)
    recalled: set[Cite] = field(default_factory=set)
    """Where a report that has a newer number recalls this one."""

    @property
    def own(self) -> list[Counted]:
        """Where reports tell it as theirs; where they recall it, if none does."""
        return [pair for pair in self.counted if cite(*pair) not in self.recalled] or self.counted

    @property
    def reports(self) -> frozenset[str]:
        """The reports that tell it."""
        return frozenset(reading.report.id for reading, _ in self.counted)

    @property
    def details(self) -> dict[str, str | float]:
        """The number and what befell the people."""
        exact = (count.value for _, count in self.counted if count.low == count.high)
        return {"fate": self.fate, "value": next(exact, self.counted[0][1].value)}

    def holds(self, report: str, span: Span) -> bool:
        """Whether some words of a report stand in those of the toll."""
        return any(reading.report.id == report and count.span.holds(span) for reading, count in self.counted)

    def is_told_in(self, report: str, span: Span) -> bool:
        """Whether the words of the toll stand in some words of a report."""
        return any(reading.report.id == report and span.holds(count.span) for reading, count in self.counted)


def gather_tolls(background: Background) -> tuple[Toll, ...]:
    """The tolls of a story, each with every place where it is told."""
    by_fate: dict[str, list[Counted]] = {}
    recalled = set[Cite]()
    for reading in background.story.readings:
        counts = find_toll_counts(reading)
        for count in counts:
            by_fate.setdefault(count.thing[0], []).append((reading, count))
            newest = max(c.value for c in counts if c.thing[0] == count.thing[0])
            if _is_recalled(reading, count, newest=newest):
                recalled.add(cite(reading, count))
    places = StoryPlaces(background.story.readings)
    tolls = tuple(
        toll
        for fate, counted in by_fate.items()
        for same in _group_equal(counted)
        for toll in _part_by_place(fate, same, places=places)
    )
    for toll in tolls:
        toll.recalled |= recalled
    return tolls


def cite(reading: Reading, count: Count) -> Cite:
    """Where a number is told."""
    return Cite(reading.report.id, count.span)


def _part_by_place(fate: str, counted: Iterable[Counted], *, places: StoryPlaces) -> list[Toll]:
    """A number told of two places that no report names together is told of two events."""
    tolls: list[Toll] = []
    placed = [(places.find(*pair), pair) for pair in counted]
    for names, pair in sorted(placed, key=lambda item: not item[0]):
        toll = next((t for t in tolls if _is_same_place(t, names, pair[0])), None)
        if toll is None:
            toll = Toll(fate)
            tolls.append(toll)
        toll.places.update(names)
        toll.counted.append(pair)
    return tolls


def _is_same_place(toll: Toll, names: frozenset[str], reading: Reading) -> bool:
    if not names or not toll.places or names & toll.places:
        return True
    texts = [told.report.text.casefold() for told, _ in toll.counted[:HELD]]
    mine = reading.report.text.casefold()
    return any(name in text for text in texts for name in names) or any(name in mine for name in toll.places)


def _group_equal(counted: Iterable[Counted]) -> Iterable[list[Counted]]:
    """Counts of one number; a round one with a hedge goes with the only exact one it may stand for."""
    by_value: dict[float, list[Counted]] = {}
    hedged = []
    for reading, count in counted:
        if count.low == count.high:
            by_value.setdefault(count.value, []).append((reading, count))
        else:
            hedged.append((reading, count))
    exact = tuple(by_value)
    for reading, count in hedged:
        near = [value for value in exact if _may_stand_for(count, value)]
        value = near[0] if len(near) == 1 and count.value not in exact else count.value
        by_value.setdefault(value, []).append((reading, count))
    return by_value.values()


def _may_stand_for(rough: Count, exact: float) -> bool:
    allowed = rough.low <= exact <= min(rough.high, rough.value * (1 + BEYOND))
    return rough.value % ROUND == 0 and allowed


def _is_recalled(reading: Reading, count: Count, *, newest: float) -> bool:
    """Whether a report tells an older number ("had spoken of 17 dead") than the one it has itself."""
    sentence = next((s for s in reading.sentences if s.span.holds(count.span)), None)
    before = reading.report.text[sentence.span.start : count.span.start].casefold().split() if sentence else []
    return count.value < newest and "had" in before
