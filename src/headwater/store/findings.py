"""Findings and their history: those that left a dossier are kept with the time they left."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, or_, select, update

from headwater.store.rows import FindingRow
from headwater.store.schema import findings
from headwater.store.texts import make_storable


@dataclass(frozen=True, slots=True)
class Turn:
    """What a new dossier changes among the findings of a story."""

    new: frozenset[str]
    """Ids that were not there."""
    changed: frozenset[str]
    """Ids that say something else now, or stand for one that is gone."""
    gone: dict[str, str | None]
    """Ids that left, and what stands in their place."""


def list_findings(
    connection: Connection, story: str, *, since: str | None = None, superseded: bool = False
) -> list[FindingRow]:
    """The findings of a story in the order of its dossier.

    ``since`` (a time as rows have it): only those new or changed later, and those that left later. ``superseded`` adds all
    that ever left, after those that stand.
    """
    wanted = select(findings).where(findings.c.story == story)
    if since is not None:
        wanted = wanted.where(or_(findings.c.changed > since, findings.c.superseded > since))
    elif not superseded:
        wanted = wanted.where(findings.c.superseded.is_(None))
    order = (findings.c.superseded.is_not(None), findings.c.place, findings.c.number)
    return [read_row(row) for row in connection.execute(wanted.order_by(*order))]


def get_finding(connection: Connection, story: str, id: str) -> FindingRow | None:
    """One finding, also one that left."""
    row = connection.execute(select(findings).where(findings.c.story == story, findings.c.id == id)).first()
    return None if row is None else read_row(row)


def read_row(row: Row[Any]) -> FindingRow:
    """A row as a record."""
    return FindingRow(
        row.id,
        row.story,
        row.kind,
        row.line,
        row.reports,
        row.origins,
        row.first_seen,
        row.changed,
        row.superseded,
        json.loads(row.data),
        row.by,
    )


def put_findings(connection: Connection, story: str, told: Sequence[dict[str, Any]], *, turn: Turn, now: str) -> None:
    """Make the findings of a story those of its new dossier."""
    standing = select(findings.c.id, findings.c.place, findings.c.data, findings.c.superseded)
    known = {row.id: row for row in connection.execute(standing.where(findings.c.story == story))}
    fresh = []
    for place, finding in enumerate(told):
        row, before = write_row(story, finding) | {"place": place}, known.get(finding["id"])
        touched = {"changed": now} if finding["id"] in turn.new | turn.changed else {}
        if before is None:
            fresh.append(row | {"first_seen": now, "changed": now})
        elif touched or before.superseded or (before.place, before.data) != (place, row["data"]):
            same = (findings.c.story == story) & (findings.c.id == finding["id"])
            connection.execute(update(findings).where(same).values(row | touched | {"superseded": None, "by": None}))
    if fresh:
        connection.execute(findings.insert(), fresh)
    for id, heir in turn.gone.items():
        same = (findings.c.story == story) & (findings.c.id == id)
        connection.execute(update(findings).where(same).values(superseded=now, by=heir))


def write_row(story: str, finding: dict[str, Any]) -> dict[str, Any]:
    """The columns that a finding itself fills."""
    return {
        "story": story,
        "id": finding["id"],
        "kind": finding["kind"],
        "line": make_storable(finding["line"]),
        "reports": finding["reports"],
        "origins": sum(origin["name"] is not None and not origin.get("claimed") for origin in finding["origins"]),
        "data": json.dumps(finding),
    }


def close_findings(connection: Connection, story: str, *, now: str) -> None:
    """Note that all findings of a story have left."""
    standing = (findings.c.story == story) & findings.c.superseded.is_(None)
    connection.execute(update(findings).where(standing).values(superseded=now))
