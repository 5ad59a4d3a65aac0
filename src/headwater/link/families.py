"""Pledges joined two by two into one commitment, as far as their days and their reports allow."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from headwater.link.due_days import fits, is_whole
from headwater.link.groups import Groups
from headwater.link.pledges import Pledge
from headwater.model.story import NoteRef

BOUND = frozenset({"deadline", "demand", "threat"})
"""Kinds of which a report may speak as "the deadline"."""


@dataclass(frozen=True, slots=True)
class Match:
    """Two pledges and what ties them."""

    one: Pledge
    other: Pledge
    score: float
    reason: str
    possible: bool = False
    by_day: bool = False
    """True where little but the day ties them: a report that tells of both tells of two things."""


def known_day(pledge: Pledge) -> str | None:
    """Its day as far as known; None where only a length of time or an hour is known ("within ten days", "midnight")."""
    return pledge.due if pledge.due and not pledge.due.startswith(("P", "XXXX-XX-XX")) else None


class Families:
    """Groups of pledges with the day and the reports of each."""

    def __init__(self, pledges: Iterable[Pledge]) -> None:
        self.pledges = tuple(pledges)
        self.groups: Groups[NoteRef] = Groups(pledge.ref for pledge in self.pledges)
        self._days = {pledge.ref: known_day(pledge) for pledge in self.pledges}
        self._reports = {pledge.ref: {pledge.ref[0]} for pledge in self.pledges}

    def root(self, pledge: Pledge) -> NoteRef:
        """What stands for the group of a pledge."""
        return self.groups.root(pledge.ref)

    def may_be_one(self, match: Match) -> bool:
        """Whether nothing keeps the groups of two pledges apart."""
        one, other = self.root(match.one), self.root(match.other)
        days = [day for day in (self._days[one], self._days[other]) if day]
        if len(days) > 1 and not fits(*days):
            return False
        return one == other or not match.by_day or self._reports[one].isdisjoint(self._reports[other])

    def join(self, match: Match) -> bool:
        """Join the groups of two pledges unless that brought two due dates together."""
        one, other = self.root(match.one), self.root(match.other)
        if not self.may_be_one(match):
            return False
        days = [day for day in (self._days[one], self._days[other]) if day]
        reports = self._reports[one] | self._reports[other]
        self.groups.join(one, other)
        root = self.root(match.one)
        self._days[root] = min(days, key=lambda day: not is_whole(day), default=None)
        self._reports[root] = reports
        return True
