"""A report on its way in: new, known already, or another version of one that is known."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, func, select, update

from headwater.model.report import Report
from headwater.store.reports import GIVEN, get_report
from headwater.store.schema import reports, texts
from headwater.store.texts import keep_exact, make_storable, optional

Likeness = Callable[[Report, Report], bool]
"""Whether two texts from one place are versions of one report."""
NEAREST = 5
"""Reports of one source that are held against a new one, the latest."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a report says of itself, as it goes into lists."""

    title: str | None
    outlet: str | None
    published: str | None
    how: str
    day: int | None
    language: str
    site: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where and when a report comes into the store."""

    story: str
    decided: str
    """The story it is put into before any correction."""
    received: str
    feed: str | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """A report that is there already with the same text."""

    id: str
    story: str


@dataclass(frozen=True, slots=True)
class Standing:
    """The version of a report that dossiers cite."""

    id: str
    name: str
    family: str
    published: str | None
    story: str
    decided: str
    """The story it was put into before any correction."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A report that is not there yet, and its place among those that are."""

    id: str
    """Its id in the store."""
    name: str
    """The id it came with."""
    source: str | None
    digest: str
    version: int = 1
    standing: Standing | None = None
    """The report that it is another version of."""

    def is_older(self, published: str | None) -> bool:
        """Whether a version of that date is earlier than the one that stands; where a date is unknown, it is not."""
        known = self.standing.published if self.standing else None
        return bool(published and known and published < known)


def find_arrival(connection: Connection, report: Report, *, source: str | None, alike: Likeness) -> Arrival | Kept:
    """Whether a report is there already, is another version of one that is, or is new.

    ``source`` is what tells it from others beside its id: its address or file. The same source (where there is none, the
    same id) with another text that is ``alike`` is a new version; a report whose id is taken gets one of its own.
    """
    name, digest = make_storable(report.id), digest_text(report.text)
    same_place = (reports.c.name == name) | (reports.c.source == source) if source else reports.c.name == name
    same = select(reports.c.id, reports.c.story).where(reports.c.digest == digest, same_place)
    if (known := connection.execute(same.order_by(reports.c.number.desc())).first()) is not None:
        return Kept(known.id, known.story)
    standing = find_standing(connection, report, name, source=source, alike=alike)
    if standing is None:
        return Arrival(choose_id(connection, name, digest), name, source, digest)
    version = 1 + count_versions(connection, standing.family)
    return Arrival(
        choose_id(connection, f"{standing.family}@{version}", digest), name, source, digest, version, standing
    )


def digest_text(text: str) -> str:
    """SHA-256 of a text, as hexadecimal digits."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def find_standing(
    connection: Connection, report: Report, name: str, *, source: str | None, alike: Likeness
) -> Standing | None:
    """The report from the same place that a report is another version of."""
    place = reports.c.source == source if source else (reports.c.name == name) & reports.c.source.is_(None)
    columns = [reports.c[column] for column in ("id", "name", "family", "published", "story", "decided")]
    latest = select(*columns).where(place, reports.c.superseded == 0).order_by(reports.c.number.desc()).limit(NEAREST)
    found = (Standing(*row) for row in connection.execute(latest).all())
    return next((one for one in found if alike(get_report(connection, one.id), report)), None)


def count_versions(connection: Connection, family: str) -> int:
    """How many versions of a report there are."""
    wanted = select(func.count()).select_from(reports).where(reports.c.family == family)
    return connection.scalar(wanted) or 0


def choose_id(connection: Connection, name: str, digest: str) -> str:
    """The name where it is free, else the name with the first digits of the text's digest."""
    taken = connection.scalar(select(reports.c.number).where(reports.c.id == name))
    return name if taken is None else f"{name}~{digest[:8]}"


def add_report(
    connection: Connection,
    arrival: Arrival,
    report: Report,
    *,
    found: Found,
    place: Place,
) -> int:
    """Keep a report; the number it gets in the order received."""
    standing, older = arrival.standing, arrival.is_older(found.published)
    row = write_found(found) | {
        "id": arrival.id,
        "name": arrival.name,
        "source": arrival.source,
        "digest": arrival.digest,
        "url": optional(report.url),
        "path": optional(report.path),
        "story": place.story,
        "decided": place.decided,
        "received": place.received,
        "version": arrival.version,
        "family": standing.family if standing else arrival.id,
        "supersedes": standing.id if standing and not older else None,
        "superseded": int(older),
        "feed": place.feed,
    }
    number: int = connection.execute(reports.insert().values(row).returning(reports.c.number)).scalar_one()
    connection.execute(texts.insert().values(write_text(report, number, title=found.title)))
    if standing and not older:
        connection.execute(update(reports).where(reports.c.id == standing.id).values(superseded=1))
    return number


def write_found(found: Found) -> dict[str, Any]:
    """What a report says of itself, as columns."""
    return {
        "title": optional(found.title),
        "outlet": optional(found.outlet),
        "published": found.published,
        "how": found.how,
        "day": found.day,
        "language": found.language,
        "site": optional(found.site),
    }


def write_text(report: Report, number: int, *, title: str | None) -> dict[str, Any]:
    """The row of ``texts``."""
    given = {name: value for name in GIVEN if (value := getattr(report, name)) is not None}
    return {
        "number": number,
        "title": make_storable(title or ""),
        "text": make_storable(report.text),
        "exact": keep_exact(report.text),
        "given": json.dumps(given),
    }
