"""Making everything derived anew, as after an upgrade: readings, stories, dossiers.

Each row names the step@version that made it. A rebuild does those of another version; what a run that was stopped has done
stays done, and the next goes on from there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version

from sqlalchemy import Connection

from headwater.desk.grouping import pack_terms
from headwater.desk.intake import Added, Lost, Read, give_up, look_beside, read_one
from headwater.desk.readings import Unread, name_maker
from headwater.desk.refresh import name_teller, refreshing
from headwater.desk.regrouping import replay
from headwater.link.days import date_report
from headwater.link.stories import StoryStream
from headwater.link.terms import find_terms
from headwater.spread import Crew, spread
from headwater.store import Store
from headwater.store.corrections import list_corrections
from headwater.store.failures import put_failure
from headwater.store.members import start_epoch
from headwater.store.membership import Place, list_places, list_stories_of, put_decisions
from headwater.store.reports import get_reports
from headwater.store.rereading import (
    ask_all_again,
    count_unread,
    is_grouped_by,
    list_unread,
    put_again,
    put_grouped_by,
    touch_untold,
)
from headwater.store.rows import FailureRow
from headwater.store.stories import list_stale, touch_story
from headwater.store.texts import write_time

Clock = Callable[[], datetime]
PAGE = 200
"""Reports looked up at a time."""


@dataclass(frozen=True, slots=True)
class Done:
    """A piece of a rebuild that is on disk."""

    what: str
    """"reports read", "reports grouped", "stories told"."""
    id: str
    total: int
    failure: str = ""
    """Why a report could not be read, or a story not be told again; what was there before stays."""


def name_grouping() -> str:
    """step@version of what puts reports into stories."""
    return f"stories@{version('headwater')}"


def rebuild(store: Store, *, jobs: int, now: Clock, whole: bool = False) -> Iterator[Done]:
    """Make anew what another version made, or everything where ``whole``; each piece comes when it is on disk."""
    if whole:
        with store.begin() as connection:
            ask_all_again(connection)
    with Crew(jobs) as crew:
        yield from reread(store, jobs=crew, now=now)
        yield from group_anew(store, now=now)
        with store.begin() as connection:
            touch_untold(connection, name_teller())
        with store.connect() as connection:
            total = len(list_stale(connection))
        for refreshed in refreshing(store, now=now, jobs=crew):
            yield Done("stories told", refreshed.story, total, refreshed.failure)


def reread(store: Store, *, jobs: int | Crew, now: Clock) -> Iterator[Done]:
    """Read again what another version read, and what readers' marks have changed."""
    with store.connect() as connection:
        total = count_unread(connection, name_maker())
    for result in spread(read_one, list_items(store), jobs=jobs, rescue=give_up):
        yield keep_again(store, result, total=total, now=now)


def list_items(store: Store) -> Iterator[Unread | Added | Lost]:
    """The reports to read again, under their ids in the store."""
    after = 0
    while True:
        with store.connect() as connection:
            rows = list_unread(connection, name_maker(), after=after, limit=PAGE)
            found = get_reports(connection, [id for _, id in rows])
            items = [look_beside(connection, report) for report in found]
        if not rows:
            return
        yield from items
        after = rows[-1][0]


def keep_again(store: Store, result: Read | Added | Lost, *, total: int, now: Clock) -> Done:
    """Keep what was found in one report; where reading it failed, what was found before stays."""
    at = write_time(now())
    with store.begin() as connection:
        if isinstance(result, Read):
            story = put_again(connection, result.report.id, result.analysis, found=result.found)
            touch_story(connection, story, title=story, now=at)
            return Done("reports read", result.report.id, total)
        assert isinstance(result, Lost)
        put_failure(connection, FailureRow(result.culprit, result.code, result.message, at, None))
    return Done("reports read", result.culprit, total, result.message)


def group_anew(store: Store, *, now: Clock) -> Iterator[Done]:
    """Decide the story of every report anew, in the order received, where another version decided; all or nothing."""
    with store.connect() as connection:
        if is_grouped_by(connection, name_grouping()):
            return
    with store.begin() as connection:
        before = list_stories_of(connection)
        places = list_places(connection)
        put_decisions(connection, decide_all(connection, places))
        replay(connection, list_corrections(connection))
        after = list_stories_of(connection)
        moved = {story for id in after if before[id] != after[id] for story in (before[id], after[id])}
        for story in sorted(moved):
            touch_story(connection, story, title=story, now=write_time(now()))
        put_grouped_by(connection, name_grouping())
        start_epoch(connection)
    yield from (Done("reports grouped", place.id, len(places)) for place in places)


def decide_all(connection: Connection, places: list[Place]) -> Iterator[tuple[int, str, bytes]]:
    """The story of each report, and its weighed terms; versions of a report stay together."""
    stream, families = StoryStream(), dict[str, str]()
    for first in range(0, len(places), PAGE):
        page = places[first : first + PAGE]
        by_id = {report.id: report for report in get_reports(connection, [place.id for place in page])}
        for place in page:
            found = find_terms(date_report(by_id[place.id], place.day))
            if place.family in families:
                weighed = stream.weigh(found)
                packed = pack_terms(found, weighed)
                stream.restore(families[place.family], {t: weighed.get(t, 0.0) for t in found}, day=place.day)
            else:
                families[place.family], terms = stream.decide(place.id, found, day=place.day)
                packed = pack_terms(found, terms)
            yield place.number, families[place.family], packed
