"""Stories and their dossiers."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Row, Select, case, func, literal, select, tuple_, update

from headwater.errors import StoreError
from headwater.store.rows import PersonRow, StoryRow
from headwater.store.schema import dossiers, findings, looks, people, reports, stories
from headwater.store.texts import make_storable

NEVER = ""
"""The time of the last look of a reader who has not looked yet."""


@dataclass(frozen=True, slots=True)
class StaleStory:
    """A story whose dossier lags behind its reports."""

    id: str
    touched: int
    """How often its reports have changed: which of these changes a new dossier tells."""


@lru_cache(maxsize=64)
def select_rows(reader: str) -> Select[Any]:
    """All stories as rows for a reader."""
    seen = (
        select(looks.c.seen)
        .where(looks.c.reader == reader, looks.c.story == stories.c.id)
        .correlate(stories)
        .scalar_subquery()
    )
    counted = (
        select(func.count())
        .where(findings.c.story == stories.c.id, findings.c.superseded.is_(None), findings.c.changed > seen)
        .scalar_subquery()
    )
    # Counted only where a reader has seen an earlier state: of all others the number is known.
    fresh: ColumnElement[int] = case(
        (seen.is_(None), stories.c.findings), (seen >= stories.c.updated, 0), else_=counted
    )
    return select(stories, fresh.label("new"))


def list_stories(
    connection: Connection, *, limit: int | None = 50, after: str | None = None, reader: str = ""
) -> list[StoryRow]:
    """Stories, the one changed last first; ``after`` is the id of the last one of the page before."""
    wanted = select_rows(reader).order_by(stories.c.updated.desc(), stories.c.id.desc()).limit(limit)
    if after is not None:
        last = select(stories.c.updated, stories.c.id).where(stories.c.id == after)
        if (row := connection.execute(last).first()) is None:
            return []
        wanted = wanted.where(tuple_(stories.c.updated, stories.c.id) < tuple_(literal(row.updated), literal(row.id)))
    return [read_row(row) for row in connection.execute(wanted)]


def list_unseen(connection: Connection, *, reader: str = "", limit: int | None = None) -> list[StoryRow]:
    """The stories that changed since a reader last looked at them, the one changed last first."""
    seen = (
        select(looks.c.seen)
        .where(looks.c.reader == reader, looks.c.story == stories.c.id)
        .correlate(stories)
        .scalar_subquery()
    )
    wanted = select_rows(reader).where(stories.c.told > 0, stories.c.updated > func.coalesce(seen, literal(NEVER)))
    order = (stories.c.updated.desc(), stories.c.id.desc())
    return [read_row(row) for row in connection.execute(wanted.order_by(*order).limit(limit))]


def get_story(connection: Connection, id: str, *, reader: str = "") -> StoryRow:
    """One story; raises StoreError where there is none."""
    row = connection.execute(select_rows(reader).where(stories.c.id == id)).first()
    if row is None:
        raise StoreError(f"there is no story {id!r} in the store")
    return read_row(row)


def name_stories(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """The titles of those stories that are there."""
    wanted = select(stories.c.id, stories.c.title).where(stories.c.id.in_(sorted(set(ids))))
    return {row.id: row.title for row in connection.execute(wanted)}


def read_row(row: Row[Any]) -> StoryRow:
    """A row as a record."""
    return StoryRow(
        row.id,
        row.title,
        row.as_of,
        row.first,
        row.last,
        row.reports,
        row.origins,
        row.findings,
        row.new,
        row.updated,
        row.touched > row.told,
    )


def get_dossier(connection: Connection, id: str) -> dict[str, Any]:
    """The dossier of a story as ``brief --format json`` prints it.

    Raises StoreError where there is no such story, or its reports wait to be told.
    """
    data = connection.scalar(select(dossiers.c.data).where(dossiers.c.story == id))
    if data is None:
        get_story(connection, id)
        raise StoreError(f"the dossier of {id!r} is still being made; wait, or run: headwater add")
    return read_dossier(data)


def read_dossier(data: str) -> dict[str, Any]:
    """A dossier as it is kept."""
    dossier: dict[str, Any]
    try:
        dossier = msgspec.json.decode(data)
    except msgspec.DecodeError:
        # Half a surrogate pair in a report's text, which the slower reader takes.
        dossier = json.loads(data)
    return dossier


def touch_story(connection: Connection, id: str, *, title: str, now: str) -> None:
    """Note that a story's reports have changed: its dossier must be made anew."""
    touched = connection.execute(update(stories).where(stories.c.id == id).values(touched=stories.c.touched + 1))
    if not touched.rowcount:
        row = {"id": id, "title": make_storable(title), "reports": 0, "origins": 0, "findings": 0}
        connection.execute(stories.insert().values(row | {"updated": now, "touched": 1, "told": 0, "made": ""}))


def list_stale(connection: Connection) -> list[StaleStory]:
    """The stories whose dossier must be made anew."""
    wanted = select(stories.c.id, stories.c.touched).where(stories.c.touched > stories.c.told).order_by(stories.c.id)
    return [StaleStory(row.id, row.touched) for row in connection.execute(wanted)]


def find_turn(connection: Connection, story: StaleStory) -> str | None:
    """When a story was last updated; None where it is gone or a dossier of a later change is there."""
    wanted = select(stories.c.updated).where(stories.c.id == story.id, stories.c.told < story.touched)
    return connection.scalar(wanted)


def list_members(connection: Connection, id: str) -> list[str]:
    """The ids of a story's reports, of each its latest version, in the order received."""
    wanted = select(reports.c.id).where(reports.c.story == id, reports.c.superseded == 0)
    return list(connection.scalars(wanted.order_by(reports.c.number)))


def put_dossier(connection: Connection, story: StaleStory, dossier: dict[str, Any], *, now: str, made: str) -> None:
    """Keep a dossier; the story stays stale where its reports have changed since ``story`` was listed."""
    id, told = story.id, dossier["story"]
    dates = sorted(
        day for report in dossier["reports"] if (date := report["published"]["value"]) for day in date.split("/")
    )
    row = {
        "title": make_storable(told["title"]),
        "as_of": dossier["as_of"],
        "first": dates[0] if dates else None,
        "last": dates[-1] if dates else None,
        "reports": told["reports"],
        "origins": told["origins"],
        "findings": len(dossier["findings"]),
        "updated": now,
        "made": made,
        "told": story.touched,
    }
    connection.execute(update(stories).where(stories.c.id == id).values(row))
    connection.execute(dossiers.delete().where(dossiers.c.story == id))
    connection.execute(dossiers.insert().values(story=id, data=json.dumps(dossier)))
    put_people(connection, id, told["people"])


def put_people(connection: Connection, story: str, told: list[dict[str, Any]]) -> None:
    """Keep the actors of a story."""
    connection.execute(people.delete().where(people.c.story == story))
    rows = [
        {
            "story": story,
            "id": p["id"],
            "name": make_storable(p["name"]),
            "label": p["label"],
            "reports": len(p["reports"]),
        }
        for p in told
    ]
    if rows:
        connection.execute(people.insert(), rows)


def list_people(
    connection: Connection,
    *,
    story: str | None = None,
    name: str = "",
    labels: Collection[str] = (),
    limit: int = 200,
) -> list[PersonRow]:
    """Actors, those of most reports first; ``name`` is part of their name, ``labels`` are those wanted, none = all."""
    wanted = select(people).order_by(people.c.reports.desc(), people.c.name, people.c.story, people.c.id).limit(limit)
    if story is not None:
        wanted = wanted.where(people.c.story == story)
    if labels:
        wanted = wanted.where(people.c.label.in_(labels))
    if name:
        wanted = wanted.where(people.c.name.icontains(name, autoescape=True))
    return [PersonRow(row.story, row.id, row.name, row.label, row.reports) for row in connection.execute(wanted)]


def drop_story(connection: Connection, id: str) -> None:
    """Take away a story that has no reports left; its findings stay, superseded."""
    for table, column in ((dossiers, dossiers.c.story), (people, people.c.story), (stories, stories.c.id)):
        connection.execute(table.delete().where(column == id))


def count_stories(connection: Connection) -> int:
    """All stories."""
    return connection.scalar(select(func.count()).select_from(stories)) or 0
