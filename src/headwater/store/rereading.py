"""Reports that are to be read again: after an upgrade, and where readers marked furniture."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, func, select, update

from headwater.store.about import get_about, put_about
from headwater.store.arrivals import Found, write_found
from headwater.store.records import Analysis
from headwater.store.schema import readings, reports, stories, texts
from headwater.store.texts import make_storable

AGAIN = ""
"""The maker of what is to be made again."""
GROUPED = "grouped"
"""Key of the step@version that put the reports into stories."""


def list_holding(connection: Connection, site: str, line: str) -> list[int]:
    """The numbers of the reports of a site whose text holds a line."""
    joined = reports.join(texts, reports.c.number == texts.c.number)
    wanted = select(reports.c.number).select_from(joined).where(reports.c.site == site)
    return list(connection.scalars(wanted.where(texts.c.text.icontains(make_storable(line), autoescape=True))))


def ask_again(connection: Connection, numbers: Iterable[int]) -> int:
    """Let reports be read again; how many."""
    wanted = update(readings).where(readings.c.number.in_(list(numbers)))
    return connection.execute(wanted.values(made=AGAIN)).rowcount


def ask_all_again(connection: Connection) -> None:
    """Let every report be read again, grouped again and told again."""
    connection.execute(update(readings).values(made=AGAIN))
    connection.execute(update(stories).values(made=AGAIN))
    put_about(connection, GROUPED, AGAIN)


def count_unread(connection: Connection, made: str) -> int:
    """How many reports were not read by ``made`` (step@version)."""
    return connection.scalar(select(func.count()).select_from(readings).where(readings.c.made != made)) or 0


def list_unread(connection: Connection, made: str, *, after: int, limit: int) -> list[tuple[int, str]]:
    """Numbers and ids of reports that were not read by ``made``, those of a number above ``after``."""
    joined = reports.join(readings, reports.c.number == readings.c.number)
    wanted = select(reports.c.number, reports.c.id).select_from(joined)
    wanted = wanted.where(readings.c.made != made, reports.c.number > after).order_by(reports.c.number).limit(limit)
    return [(row[0], row[1]) for row in connection.execute(wanted)]


def put_again(connection: Connection, id: str, analysis: Analysis, *, found: Found) -> str:
    """Keep what was found in a report read again; its story."""
    row = connection.execute(select(reports.c.number, reports.c.story).where(reports.c.id == id)).one()
    made = {"made": analysis.made, "data": analysis.data, "record": analysis.record}
    connection.execute(update(readings).where(readings.c.number == row.number).values(made))
    connection.execute(update(reports).where(reports.c.number == row.number).values(write_found(found)))
    title = make_storable(found.title or "")
    connection.execute(update(texts).where(texts.c.number == row.number, texts.c.title != title).values(title=title))
    story: str = row.story
    return story


def touch_untold(connection: Connection, made: str) -> int:
    """Note that the dossiers that were not made by ``made`` must be made anew; how many."""
    old = (stories.c.made != made) & (stories.c.touched <= stories.c.told)
    return connection.execute(update(stories).where(old).values(touched=stories.c.touched + 1)).rowcount


def is_grouped_by(connection: Connection, made: str) -> bool:
    """Whether reports were put into their stories by ``made``."""
    return get_about(connection, GROUPED) == made


def put_grouped_by(connection: Connection, made: str) -> None:
    """Note what puts reports into their stories."""
    put_about(connection, GROUPED, made)
