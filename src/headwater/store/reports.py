"""Reports and their versions."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from sqlalchemy import Connection, Row, func, select

from headwater.errors import StoreError
from headwater.model.report import Report
from headwater.store.rows import ReportRow
from headwater.store.schema import reports, texts
from headwater.store.texts import restore

GIVEN = tuple(field.name for field in fields(Report) if field.name not in ("id", "text"))
"""What comes with a report beside its id and text."""
COLUMNS = [
    reports.c[name]
    for name in (
        *("id", "title", "outlet", "published", "how", "url", "path", "story", "received", "version", "supersedes"),
        *("feed", "superseded"),
    )
]


def list_reports(
    connection: Connection, *, story: str | None = None, limit: int | None = 50, after: str | None = None
) -> list[ReportRow]:
    """Reports, the one received last first; ``after`` is the id of the last one of the page before."""
    wanted = select(*COLUMNS).order_by(reports.c.number.desc()).limit(limit)
    if story is not None:
        wanted = wanted.where(reports.c.story == story)
    if after is not None:
        wanted = wanted.where(
            reports.c.number < select(reports.c.number).where(reports.c.id == after).scalar_subquery()
        )
    return [read_row(row) for row in connection.execute(wanted)]


def get_report_row(connection: Connection, id: str) -> ReportRow:
    """The row of one report; raises StoreError where there is none."""
    row = connection.execute(select(*COLUMNS).where(reports.c.id == id)).first()
    if row is None:
        raise StoreError(f"there is no report {id!r} in the store")
    return read_row(row)


def read_row(row: Row[Any]) -> ReportRow:
    """A row as a record."""
    return ReportRow(**{**row._mapping, "superseded": bool(row.superseded)})


def get_report(connection: Connection, id: str) -> Report:
    """A report as received, under its id in the store; raises StoreError where there is none."""
    found = get_reports(connection, [id])
    if not found:
        raise StoreError(f"there is no report {id!r} in the store")
    return found[0]


def get_reports(connection: Connection, ids: Sequence[str]) -> list[Report]:
    """Those reports that are there, in the order received."""
    wanted = select(reports.c.id, texts.c.text, texts.c.exact, texts.c.given).join_from(
        reports, texts, reports.c.number == texts.c.number
    )
    rows = connection.execute(wanted.where(reports.c.id.in_(ids)).order_by(reports.c.number))
    return [Report(row.id, restore(row.text, row.exact), **json.loads(row.given)) for row in rows]


def list_site(connection: Connection, site: str, *, limit: int | None = None) -> list[str]:
    """The ids of the reports of a site, the one received last first."""
    wanted = select(reports.c.id).where(reports.c.site == site, reports.c.superseded == 0)
    return list(connection.scalars(wanted.order_by(reports.c.number.desc()).limit(limit)))


def list_versions(connection: Connection, id: str) -> list[ReportRow]:
    """All versions of the report that ``id`` is one of, the first one first."""
    family = select(reports.c.family).where(reports.c.id == id).scalar_subquery()
    wanted = select(*COLUMNS).where(reports.c.family == family).order_by(reports.c.version)
    return [read_row(row) for row in connection.execute(wanted)]


def list_earlier(connection: Connection, story: str) -> list[tuple[str, str]]:
    """Pairs of report ids of a story: the version that stands, and an earlier one of it, in the order received."""
    stands, earlier = reports.alias(), reports.alias()
    joined = stands.join(earlier, (earlier.c.family == stands.c.family) & (earlier.c.superseded == 1))
    wanted = select(stands.c.id, earlier.c.id).select_from(joined)
    rows = connection.execute(
        wanted.where(stands.c.story == story, stands.c.superseded == 0).order_by(earlier.c.number)
    )
    return [(row[0], row[1]) for row in rows]


def find_latest(connection: Connection) -> int:
    """The number of the report received last; 0 where there is none."""
    return connection.scalar(select(func.max(reports.c.number))) or 0


def count_later(connection: Connection, number: int) -> int:
    """Reports received after the one of a number."""
    return connection.scalar(select(func.count()).select_from(reports).where(reports.c.number > number)) or 0


def count_reports(connection: Connection) -> int:
    """All reports, versions counted."""
    return connection.scalar(select(func.count()).select_from(reports)) or 0
