"""The dated findings of a dossier, day by day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby, starmap
from typing import Any

from headwater.model.finding import Finding, FindingKind
from headwater.show.kinds import tell_kind
from headwater.show.outline import DONE, Item

LONG = 7
"""A gap of so many days between two days is told."""
NAMES: dict[FindingKind, str] = {"due": "due", "happened": "event", "said": "statement"}
"""Kinds of finding on the line; of two that tell one thing the earlier listed stays."""
Days = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Mark:
    """A dated finding."""

    item: Item
    first: date
    last: date
    words: str
    why: str

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
    def look(self) -> str:
        """``happened``, ``due``, ``said``; ``happened open`` of an event that only somebody denies, fears or promises."""
        finding = self.item.finding
        is_open = finding.kind == "happened" and finding.details.get("stance") not in DONE
        return f"{finding.kind} open" if is_open else finding.kind

    @property
    def source(self) -> str:
        """``from “Wednesday”: weekday after the report's date``: what the days were read from and how."""
        words = f"from “{self.words}”" if self.words else ""
        return ": ".join(filter(None, (words, self.why)))


Dated = tuple[Days, Item]


@dataclass(frozen=True, slots=True)
class Day:
    """What is dated to one day, or to one period."""

    first: date
    last: date
    marks: tuple[Mark, ...]
    gap: int
    """Days since what stands before it; 0 where it is not worth telling."""

    @property
    def weekday(self) -> str:
        """``Monday``; nothing of a period."""
        return f"{self.first:%A}" if self.first == self.last else ""


@dataclass(frozen=True, slots=True)
class Timeline:
    """Marks from the earliest to the latest."""

    marks: tuple[Mark, ...]

    @property
    def days(self) -> tuple[Day, ...]:
        """The marks day by day."""
        found: list[Day] = []
        for (first, last), marks in groupby(self.marks, key=lambda mark: (mark.first, mark.last)):
            gap = (first - max(day.last for day in found)).days if found else 0
            found.append(Day(first, last, tuple(marks), gap if gap >= LONG else 0))
        return tuple(found)


def draw_timeline(items: Iterable[Item]) -> Timeline | None:
    """The findings that have a date; None where fewer than two have one."""
    dated = drop_repeated([(days, item) for item in items if (days := find_days(item.finding))])
    return Timeline(tuple(starmap(make_mark, dated))) if len(dated) > 1 else None


def make_mark(days: Days, item: Item) -> Mark:
    """A finding with its days and what they were read from."""
    when = find_when(item.finding)
    return Mark(item, *days, str(when.get("words") or ""), str(when.get("why") or ""))


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
