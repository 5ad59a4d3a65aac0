"""Following feeds: look at those whose turn it is, keep what they list, then fetch and add it.

What a feed lists is on disk before the feed counts as seen, and an address is done only when its report is on disk: a run
that is ended at any moment goes on where it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from headwater.desk.collecting import Collected, collect
from headwater.desk.grouping import Grouping
from headwater.desk.looking import Looked, look_at
from headwater.desk.turns import EVERY
from headwater.errors import StoreError
from headwater.fetch.fetching import Fetched, parse_address
from headwater.fetch.polite import Guest
from headwater.read.extractor import Extractor
from headwater.settings import Settings
from headwater.store import Store
from headwater.store.feeds import drop_feed, get_feed, list_due_feeds, put_feed
from headwater.store.listed import list_waiting
from headwater.store.rows import FeedRow, ListedRow
from headwater.store.texts import write_time

AT_ONCE = 4
"""Hosts fetched from at the same time; one host is never asked twice at a time."""
BATCH = 40
"""Addresses taken from the queue at a time."""


@dataclass(slots=True)
class Follower:
    """What a run of following needs. The guest keeps the pace at each host; the grouping remembers the stories."""

    store: Store
    guest: Guest
    extractor: Extractor
    now: Callable[[], datetime]
    settings: Settings
    every: timedelta = EVERY
    grouping: Grouping = field(default_factory=Grouping)

    def take_turn(self) -> Iterator[Looked | Collected]:
        """Look at every feed that is due, then fetch what waits; each result comes when it is on disk."""
        yield from self.look()
        while waiting := self.find_waiting():
            yield from self.collect(waiting)

    def look(self) -> Iterator[Looked]:
        """Look at the feeds whose turn it is."""
        with self.store.connect() as connection:
            due = list_due_feeds(connection, now=write_time(self.now()))
        for feed in due:
            yield look_at(feed, self.store, guest=self.guest, now=self.now, every=self.every)

    def find_waiting(self) -> list[ListedRow]:
        """The next addresses to fetch."""
        with self.store.connect() as connection:
            return list_waiting(connection, now=write_time(self.now()), limit=BATCH)

    def collect(self, waiting: list[ListedRow]) -> Iterator[Collected]:
        """Fetch addresses, several hosts at a time, and add their reports one by one."""
        with ThreadPoolExecutor(AT_ONCE, thread_name_prefix="fetch") as pool:
            fetches = [pool.submit(self.guest.get, row.address) for row in waiting]
            try:
                for row, fetched in zip(waiting, fetches, strict=True):
                    yield self._collect_one(row, fetched.result)
            finally:
                for fetched in fetches:
                    fetched.cancel()

    def _collect_one(self, row: ListedRow, fetched: Callable[[], Fetched]) -> Collected:
        try:
            return collect(
                row,
                fetched,
                store=self.store,
                extractor=self.extractor,
                settings=self.settings.reading,
                now=self.now,
                grouping=self.grouping,
            )
        except StoreError:
            self.grouping = Grouping()  # it may remember a report that is not there
            raise


def follow_feed(store: Store, address: str) -> FeedRow:
    """Follow an address from now on; one that is followed already stays as it is. Raises InputError ``not_http``."""
    url = str(parse_address(address))
    with store.begin() as connection:
        known = get_feed(connection, url)
        if known is None:
            put_feed(connection, FeedRow(url, "feed"))
        return known or FeedRow(url, "feed")


def stop_following(store: Store, address: str) -> None:
    """Follow an address no longer; its reports stay. Raises StoreError where it is not followed."""
    with store.begin() as connection:
        if not drop_feed(connection, address):
            raise StoreError(f"{address} is not followed; headwater follow --list names what is")
