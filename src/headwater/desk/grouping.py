"""Which story a report joins: the stream of :mod:`headwater.link.stories`, taken up again from what the store holds.

Only the days a report can join are taken up, when the first report of such a day comes; what other programs add meanwhile
is taken up before each decision.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from dataclasses import dataclass

import msgspec
from sqlalchemy import Connection

from headwater.desk.regrouping import Moves, find_moves
from headwater.link.stories import WINDOW, StoryStream
from headwater.link.terms import Terms
from headwater.store.arrivals import Standing
from headwater.store.members import (
    Member,
    find_epoch,
    find_last_number,
    find_latest_day,
    list_members_added,
    list_members_between,
    list_members_undated,
)

UNDATED = 2000
"""Reports of no known day that are taken up, the latest ones."""


def pack_terms(found: Terms, weighed: Terms) -> bytes:
    """The terms of a report with their weights; 0 for those too common to weigh anything."""
    return zlib.compress(msgspec.msgpack.encode({term: weighed.get(term, 0.0) for term in found}), 1)


def unpack_terms(packed: bytes) -> dict[str, float]:
    """What :func:`pack_terms` packed."""
    return msgspec.msgpack.decode(zlib.decompress(packed), type=dict[str, float])


@dataclass(frozen=True, slots=True)
class Decision:
    """Where a report goes."""

    story: str
    decided: str
    """The story it would be in without the merges of readers: its words are nearest to the reports that were first put there."""
    weighed: Terms


class Grouping:
    """Decides report by report, knowing those in the store. Each decision belongs in a write transaction.

    After a transaction that failed, make a new one: this one remembers a report that is not there.
    """

    def __init__(self) -> None:
        self._stream = StoryStream()
        self._epoch: str | None = None
        self._moves = Moves()
        self._days: set[int] = set()
        """Days whose reports are taken up."""
        self._last = 0
        """The number of the last report seen."""
        self.taken = 0
        """Reports taken up from the store so far."""

    def decide(self, connection: Connection, id: str, found: Terms, *, day: int | None) -> Decision:
        """The story a report joins or opens (its id is then the report's)."""
        self._catch_up(connection, day)
        decided, weighed = self._stream.decide(id, found, day=day)
        return Decision(self._moves.follow(decided), decided, weighed)

    def join(self, connection: Connection, standing: Standing, found: Terms, *, day: int | None) -> Decision:
        """Let a new version of a report stay where that is."""
        self._catch_up(connection, day)
        weighed = self._stream.weigh(found)
        place = self._moves.parts.get(standing.family, standing.decided)
        self._stream.restore(place, {term: weighed.get(term, 0.0) for term in found}, day=day)
        return Decision(standing.story, standing.decided, weighed)

    def note(self, number: int) -> None:
        """The report just decided on is kept under this number."""
        self._last = number

    def _catch_up(self, connection: Connection, day: int | None) -> None:
        """Take up what others have added or moved, and the days around ``day`` that are not taken up yet."""
        epoch, last = find_epoch(connection), find_last_number(connection)
        if epoch != self._epoch:
            self._stream, self._days, self._epoch = StoryStream(), set(), epoch
            self._moves = find_moves(connection)
            self._take(list_members_undated(connection, limit=UNDATED))
        elif last != self._last:
            added = list_members_added(connection, self._last)
            self._take(member for member in added if member.day is None or member.day in self._days)
        self._last = last
        self._take_days(connection, day)

    def _take_days(self, connection: Connection, day: int | None) -> None:
        """Take up the days that a report of ``day`` can join; where it has none, the latest ones."""
        if day is None and not self._days:
            day = find_latest_day(connection)
        if day is None:
            return
        missing = set(range(day - WINDOW, day + WINDOW + 1)) - self._days
        if missing:
            self._days |= missing
            between = list_members_between(connection, min(missing), max(missing))
            self._take(member for member in between if member.day in missing)

    def _take(self, members: Iterable[Member]) -> None:
        for member in members:
            self.taken += 1
            place = self._moves.parts.get(member.family, member.decided)
            self._stream.restore(place, unpack_terms(member.terms), day=member.day)
