"""The dated findings of a dossier along a line, with the list that says the same in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from headwater.model.finding import Finding, FindingKind
from headwater.show.kinds import tell_kind
from headwater.show.outline import Item

LEFT, RIGHT, TOP, STEP = 24, 776, 34, 26
"""Picture units: the ends of the line, its height and the distance between stacked marks."""
NAMES: dict[FindingKind, str] = {"due": "due", "happened": "event", "said": "statement"}
"""Kinds of finding on the line; of two that tell one thing the earlier listed stays."""
Days = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Mark:
    """A dated finding; ``x``–``x_end`` is the interval on the line, ``y`` the height of its mark."""

    number: int
    item: Item
    first: date
    last: date
    words: str
    why: str
    x: int = 0
    x_end: int = 0
    y: int = 0

    @property
    def days(self) -> str:
        """``2031-05-04`` or ``2031-05-04 to 2031-05-06``."""
        return f"{self.first}" if self.first == self.last else f"{self.first} to {self.last}"

    @property
    def line(self) -> str:
        """The finding in words; what only somebody denies, fears or promises says so first."""
        finding = self.item.finding
        kind = tell_kind(finding.kind, finding.details)
        return finding.line if finding.kind == "said" or kind == finding.kind else f"{kind}: {finding.line}"

    @property
    def source(self) -> str:
        """``from “Wednesday”: weekday after the report's date``: what the days were read from and how."""
        words = f"from “{self.words}”" if self.words else ""
        return ": ".join(filter(None, (words, self.why)))


Dated = tuple[Days, Item]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Marks from the earliest to the latest."""

    marks: tuple[Mark, ...]
    height: int

    left: int = LEFT
    right: int = RIGHT
    top: int = TOP

    @property
    def kinds(self) -> tuple[tuple[str, str], ...]:
        """The kinds of finding on the line, with their names, for the legend."""
        found = {mark.item.finding.kind for mark in self.marks}
        return tuple((kind, name) for kind, name in NAMES.items() if kind in found)

    @property
    def first(self) -> date:
        """The earliest day."""
        return self.marks[0].first

    @property
    def last(self) -> date:
        """The latest day."""
        return max(mark.last for mark in self.marks)


def draw_timeline(items: Iterable[Item]) -> Timeline | None:
    """The findings that have a date; None where fewer than two have one."""
    dated = drop_repeated([(days, item) for item in items if (days := find_days(item.finding))])
    if len(dated) < 2:
        return None
    start, end = dated[0][0][0], max(days[1] for days, _ in dated)
    lanes: list[int] = []
    marks = []
    for number, (days, item) in enumerate(dated, start=1):
        x, x_end = (place(day, start=start, end=end) for day in days)
        lane = find_lane(lanes, x, x_end)
        when = find_when(item.finding)
        words, why = str(when.get("words") or ""), str(when.get("why") or "")
        marks.append(Mark(number, item, *days, words, why, x, x_end, TOP + STEP * (lane + 1)))
    return Timeline(tuple(marks), TOP + STEP * (len(lanes) + 1))


def drop_repeated(dated: list[Dated]) -> list[Dated]:
    """By date; of findings that rest on the same words and mean the same days the first of ``NAMES`` alone."""
    kept: list[Dated] = []
    order = list(NAMES)
    for days, item in sorted(dated, key=lambda pair: (order.index(pair[1].finding.kind), pair[1].finding.id)):
        same_day = (shown.finding for other, shown in kept if other == days)
        if not any(repeats(item.finding, other) for other in same_day):
            kept.append((days, item))
    return sorted(kept, key=lambda pair: (*pair[0], pair[1].finding.id))


def repeats(one: Finding, other: Finding) -> bool:
    """Whether two findings of different kinds cite words they share."""
    return one.kind != other.kind and any(
        a.report == b.report and a.span.meets(b.span) for a in one.cites for b in other.cites
    )


def find_when(finding: Finding) -> Mapping[str, Any]:
    """The date among a finding's details."""
    return finding.details.get("due") or finding.details.get("when") or {}


def find_days(finding: Finding) -> Days | None:
    """The first and last day a finding means, where both are known to the day; of what must be done by a day, that day."""
    when = find_when(finding)
    last = read_day(when.get("latest")) or read_day(when.get("value"))
    first = read_day(when.get("earliest")) or last
    if finding.kind == "due" and finding.details.get("commitment") != "scheduled":
        first = last
    return (first, max(first, last)) if first and last else None


def read_day(text: object) -> date | None:
    """``2031-05-04`` as a day; None for anything less exact."""
    try:
        return date.fromisoformat(str(text)) if text else None
    except ValueError:
        return None


def place(day: date, *, start: date, end: date) -> int:
    """Where a day stands on the line."""
    days = (end - start).days or 1
    return LEFT + round((RIGHT - LEFT) * (day - start).days / days)


def find_lane(lanes: list[int], x: int, x_end: int) -> int:
    """The first lane with room at ``x``; takes the room up to ``x_end``."""
    for lane, taken in enumerate(lanes):
        if taken <= x - STEP:
            lanes[lane] = x_end
            return lane
    lanes.append(x_end)
    return len(lanes) - 1
