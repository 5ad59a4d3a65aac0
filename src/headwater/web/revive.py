"""A stored dossier, which is its contract JSON, as the records the renderers of ``show`` work on.

Texts, sentences and notes stay in the store: a revived dossier lists, groups and draws, it does not quote.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from headwater.model.dossier import Dossier
from headwater.model.finding import Finding
from headwater.model.origin import Origin
from headwater.model.reading import Reading
from headwater.model.report import Known, Provenance, Report
from headwater.model.span import Cite, Span
from headwater.model.story import Copy, Story

Record = Mapping[str, Any]
UNKNOWN: Record = {"value": None, "how": "unknown", "evidence": []}


def revive_dossier(record: Record) -> Dossier:
    """The dossier of a record of ``brief --format json``."""
    reports = record["reports"]
    story = Story(
        id=record["story"]["id"],
        readings=tuple(map(revive_reading, reports)),
        copies=tuple(Copy(report["id"], report["copies_of"], 1.0) for report in reports if report["copies_of"]),
        report_origins={report["id"]: revive_origins(report["origins"], of=report["id"]) for report in reports},
        findings=tuple(map(revive_finding, record["findings"])),
    )
    failures = tuple((failure["path"], failure["code"], failure["message"]) for failure in record["failed"])
    return Dossier(story, record["as_of"], record["story"]["title"], failures)


def revive_reading(record: Record) -> Reading:
    """What is known of one report."""
    is_summary = bool(record.get("is_summary"))
    report = Report(record["id"], "", path=record["path"], title=record["title"], is_summary=is_summary)
    found = record.get("provenance") or {}
    provenance = Provenance(
        title=revive_known(found.get("title") or UNKNOWN),
        byline=revive_known(found.get("byline") or UNKNOWN),
        outlet=revive_known(found.get("outlet") or UNKNOWN),
        dateline=revive_known(found.get("dateline") or UNKNOWN),
        credits=tuple(map(revive_known, found.get("credits") or ())),
        published=revive_known(record["published"]),
    )
    return Reading(report, language=record.get("language") or "und", provenance=provenance)


def revive_known(record: Record) -> Known:
    """A fact and how it is known."""
    return Known(record["value"], record["how"], revive_spans(record["evidence"]))


def revive_finding(record: Record) -> Finding:
    """One line with its cites."""
    cites = revive_cites(record["cites"])
    origins = revive_origins(record["origins"], of=cites[0].report)
    return Finding(record["kind"], record["line"], cites, origins, record["id"], record["details"])


def revive_origins(records: Iterable[Record], *, of: str) -> tuple[Origin, ...]:
    """Origins; one that the reports do not state is named by the report ``of`` it and its number, as ``assess`` does by report."""
    return tuple(
        Origin(
            record["kind"],
            record["name"] or f"{of}#{number}",
            revive_cites(record["cites"]),
            record["inferred"],
            record.get("claimed", False),
        )
        for number, record in enumerate(records)
    )


def revive_cites(records: Iterable[Record]) -> tuple[Cite, ...]:
    """Cites without their words."""
    return tuple(Cite(record["report"], Span(record["start"], record["end"])) for record in records)


def revive_spans(pairs: Iterable[Sequence[int]]) -> tuple[Span, ...]:
    """Pairs as spans."""
    return tuple(Span(start, end) for start, end in pairs)
