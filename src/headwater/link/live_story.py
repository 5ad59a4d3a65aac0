"""A story that reports may still join: what they have in common, kept so that one report more or less costs little."""

from __future__ import annotations

from bisect import bisect, insort
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from heapq import nsmallest
from itertools import chain
from math import sqrt

from headwater.link.days import MARK, WEEKDAYS, Days, sort_days
from headwater.link.terms import Terms

LASTING = 8
"""Strongest terms by which a closed story can still be found: a long stream must not read them all for ever."""
KEYS = 25
"""Strongest terms of a report by which stories are looked up."""
LEAST_COMMON = 0.7
"""Length of the middle for each report, of a story whose reports have enough in common: half of their words, by weight."""
TINY = 1e-9
"""Squared length below which a story has no reports left."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A report's weighed terms by kind."""

    words: Terms
    """All but the days, of length 1; those too common to weigh anything have 0."""
    numbers: Terms
    """Those of them that are numbers."""
    days: Days
    keys: tuple[str, ...]
    """Its strongest words, the strongest first."""


def draw_outline(weighed: Terms) -> Outline:
    """Weighed terms by kind."""
    words = {term: weight for term, weight in weighed.items() if term[0] != MARK}
    numbers = {term: weight for term, weight in words.items() if term[0].isdigit() and weight}
    keys = nsmallest(KEYS, (term for term, weight in words.items() if weight), key=lambda t: (-words[t], t))
    return Outline(words, numbers, sort_days(weighed), tuple(keys))


@dataclass(slots=True)
class LiveStory:
    """A story that reports may still join."""

    id: str
    middle: dict[str, float] = field(default_factory=dict)
    """Sum of its reports' words."""
    square: float = 0.0
    """Squared length of the middle."""
    days: list[int] = field(default_factory=list)
    """Days of its reports, sorted."""
    size: int = 0
    """Its reports."""
    named: Counter[int | str] = field(default_factory=Counter)
    """How many of them speak of a day, by what sort_days makes of it."""
    placed: int = 0
    """How many of them speak of days of the calendar."""
    lasting: frozenset[str] = frozenset()
    """The terms by which it is found once it is closed."""

    def nearness(self, words: Terms) -> float:
        """Cosine of the angle between a report's words (of length 1) and the middle; less where reports have little in common.

        Of such a story the middle is near to everything.
        """
        known = self.middle.get
        shared = sum([weight * known(word, 0.0) for word, weight in words.items()])
        return shared / max(sqrt(self.square), LEAST_COMMON * self.size) if self.square > TINY else 0.0

    def days_apart(self, day: int) -> int:
        """Days to the nearest report of the story; 0 where no report of it has a date."""
        place = bisect(self.days, day)
        return min((abs(day - known) for known in self.days[max(0, place - 1) : place + 1]), default=0)

    def compare_days(self, days: Days) -> tuple[float, bool]:
        """The largest share of its reports that speak of one of these days, and whether all days spoken of are others."""
        if days.exact and self.placed:
            near = any(self.named[n] or self.named[n - 1] or self.named[n + 1] for n in days.exact)
            return self._share(days.exact), not near
        ours = {weekday for weekday in WEEKDAYS if self.named[weekday]}
        return self._share(days.dates), bool(ours and days.weekdays) and not ours & days.weekdays

    def _share(self, days: Collection[int | str]) -> float:
        return max((self.named[day] / max(1, self.size) for day in days), default=0.0)

    def take(self, report: Outline, day: int | None) -> None:
        """Let a report join."""
        self._shift(report, 1)
        if day is not None:
            insort(self.days, day)

    def release(self, report: Outline, day: int | None) -> None:
        """Take a report that had joined out again."""
        self._shift(report, -1)
        if day is not None:
            self.days.remove(day)

    def close(self) -> frozenset[str]:
        """The terms by which it can still be found, chosen once."""
        self.lasting = self.lasting or frozenset(nsmallest(LASTING, self.middle, key=lambda t: (-self.middle[t], t)))
        return self.lasting

    def _shift(self, report: Outline, sign: int) -> None:
        self.size += sign
        for word, weight in report.words.items():
            before = self.middle.get(word, 0.0)
            self.middle[word] = before + sign * weight
            self.square += weight * (weight + sign * 2 * before)
        self.placed += sign * bool(report.days.exact)
        named: Iterator[int | str] = chain.from_iterable(report.days)
        for day in named:
            self.named[day] += sign
