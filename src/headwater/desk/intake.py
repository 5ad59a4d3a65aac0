"""Adding reports: each is read, put into its story and kept in one transaction, and acknowledged when that is on disk."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from sqlalchemy import Connection

from headwater.api import tell_failure
from headwater.desk.furniture import list_furniture
from headwater.desk.grouping import Decision, Grouping, pack_terms
from headwater.desk.readings import Unread, analyse
from headwater.desk.sources import find_site, find_source
from headwater.errors import InputError
from headwater.link.days import date_report, read_day
from headwater.link.terms import Terms, find_terms
from headwater.link.versions import is_version
from headwater.model.reading import Reading
from headwater.model.report import Report
from headwater.spread import Crew, spread
from headwater.store import Store
from headwater.store.arrivals import Arrival, Found, Kept, Place, add_report, find_arrival
from headwater.store.failures import drop_failures, put_failure
from headwater.store.records import Analysis, put_reading
from headwater.store.reports import get_reports, list_site
from headwater.store.rows import FailureRow
from headwater.store.stories import touch_story
from headwater.store.texts import write_time

Clock = Callable[[], datetime]
BESIDE = 8
"""Reports of its site that a report is held against, the latest."""


@dataclass(frozen=True, slots=True)
class Added:
    """A report that is in the store."""

    id: str
    """Its id there."""
    story: str
    what: Literal["new", "version", "unchanged"]
    supersedes: str | None = None
    """Of a new version: the id of the one before, unless this one was published earlier."""


@dataclass(frozen=True, slots=True)
class Lost:
    """A report that could not be read."""

    culprit: str
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Read:
    """A report and what was found in it, on its way into the store."""

    report: Report
    found: Found
    terms: Terms
    analysis: Analysis


def add_reports(
    store: Store,
    found: Iterable[Report | InputError],
    *,
    jobs: int | Crew,
    now: Clock,
    feed: str | None = None,
    grouping: Grouping | None = None,
) -> Iterator[Added | InputError]:
    """Add reports in the order found; each result comes when the store has it on disk.

    A report that is there with the same text changes nothing; the same source with another text is a new version.
    Failures are kept as well. The stories touched are stale until :func:`headwater.desk.refresh.refresh_stories`. Pass
    ``grouping`` where many calls follow each other: it remembers the stories.
    """
    grouping = grouping or Grouping()
    for result in spread(read_one, look_up_all(store, found), jobs=jobs, rescue=give_up):
        match result:
            case Added():
                yield result
            case Lost():
                yield keep_failure(store, result, at=write_time(now()), feed=feed)
            case Read():
                with store.begin() as connection:
                    added = keep(connection, result, grouping=grouping, at=write_time(now()), feed=feed)
                yield added


def look_up_all(store: Store, found: Iterable[Report | InputError]) -> Iterator[Unread | Added | Lost]:
    """What need not be read (failures, and reports that are there already), else reports beside others of their sites."""
    recent: dict[str, deque[Report]] = defaultdict(lambda: deque(maxlen=BESIDE))
    for item in found:
        yield Lost(*tell_failure(item)) if isinstance(item, InputError) else look_up(store, item, recent=recent)


def look_up(store: Store, report: Report, *, recent: dict[str, deque[Report]]) -> Unread | Added:
    """A report beside others of its site, or that it is there already."""
    with store.connect() as connection:
        known = find_arrival(connection, report, source=find_source(report), alike=is_version)
        if isinstance(known, Kept):
            return Added(known.id, known.story, "unchanged")
        return look_beside(connection, report, recent=recent)


def look_beside(connection: Connection, report: Report, *, recent: dict[str, deque[Report]] | None = None) -> Unread:
    """A report with others of its site: those of this run, ``recent``, which it joins, and those of the store."""
    site = find_site(report)
    if site is None:
        return Unread(report)
    of_run = list(recent[site]) if recent is not None else []
    kept = get_reports(connection, list_site(connection, site, limit=BESIDE - len(of_run)))
    if recent is not None:
        recent[site].append(report)
    beside = {other.id: other for other in (*kept, *of_run) if other.id != report.id}
    return Unread(report, tuple(beside.values()), list_furniture(connection, site))


def read_one(item: Unread | Added | Lost) -> Read | Added | Lost:
    """Find everything in one report; one bad report must not stop a run."""
    if not isinstance(item, Unread):
        return item
    report = item.report
    try:
        reading, analysis = analyse(item)
    except Exception as error:  # noqa: BLE001 - the edge: kept, named, and the rest goes on
        return Lost(report.path or report.id, "internal", f"{type(error).__name__}: {error}")
    found = sum_up(reading)
    return Read(report, found, find_terms(date_report(report, found.day)), analysis)


def give_up(item: Unread | Added | Lost) -> Read | Added | Lost:
    """What stands for a report over which a process died."""
    if not isinstance(item, Unread):
        return item
    report = item.report
    return Lost(report.path or report.id, "process_died", "the process that read it was ended (out of memory?)")


def sum_up(reading: Reading) -> Found:
    """What lists show of a report."""
    known = reading.provenance
    dated = replace(reading.report, published=known.published.value)
    return Found(
        known.title.value,
        known.outlet.value,
        known.published.value,
        known.published.how,
        read_day(dated),
        reading.language,
        find_site(reading.report),
    )


def keep(connection: Connection, read: Read, *, grouping: Grouping, at: str, feed: str | None) -> Added:
    """Put a report into its story and keep both."""
    arrival = find_arrival(connection, read.report, source=find_source(read.report), alike=is_version)
    if isinstance(arrival, Kept):
        return Added(arrival.id, arrival.story, "unchanged")
    decision = choose_story(connection, arrival, read, grouping=grouping)
    place = Place(decision.story, decision.decided, at, feed)
    number = add_report(connection, arrival, read.report, found=read.found, place=place)
    put_reading(connection, number, read.analysis, terms=pack_terms(read.terms, decision.weighed))
    story = decision.story
    touch_story(connection, story, title=read.found.title or arrival.id, now=at)
    drop_failures(connection, read.report.path or read.report.id)
    grouping.note(number)
    standing = arrival.standing
    if standing is None:
        return Added(arrival.id, story, "new")
    return Added(arrival.id, story, "version", None if arrival.is_older(read.found.published) else standing.id)


def choose_story(connection: Connection, arrival: Arrival, read: Read, *, grouping: Grouping) -> Decision:
    """Where a report goes; a new version stays where the one before is."""
    day = read.found.day
    if arrival.standing is not None:
        return grouping.join(connection, arrival.standing, read.terms, day=day)
    return grouping.decide(connection, arrival.id, read.terms, day=day)


def keep_failure(store: Store, lost: Lost, *, at: str, feed: str | None) -> InputError:
    """Keep what could not be read."""
    with store.begin() as connection:
        put_failure(connection, FailureRow(lost.culprit, lost.code, lost.message, at, feed))
    return InputError(lost.culprit, lost.code, lost.message)
