"""Making the dossiers of stories whose reports have changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from importlib.metadata import version
from itertools import islice
from typing import Any

from sqlalchemy import Connection

from headwater.assess.changes import find_changes
from headwater.desk.amending import amend_steps, dismiss
from headwater.desk.readings import unpack_reading
from headwater.desk.regrouping import find_names
from headwater.model.dossier import Dossier
from headwater.model.reading import Reading
from headwater.model.story import Version
from headwater.pipeline import make_dossier, published_of
from headwater.show.dossier_json import record_dossier
from headwater.spread import Crew, spread
from headwater.store import Store
from headwater.store.corrections import list_corrections
from headwater.store.failures import drop_failures, put_failure
from headwater.store.findings import Turn, close_findings, list_findings, put_findings
from headwater.store.records import KeptReading, get_readings
from headwater.store.reports import list_earlier
from headwater.store.rows import CorrectionRow, FailureRow
from headwater.store.stories import StaleStory, drop_story, find_turn, list_members, list_stale, put_dossier
from headwater.store.texts import write_time, write_time_after

Clock = Callable[[], datetime]
MANY = 16
"""Stale stories from which processes are worth starting."""
FEW = 2
"""Those from which processes that are there already are worth using."""
TOGETHER = 8
"""Dossiers that are kept in one transaction where there are many."""
UNTOLD = "untold"
"""Code of the failure of a story that cannot be told."""


@dataclass(frozen=True, slots=True)
class Refreshed:
    """A story whose dossier was made anew."""

    story: str
    new: int
    changed: int
    gone: int
    failure: str = ""
    """Why its dossier could not be made; it waits until the story changes or Headwater does."""


@dataclass(frozen=True, slots=True)
class Material:
    """What a dossier is made of."""

    readings: tuple[Reading, ...]
    versions: tuple[Version, ...]
    corrections: tuple[CorrectionRow, ...]


@dataclass(frozen=True, slots=True)
class Packed:
    """As :class:`Material`, the readings as they are kept: small enough to send to another process."""

    readings: tuple[KeptReading, ...]
    pairs: tuple[tuple[str, str], ...]
    """The version of a report that stands, and an earlier one."""
    earlier: tuple[KeptReading, ...]
    corrections: tuple[CorrectionRow, ...]


@dataclass(frozen=True, slots=True)
class Untold:
    """A story on its way to a dossier."""

    story: StaleStory
    packed: Packed


@dataclass(frozen=True, slots=True)
class Told:
    """A story's dossier, or why there is none."""

    story: StaleStory
    dossier: dict[str, Any] | None
    replaced: dict[str, str]
    """Earlier texts of reports -> the reports that stand in their place."""
    failure: str = ""


@lru_cache(maxsize=1)
def name_teller() -> str:
    """step@version of a dossier."""
    return f"dossier@{version('headwater')}"


def refresh_stories(store: Store, *, now: Clock, jobs: int = 1) -> list[Refreshed]:
    """Make the dossiers of all stale stories; what a run that was stopped has left is done by the next."""
    return list(refreshing(store, now=now, jobs=jobs))


def refreshing(store: Store, *, now: Clock, jobs: int | Crew = 1) -> Iterator[Refreshed]:
    """As :func:`refresh_stories`, story by story; a story that cannot be told stays stale and stops no other."""
    with store.connect() as connection:
        stale = list_stale(connection)
    is_ready = isinstance(jobs, Crew) and jobs.is_at_work
    are_many = len(stale) >= (FEW if is_ready else MANY)
    told = spread(tell_safely, (look_up(store, story) for story in stale), jobs=jobs if are_many else 1, rescue=give_up)
    while some := list(islice(told, TOGETHER if are_many else 1)):
        yield from keep_all(store, some, now=now)


def keep_all(store: Store, told: Iterable[Told], *, now: Clock) -> list[Refreshed]:
    """Keep some dossiers in one transaction: waiting for the disk takes longer than writing one."""
    with store.begin() as connection:
        return [keep_told(connection, one, now=now) for one in told]


def look_up(store: Store, story: StaleStory) -> Untold:
    """What a story is told from."""
    with store.connect() as connection:
        return Untold(story, collect(connection, story.id))


def tell_safely(item: Untold) -> Told:
    """The dossier of a story, or what went wrong: one story must not stop a run."""
    material = unpack(item.packed)
    replaced = {version.earlier.report.id: version.report for version in material.versions}
    try:
        return Told(item.story, tell(item.story.id, material), replaced)
    except Exception as error:  # noqa: BLE001 - the edge: kept, named, and the rest goes on
        return Told(item.story, None, replaced, f"{type(error).__name__}: {error}")


def give_up(item: Untold) -> Told:
    """What stands for a story over which a process died."""
    return Told(item.story, None, {}, "the process that told it was ended (out of memory?)")


def keep_told(connection: Connection, told: Told, *, now: Clock) -> Refreshed:
    """Keep a dossier, unless a newer one is there already; or why there is none, and then the one before stays."""
    if told.failure:
        put_failure(connection, FailureRow(told.story.id, UNTOLD, told.failure, write_time(now()), None))
        return Refreshed(told.story.id, 0, 0, 0, told.failure)
    refreshed = put(connection, told.story, told.dossier, replaced=told.replaced, now=now)
    drop_failures(connection, told.story.id, code=UNTOLD)
    return refreshed


def refresh_story(store: Store, story: StaleStory, *, now: Clock) -> Refreshed:
    """Make the dossier of one story; what prevents it is raised."""
    with store.connect() as connection:
        material = gather(connection, story.id)
    replaced = {version.earlier.report.id: version.report for version in material.versions}
    (refreshed,) = keep_all(store, [Told(story, tell(story.id, material), replaced)], now=now)
    return refreshed


def gather(connection: Connection, story: str) -> Material:
    """The readings of a story, earlier versions of them, and what readers set right."""
    return unpack(collect(connection, story))


def collect(connection: Connection, story: str) -> Packed:
    """As :func:`gather`, the readings as they are kept."""
    pairs = list_earlier(connection, story)
    return Packed(
        tuple(get_readings(connection, list_members(connection, story))),
        tuple(pairs),
        tuple(get_readings(connection, [id for _, id in pairs])),
        tuple(list_for(connection, find_names(connection, story))),
    )


def unpack(packed: Packed) -> Material:
    """The readings made whole."""
    versions = pair_versions(packed.pairs, map(unpack_reading, packed.earlier))
    return Material(tuple(map(unpack_reading, packed.readings)), tuple(versions), packed.corrections)


def pair_versions(pairs: Iterable[tuple[str, str]], earlier: Iterable[Reading]) -> list[Version]:
    """Earlier texts with the reports that stand in their place, oldest first."""
    by_id = {reading.report.id: reading for reading in earlier}
    return [Version(stands, by_id[id]) for stands, id in pairs]


def list_for(connection: Connection, stories: frozenset[str]) -> list[CorrectionRow]:
    """The corrections of a story's dossier, and of reports, in the order made."""
    rows = list_corrections(connection, undone=False)
    return [row for row in rows if isinstance(row.target, dict) and row.target.get("story", "") in {*stories, ""}]


def tell(story: str, material: Material) -> dict[str, Any] | None:
    """The dossier of what is there, as it is kept; None where there is nothing."""
    return record_dossier(assemble(story, material)) if material.readings else None


def assemble(story: str, material: Material) -> Dossier:
    """The dossier of at least one reading."""
    ordered = sorted(material.readings, key=lambda reading: (published_of(reading), reading.report.id))
    steps: Sequence[Any] = amend_steps(material.corrections) if material.corrections else ()
    dossier = make_dossier(story, tuple(ordered), as_of=None, versions=material.versions, steps=steps)
    return dismiss(dossier, material.corrections)


def put(
    connection: Connection,
    story: StaleStory,
    dossier: dict[str, Any] | None,
    *,
    replaced: Mapping[str, str],
    now: Clock,
) -> Refreshed:
    """Keep a dossier, and what changed. ``replaced``: earlier texts of reports -> the reports that stand in their place."""
    last = find_turn(connection, story)
    if last is None:
        return Refreshed(story.id, 0, 0, 0)
    at = write_time_after(now(), last)
    if dossier is None:
        close_findings(connection, story.id, now=at)
        drop_story(connection, story.id)
        return Refreshed(story.id, 0, 0, 0)
    before = [row.data for row in list_findings(connection, story.id)]
    turn = compare(before, dossier["findings"], replaced=replaced)
    put_findings(connection, story.id, dossier["findings"], turn=turn, now=at)
    put_dossier(connection, story, dossier, now=at, made=name_teller())
    return Refreshed(story.id, len(turn.new), len(turn.changed), len(turn.gone))


def compare(before: list[dict[str, Any]], after: list[dict[str, Any]], *, replaced: Mapping[str, str]) -> Turn:
    """What is new, changed and gone between two dossiers.

    What was said of an earlier text is held against what is said of the text in its place, by its words.
    """
    renamed = [rename_reports(finding, replaced) for finding in before]
    changes = find_changes(renamed, after, edited=frozenset(replaced.values()))
    told = {what: [c for c in changes if c.what == what] for what in ("new", "changed", "superseded", "gone")}
    return Turn(
        frozenset(change.finding["id"] for change in told["new"]),
        frozenset(change.finding["id"] for change in told["changed"]),
        {change.finding["id"]: change.by for change in (*told["superseded"], *told["gone"])},
    )


def rename_reports(finding: dict[str, Any], replaced: Mapping[str, str]) -> dict[str, Any]:
    """A finding that cites the reports that stand now."""
    cites = [cite | {"report": replaced.get(cite["report"], cite["report"])} for cite in finding["cites"]]
    return finding | {"cites": cites}
