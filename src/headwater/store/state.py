"""By what one knows that nothing shown has changed, found within a fraction of a millisecond."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, func, select

from headwater.errors import StoreError
from headwater.store.looks import COUNTED
from headwater.store.schema import about, looks, reports, stories

# Made once: to build them anew and to compare them with what was compiled before would take longer than to run them.
ALL = select(
    select(func.max(stories.c.updated)).scalar_subquery(),
    select(func.count()).select_from(stories).where(stories.c.touched > stories.c.told).scalar_subquery(),
    select(func.max(reports.c.number)).scalar_subquery(),
    select(about.c.value).where(about.c.key == COUNTED).scalar_subquery(),
)
ONE = (
    select(stories.c.updated, stories.c.touched > stories.c.told, looks.c.seen)
    .select_from(stories.outerjoin(looks, (looks.c.story == stories.c.id) & (looks.c.reader == bindparam("reader"))))
    .where(stories.c.id == bindparam("story"))
)


def find_state(connection: Connection) -> str:
    """Another text whenever a report came, a story was told or waits to be told, or somebody looked."""
    return " ".join(map(str, connection.execute(ALL).one()))


def find_story_state(connection: Connection, id: str, *, reader: str = "") -> str:
    """Another text whenever a story was told or waits to be told, or the reader looked; StoreError where it is not there."""
    row = connection.execute(ONE, {"story": id, "reader": reader}).first()
    if row is None:
        raise StoreError(f"there is no story {id!r} in the store")
    return " ".join(map(str, row))
