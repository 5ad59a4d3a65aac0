"""Events in the records of the field: PLOVER JSON Lines and the columns of POLECAT.

Field names follow the PLOVER code book (draft 0.7b1), column names and their order the weekly POLECAT files; docs/events.md
explains each. Beyond the standard stands ``stance``. What is not known is null, or an empty cell.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from headwater.lexicon import load
from headwater.model.notes import Event, Time
from headwater.model.reading import Reading
from headwater.model.span import Spans
from headwater.show.parties import Party, code_parties

Record = dict[str, Any]
CODEBOOK = "plover-0.7b1"
CODER = "headwater"
SEPARATOR = "; "
COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title",
    "Actor Name Raw", "Wikipedia Actor ID",
    "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors",
    "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID",
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename",
    "Feature Type", "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations",
    "Language", "Version",
)  # fmt: skip
"""Columns of a POLECAT file, in its order."""


@lru_cache(maxsize=1)
def scheme() -> dict[str, dict[str, Any]]:
    """PLOVER type -> quad class, score, CAMEO root."""
    return {name: facts for name, facts in load("plover_scheme")["types"].items() if name != "example"}


def list_records(readings: Iterable[Reading], stances: frozenset[str] = frozenset()) -> Iterator[Record]:
    """A PLOVER record an event, in text order; only events of ``stances`` if any are given."""
    for reading in readings:
        for number, event in enumerate(reading.events):
            if not stances or event.stance in stances:
                yield record_event(reading, event, number)


def show_jsonl(readings: Iterable[Reading], stances: frozenset[str] = frozenset()) -> str:
    """PLOVER records, one line of JSON each."""
    lines = (json.dumps(record, ensure_ascii=False) for record in list_records(readings, stances))
    return "".join(f"{line}\n" for line in lines)


def show_polecat(readings: Iterable[Reading], stances: frozenset[str] = frozenset()) -> str:
    """Tab-separated POLECAT columns with a header line."""
    rows: list[tuple[str, ...]] = [COLUMNS]
    for reading in readings:
        for number, event in enumerate(reading.events):
            if not stances or event.stance in stances:
                rows.append(polecat_row(reading, event, number))
    table = io.StringIO()
    # A cell that begins with a quotation mark swallows its neighbours in readers of such files unless it is quoted itself.
    csv.writer(table, delimiter="\t", lineterminator="\n").writerows(map(clean_cell, row) for row in rows)
    return table.getvalue()


def record_event(reading: Reading, event: Event, number: int) -> Record:
    """One event as a PLOVER record."""
    facts = scheme()[event.type]
    date, source = date_of(reading, event)
    first_day, _, last_day = (date or "").partition("/")
    first, last = event.trigger[0].start, event.trigger[-1].end
    actors, recipients = code_parties(reading, event)
    return {
        "id": f"{reading.report.id}#{number}",
        "date": first_day or None,
        "enddate": last_day or None,
        "date_source": source,
        "source": [record_party(party) for party in actors],
        "recipient": [record_party(party) for party in recipients],
        "event": [event.type],
        "mode": [event.mode] if event.mode else [],
        "context": contexts_of(event),
        "stance": event.stance,
        "holder": [reading.report.quote(span) for span in event.holder],
        "event_text": [reading.report.quote(span) for span in event.trigger],
        "event_loc": {"name": words_of(reading, event.place)} if event.place else None,
        "quad_code": facts["quad"],
        "event_scale": facts["score"],
        "text_info": {"start": first, "end": last},
        "cite_info": record_citation(reading),
        "coder": CODER,
    }


def record_citation(reading: Reading) -> Record:
    """Where the report is from, as far as it is known."""
    return {
        "url": reading.report.url,
        "title": reading.provenance.title.value or reading.report.title,
        "language": reading.language,
        "publication": reading.provenance.outlet.value or reading.report.outlet,
        "codebook": CODEBOOK,
    }


def record_party(party: Party) -> Record:
    """An actor object: the code of who the words stand for."""
    return {
        "code": party.code.country,
        "sector": party.code.sector,
        "actor_text": party.text,
        "identifier_text": party.name,
        "why": party.code.why,
    }


def contexts_of(event: Event) -> list[str]:
    """The contexts that words of the event's clause name, then the auxiliary one PLOVER names for the stance."""
    context = load("plover_scheme")["contexts"].get(event.stance)
    return [*event.contexts, *([context] if context else [])]


def date_of(reading: Reading, event: Event) -> tuple[str | None, str | None]:
    """The day an event is set on: ``stated`` where the report gives one, else when it was ``published`` (or an interval)."""
    time: Time | None = next((t for t in reading.times if t.span == event.time), None)
    if time and time.earliest and time.earliest == time.latest:
        return time.earliest, "stated"
    published = reading.provenance.published.value
    return (published, "published") if published else (None, None)


def words_of(reading: Reading, spans: Spans) -> str:
    """The words of some spans."""
    return SEPARATOR.join(reading.report.quote(span) for span in spans)


def polecat_row(reading: Reading, event: Event, number: int) -> tuple[str, ...]:
    """One event as the cells of a POLECAT file."""
    record = record_event(reading, event, number)
    cells: dict[str, str] = {
        "Event ID": record["id"],
        "Event Date": one_day(record["date"] if not record["enddate"] else None),
        "Event Type": event.type,
        "Event Mode": event.mode or "",
        "Intensity": str(record["event_scale"]),
        "Quad Code": str(record["quad_code"]),
        "Contexts": SEPARATOR.join(record["context"]),
        **party_cells("Actor", record["source"]),
        **party_cells("Recipient", record["recipient"]),
        "Raw Placename": words_of(reading, event.place),
        "Source": record["cite_info"]["publication"] or "",
        "Publication Date": one_day(reading.provenance.published.value),
        "Story People": names_of(reading, "PERSON"),
        "Story Organizations": names_of(reading, "ORG"),
        "Story Locations": names_of(reading, "GPE", "LOC"),
        "Language": reading.language,
        "Version": f"{CODER} {CODEBOOK}",
    }
    return tuple(cells.get(column, "") for column in COLUMNS)


def one_day(date: str | None) -> str:
    """A date for a cell that takes one day; an interval of days is none."""
    return date if date and "/" not in date else ""


def party_cells(role: str, parties: list[Record]) -> dict[str, str]:
    """The cells of one side of an event; several parties are parted by semicolons."""
    return {
        f"{role} Name": join_cells(party["identifier_text"] for party in parties),
        f"{role} Country": join_cells(party["code"] for party in parties),
        f"Primary {role} Sector": next((party["sector"] for party in parties if party["sector"]), ""),
        f"{role} Sectors": join_cells(party["sector"] for party in parties),
        f"{role} Name Raw": join_cells(party["actor_text"] for party in parties),
    }


def join_cells(values: Iterable[str | None]) -> str:
    """The known values, each once."""
    return SEPARATOR.join(dict.fromkeys(value for value in values if value))


def names_of(reading: Reading, *labels: str) -> str:
    """The actors of a report with one of the labels."""
    return join_cells(actor.name for actor in reading.actors if actor.label in labels)


def clean_cell(value: str) -> str:
    """A cell on one line without tabs."""
    return " ".join(value.split())
