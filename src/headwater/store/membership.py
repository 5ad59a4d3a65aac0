"""Which story each report is in, once corrections have had their say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, select, update

from headwater.store.schema import readings, reports


def list_moved(connection: Connection) -> dict[str, str]:
    """Report id -> story, of the reports that are not in the story they were first put into."""
    wanted = select(reports.c.id, reports.c.story).where(reports.c.story != reports.c.decided)
    return {row.id: row.story for row in connection.execute(wanted)}


def list_decisions(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """Report id -> the story it was first put into."""
    wanted = select(reports.c.id, reports.c.decided).where(reports.c.id.in_(list(ids)))
    return {row.id: row.decided for row in connection.execute(wanted)}


@dataclass(frozen=True, slots=True)
class Place:
    """A report as the grouping of all reports anew sees it."""

    number: int
    id: str
    family: str
    day: int | None
    decided: str


def list_families(connection: Connection, ids: Iterable[str]) -> list[str]:
    """The families (ids of the first versions) of reports."""
    return list(connection.scalars(select(reports.c.family).where(reports.c.id.in_(list(ids))).distinct()))


def list_places(connection: Connection) -> list[Place]:
    """All reports in the order received."""
    columns = (reports.c.number, reports.c.id, reports.c.family, reports.c.day, reports.c.decided)
    return [Place(*row) for row in connection.execute(select(*columns).order_by(reports.c.number))]


def put_decisions(connection: Connection, decisions: Iterable[tuple[int, str, bytes]]) -> None:
    """Keep the stories that reports (by number) were put into anew, with their weighed terms."""
    rows = [{"at": number, "into": story, "weighed": terms} for number, story, terms in decisions]
    if rows:
        placed = update(reports).where(reports.c.number == bindparam("at"))
        connection.execute(placed.values(decided=bindparam("into")), [{"at": r["at"], "into": r["into"]} for r in rows])
        weighed = update(readings).where(readings.c.number == bindparam("at"))
        connection.execute(
            weighed.values(terms=bindparam("weighed")), [{"at": r["at"], "weighed": r["weighed"]} for r in rows]
        )


def list_stories_of(connection: Connection) -> dict[str, str]:
    """Report id -> story, of all reports."""
    return {row.id: row.story for row in connection.execute(select(reports.c.id, reports.c.story))}


def forget_moves(connection: Connection) -> None:
    """Put every report back into the story it was first put into."""
    connection.execute(update(reports).where(reports.c.story != reports.c.decided).values(story=reports.c.decided))


def move_stories(connection: Connection, stories: Iterable[str], into: str) -> None:
    """Put all reports of some stories into another one."""
    connection.execute(update(reports).where(reports.c.story.in_(list(stories))).values(story=into))


def move_reports(connection: Connection, ids: Iterable[str], into: str) -> None:
    """Put reports with all their versions into a story."""
    families = select(reports.c.family).where(reports.c.id.in_(list(ids)))
    connection.execute(update(reports).where(reports.c.family.in_(families)).values(story=into))
