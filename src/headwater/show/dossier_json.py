"""A dossier as JSON (docs/formats.md; dossier.schema.json beside this file)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from headwater.model.dossier import Dossier
from headwater.model.finding import Finding
from headwater.model.origin import Origin
from headwater.model.reading import Reading
from headwater.model.report import Known
from headwater.model.span import Cite
from headwater.model.story import Person, Story, Version
from headwater.show.counts import stated
from headwater.show.json_text import dump_json
from headwater.show.record import Record, record_known
from headwater.show.report_list import tell_title

Texts = Mapping[str, str]
"""Report id to text."""
Failure = tuple[str, str, str]
"""(path or id, code, message)."""


@lru_cache(maxsize=1)
def load_schema() -> dict[str, Any]:
    """The JSON Schema of what :func:`write_json` writes."""
    schema: dict[str, Any] = json.loads(Path(__file__).with_name("dossier.schema.json").read_text("utf-8"))
    return schema


def write_json(dossiers: Sequence[Dossier], failures: Iterable[Failure] = ()) -> str:
    """The dossiers as JSON text."""
    return dump_json(record_dossiers(dossiers, failures), indent=1) + "\n"


def record_dossiers(dossiers: Sequence[Dossier], failures: Iterable[Failure] = ()) -> Record:
    """One story as its dossier, several (or none) as ``{"dossiers": […], "failed": […]}``."""
    records = [record_dossier(dossier) for dossier in dossiers]
    if len(records) == 1:
        return records[0]
    return {"dossiers": records, "failed": [record_failure(failure) for failure in failures]}


def record_dossier(dossier: Dossier) -> Record:
    """The dossier of one story."""
    story = dossier.story
    texts = {reading.report.id: reading.report.text for reading in story.readings}
    copied = {copy.report: copy.of for copy in story.copies}
    return {
        "story": record_story(dossier),
        "as_of": dossier.as_of,
        "reports": [record_report(story, reading, texts=texts, copied=copied) for reading in story.readings],
        "findings": [record_finding(texts, finding) for finding in story.findings],
        "versions": [record_version(version) for version in story.versions],
        "failed": [record_failure(failure) for failure in dossier.failures],
    }


def record_version(version: Version) -> Record:
    """An earlier text of a report."""
    earlier = version.earlier
    facts = {"id": earlier.report.id, "path": earlier.report.path}
    return {"report": version.report, **facts, "published": record_known(earlier.provenance.published)}


def record_story(dossier: Dossier) -> Record:
    """The story as a whole."""
    story = dossier.story
    origins = [origin for reading in story.readings for origin in story.report_origins.get(reading.report.id, ())]
    return {
        "id": story.id,
        "title": dossier.title,
        "reports": len(story.readings),
        "origins": len(stated(origins)),
        "people": [record_person(person) for person in story.people],
    }


def record_person(person: Person) -> Record:
    """An actor across reports."""
    reports = list(dict.fromkeys(report for report, _ in person.actors))
    return {"id": person.id, "name": person.name, "label": person.label, "reports": reports}


def record_report(story: Story, reading: Reading, *, texts: Texts, copied: Mapping[str, str]) -> Record:
    """What is known of a report."""
    report, source = reading.report, reading.provenance
    return {
        "id": report.id,
        "path": report.path,
        "url": report.url,
        "title": tell_title(reading),
        "outlet": source.outlet.value,
        "credit": ", ".join(credit.value for credit in source.credits if credit.value) or None,
        "byline": source.byline.value,
        "language": reading.language,
        "is_summary": report.is_summary,
        "published": record_known(source.published),
        "copies_of": copied.get(report.id),
        "origins": record_origins(texts, story.report_origins.get(report.id, ())),
        "provenance": record_provenance(reading),
        "text": report.text,
    }


def record_provenance(reading: Reading) -> Record:
    """Where each fact about the report was read."""
    source = reading.provenance
    facts: dict[str, Known] = {"title": source.title, "byline": source.byline, "outlet": source.outlet}
    return {name: record_known(known) for name, known in (facts | {"dateline": source.dateline}).items()} | {
        "credits": [record_known(credit) for credit in source.credits]
    }


def record_finding(texts: Texts, finding: Finding) -> Record:
    """One line with its cites."""
    return {
        "id": finding.id,
        "kind": finding.kind,
        "line": finding.line,
        "cites": record_cites(texts, finding.cites),
        "reports": len(finding.reports),
        "origins": record_origins(texts, finding.origins),
        "details": finding.details,
    }


def record_origins(texts: Texts, origins: Iterable[Origin]) -> list[Record]:
    """Where information entered."""
    return [
        {
            "kind": origin.kind,
            "name": known_name(origin),
            "inferred": origin.inferred,
            "claimed": origin.claimed,
            "cites": record_cites(texts, origin.cites),
        }
        for origin in origins
    ]


def known_name(origin: Origin) -> str | None:
    """The origin's name; None where the reports do not state it."""
    return None if origin.kind == "unknown" else origin.name


def record_cites(texts: Texts, cites: Iterable[Cite]) -> list[Record]:
    """Cites with their words."""
    return [record_cite(texts, cite) for cite in cites]


def record_cite(texts: Texts, cite: Cite) -> Record:
    """The words of a report at their offsets."""
    start, end = cite.span
    return {"report": cite.report, "start": start, "end": end, "text": texts[cite.report][start:end]}


def record_failure(failure: Failure) -> Record:
    """A report that could not be read."""
    path, code, message = failure
    return {"path": path, "code": code, "message": message}
