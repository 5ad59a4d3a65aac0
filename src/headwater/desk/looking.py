"""One look at a feed: what it lists that is new goes into the queue, and its health is noted."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import msgspec

from headwater.desk.turns import next_turn
from headwater.errors import InputError
from headwater.fetch.fetching import Fetched, Refused, parse_address
from headwater.fetch.listings import Entry, Listing, read_listing
from headwater.fetch.polite import Guest
from headwater.store import Store
from headwater.store.feeds import drop_feed, put_feed
from headwater.store.listed import count_waiting, put_listed
from headwater.store.rows import FeedRow, ListedRow
from headwater.store.texts import write_time

LONGEST_QUEUE = 2_000
"""Addresses of one feed that may wait."""
SITEMAPS = 5
"""Sitemaps of an index that are looked at, the first ones."""
GONE = 410


@dataclass(frozen=True, slots=True)
class Looked:
    """What a look at a feed brought."""

    feed: FeedRow
    """As it stands now: its health, and when it is asked next."""
    listed: int = 0
    new: int = 0
    left: int = 0
    """New addresses for which the queue had no room."""
    failures: tuple[InputError, ...] = ()
    """Sitemaps of an index that could not be had; the next look asks them again."""


def look_at(feed: FeedRow, store: Store, *, guest: Guest, now: Callable[[], datetime], every: timedelta) -> Looked:
    """Ask a feed what it lists and keep it; whatever goes wrong is told in the feed's health."""
    try:
        fetched = guest.get(feed.url, headers=ask_if_new(feed))
        if fetched.status == 304:
            return note_look(store, feed, mark_answered(feed, fetched, now=now(), every=every), ())
        listing = read_listing(fetched)
        pages, failures = find_pages(listing, guest)
    except InputError as error:
        return note_look(store, feed, mark_failed(feed, error, now=now(), every=every), ())
    healthy = replace(mark_answered(feed, fetched, now=now(), every=every), kind=listing.kind)
    rows = [list_entry(entry, feed.url, at=write_time(now())) for entry in pages]
    looked = note_look(store, feed, healthy, [row for row in rows if row is not None])
    return replace(looked, failures=failures)


def ask_if_new(feed: FeedRow) -> dict[str, str]:
    """The conditions of a request: only if something changed (RFC 9110, 13.1)."""
    conditions = {"if-none-match": feed.etag, "if-modified-since": feed.modified}
    return {name: value for name, value in conditions.items() if value}


def find_pages(listing: Listing, guest: Guest) -> tuple[list[Entry], tuple[InputError, ...]]:
    """The entries of a feed or sitemap; of an index, those of its first sitemaps, and the sitemaps that failed.

    Raises InputError where every sitemap of an index fails.
    """
    if listing.kind != "index":
        return list(listing.entries), ()
    entries: list[Entry] = []
    failures: list[InputError] = []
    places = listing.entries[:SITEMAPS]
    for place in places:
        try:
            inner = read_listing(guest.get(place.address))
        except InputError as error:
            failures.append(error)
            continue
        entries += inner.entries if inner.kind != "index" else ()
    if places and len(failures) == len(places):
        raise failures[0]
    return entries, tuple(failures)


def list_entry(entry: Entry, feed: str, *, at: str) -> ListedRow | None:
    """An entry as it waits; None where it names no web address."""
    try:
        address = str(parse_address(entry.address))
    except InputError:
        return None
    brought = msgspec.json.encode(entry.report).decode() if entry.report else None
    said = "\n".join((entry.title or "", entry.published or "", entry.report.text if entry.report else ""))
    stamp = hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return ListedRow(address, feed, stamp, brought, at)


def note_look(store: Store, before: FeedRow, after: FeedRow, rows: list[ListedRow] | tuple[()]) -> Looked:
    """Keep what a feed lists and its health in one transaction: never the one without the other."""
    with store.begin() as connection:
        room = LONGEST_QUEUE - count_waiting(connection, feed=before.url)
        new, left = put_listed(connection, rows, room=room)
        if after.url != before.url:
            drop_feed(connection, before.url)
        put_feed(connection, after)
    return Looked(after, len(rows), new, left)


def mark_answered(feed: FeedRow, fetched: Fetched, *, now: datetime, every: timedelta) -> FeedRow:
    """The health of a feed that answered; one that has moved for good is followed at its new address."""
    at = write_time(now)
    return replace(
        feed,
        url=fetched.moved or feed.url,
        etag=fetched.headers.get("etag", feed.etag if fetched.status == 304 else None),
        modified=fetched.headers.get("last-modified", feed.modified if fetched.status == 304 else None),
        last_try=at,
        last_ok=at,
        next_try=write_time(next_turn(now, failures=0, every=every)),
        failures=0,
        error=None,
    )


def mark_failed(feed: FeedRow, error: InputError, *, now: datetime, every: timedelta) -> FeedRow:
    """The health of a feed that failed; one that is gone for good (410) is paused."""
    wish = error.retry_after if isinstance(error, Refused) else None
    later = next_turn(now, failures=feed.failures + 1, every=every, retry_after=wish)
    return replace(
        feed,
        last_try=write_time(now),
        next_try=write_time(later),
        failures=feed.failures + 1,
        error=f"{error.message} [{error.code}]",
        paused=feed.paused or (isinstance(error, Refused) and error.status == GONE),
    )
