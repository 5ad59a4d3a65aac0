"""What rules are held against: findings and new versions of reports that came since they last were."""

from __future__ import annotations

from sqlalchemy import Connection, select

from headwater.store.findings import read_row
from headwater.store.rows import FindingRow
from headwater.store.schema import findings, reports


def list_changed(connection: Connection, *, since: str) -> list[FindingRow]:
    """Standing findings of all stories that are new or changed after a time, the oldest first."""
    wanted = select(findings).where(findings.c.changed > since, findings.c.superseded.is_(None))
    return [read_row(row) for row in connection.execute(wanted.order_by(findings.c.changed, findings.c.number))]


def list_of_kind(connection: Connection, kind: str) -> list[FindingRow]:
    """Standing findings of a kind in all stories, the oldest first."""
    wanted = select(findings).where(findings.c.kind == kind, findings.c.superseded.is_(None))
    return [read_row(row) for row in connection.execute(wanted.order_by(findings.c.number))]


def list_new_versions(connection: Connection, *, since: str) -> list[tuple[str, str, str, str]]:
    """(id, story, title or id, time) of reports received after a time whose text replaced another."""
    wanted = select(reports.c.id, reports.c.story, reports.c.title, reports.c.received).where(
        reports.c.received > since, reports.c.supersedes.is_not(None)
    )
    rows = connection.execute(wanted.order_by(reports.c.number))
    return [(row.id, row.story, row.title or row.id, row.received) for row in rows]
