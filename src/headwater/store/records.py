"""What was found in a report: the Reading, whole, and the record that ``headwater annotate`` prints."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from headwater.errors import StoreError
from headwater.store.schema import readings, reports, texts
from headwater.store.texts import restore


@dataclass(frozen=True, slots=True)
class Analysis:
    """What one run over a report made, ready to be kept."""

    made: str
    """step@version of the run."""
    data: bytes
    """The Reading without its text (:mod:`headwater.desk.readings`)."""
    record: bytes
    """JSON, deflated."""


@dataclass(frozen=True, slots=True)
class KeptReading:
    """A Reading as kept, with what is needed to make it whole."""

    report: str
    text: str
    given: dict[str, Any]
    data: bytes


def put_reading(connection: Connection, number: int, analysis: Analysis, *, terms: bytes) -> None:
    """Keep what was found in a report; what was found before is replaced."""
    row = {"made": analysis.made, "data": analysis.data, "record": analysis.record, "terms": terms}
    connection.execute(readings.delete().where(readings.c.number == number))
    connection.execute(readings.insert().values(number=number, **row))


def get_record(connection: Connection, id: str) -> dict[str, Any]:
    """The record of ``headwater annotate`` of a report; raises StoreError where there is none."""
    joined = reports.join(readings, reports.c.number == readings.c.number)
    packed = connection.scalar(select(readings.c.record).select_from(joined).where(reports.c.id == id))
    if packed is None:
        raise StoreError(f"there is no report {id!r} in the store")
    record: dict[str, Any] = json.loads(zlib.decompress(packed))
    return {**record, "id": id}


def get_readings(connection: Connection, ids: Iterable[str]) -> list[KeptReading]:
    """The readings of reports, in the order received."""
    joined = reports.join(readings, reports.c.number == readings.c.number).join(
        texts, texts.c.number == reports.c.number
    )
    wanted = select(reports.c.id, texts.c.text, texts.c.exact, texts.c.given, readings.c.data).select_from(joined)
    rows = connection.execute(wanted.where(reports.c.id.in_(list(ids))).order_by(reports.c.number))
    return [KeptReading(r.id, restore(r.text, r.exact), json.loads(r.given), r.data) for r in rows]
