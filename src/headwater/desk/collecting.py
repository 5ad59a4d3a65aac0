"""One address of the queue: its page fetched, read and added, or put off, or given up."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime

import msgspec

from headwater.desk.grouping import Grouping
from headwater.desk.intake import Added, add_reports
from headwater.desk.turns import next_turn
from headwater.errors import InputError
from headwater.fetch.fetching import Fetched, Refused
from headwater.fetch.pages import read_fetched
from headwater.model.report import Report
from headwater.read.extractor import Extractor
from headwater.settings import Reading
from headwater.store import Store
from headwater.store.listed import close_listed, put_off
from headwater.store.rows import ListedRow
from headwater.store.texts import write_time

TRIES = 5
"""After so many failures that may pass, an address is given up."""
PASSING = frozenset({"unreachable", "too_slow", "robots_unknown"})
"""Failures that may pass, beside statuses from 500 and those of LATER."""
LATER = frozenset({408, 425, 429})
"""Statuses that ask to come again."""


@dataclass(frozen=True, slots=True)
class Collected:
    """What came of an address."""

    address: str
    added: tuple[Added, ...] = ()
    failures: tuple[InputError, ...] = ()
    again: bool = False
    """True where it will be tried again."""
    from_feed: bool = False
    """True where the page could not be had, and the report is what the feed itself brought."""


def collect(
    row: ListedRow,
    fetched: Callable[[], Fetched],
    *,
    store: Store,
    extractor: Extractor,
    settings: Reading,
    now: Callable[[], datetime],
    grouping: Grouping,
) -> Collected:
    """Add the reports of an address; ``fetched`` gives its answer or raises InputError.

    Where the page cannot be had for good, what the feed brought of it is added in its stead.
    """

    def add(found: Iterable[Report | InputError]) -> list[Added | InputError]:
        return list(add_reports(store, found, jobs=1, now=now, feed=row.feed, grouping=grouping))

    try:
        results = add(read_fetched(fetched(), row.address, extractor=extractor, settings=settings))
    except InputError as error:
        if may_pass(error) and row.tries + 1 < TRIES:
            return try_again(store, row, error, now=now())
        results = add([error])
    brought = find_brought(row)
    from_feed = brought is not None and not any(isinstance(result, Added) for result in results)
    if brought is not None and from_feed:
        results += add([brought])
    return close(store, row, results, from_feed=from_feed)


def close(store: Store, row: ListedRow, results: list[Added | InputError], *, from_feed: bool) -> Collected:
    """Be done with an address whose reports are on disk."""
    added = tuple(result for result in results if isinstance(result, Added))
    failures = tuple(result for result in results if isinstance(result, InputError))
    with store.begin() as connection:
        close_listed(connection, row.address, error=None if added else "; ".join(map(str, failures)) or "no report")
    return Collected(row.address, added, failures, from_feed=from_feed)


def may_pass(error: InputError) -> bool:
    """Whether it is worth trying again."""
    return error.code in PASSING or (isinstance(error, Refused) and (error.status >= 500 or error.status in LATER))


def try_again(store: Store, row: ListedRow, error: InputError, *, now: datetime) -> Collected:
    """Put an address off, further each time."""
    wish = error.retry_after if isinstance(error, Refused) else None
    later = next_turn(now, failures=row.tries, retry_after=wish)
    with store.begin() as connection:
        put_off(connection, row.address, until=write_time(later), error=f"{error.message} [{error.code}]")
    return Collected(row.address, failures=(error,), again=True)


def find_brought(row: ListedRow) -> Report | None:
    """The report that the feed itself brought; it goes by the page's address, so that the page, once had, follows on it."""
    return replace(msgspec.json.decode(row.brought, type=Report), id=row.address) if row.brought else None
