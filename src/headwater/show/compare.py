"""A comparison of two reports as a record."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from headwater.assess.comparison import Comparison, Shared, Side
from headwater.model.finding import Finding
from headwater.model.reading import Reading
from headwater.model.span import Cite, Span
from headwater.show.dossier_json import Texts, known_name, record_cite, record_cites, record_finding
from headwater.show.record import record_known
from headwater.show.report_list import tell_title

Record = dict[str, Any]
WHERE = {"both": "both", "one": "one", "other": "other", "cut": "one"}


def record_comparison(comparison: Comparison) -> Record:
    """The record that ``headwater compare --format json`` prints; ``one`` is the first report given."""
    readings = comparison.one, comparison.other
    texts = {reading.report.id: reading.report.text for reading in readings}
    ids = (comparison.one.report.id, comparison.other.report.id)
    only = [
        [record_part(texts, finding, (id_,)) for finding in found]
        for id_, found in zip(ids, comparison.only, strict=True)
    ]
    return {
        "reports": [record_report(reading) for reading in readings],
        "same_text": comparison.is_same,
        "containment": list(comparison.containment),
        "said": [record_shared(texts, shared, ids) for shared in comparison.utterances],
        "alike": [record_shared(texts, shared, ids) for shared in comparison.alike],
        "told": [record_part(texts, finding, ids) for finding in comparison.shared],
        "passages": [record_passage(texts, pair, ids) for pair in comparison.passages],
        "differences": [record_part(texts, finding, ids) for finding in comparison.differences],
        "only": only,
    }


def record_report(reading: Reading) -> Record:
    """Which report it is."""
    source, report = reading.provenance, reading.report
    facts = {"title": tell_title(reading), "outlet": source.outlet.value, "published": record_known(source.published)}
    return {"id": report.id, "path": report.path, "url": report.url, **facts}


def record_part(texts: Texts, finding: Finding, reports: Iterable[str]) -> Record:
    """A finding with the cites of the reports compared and of no other."""
    kept = frozenset(reports)
    cites = [cite for cite in finding.cites if cite.report in kept]
    origins = [
        {"kind": origin.kind, "name": known_name(origin), "inferred": origin.inferred} for origin in finding.origins
    ]
    record = record_finding({**dict.fromkeys((c.report for c in finding.cites), ""), **texts}, finding)
    return {name: record[name] for name in ("id", "kind", "line")} | {
        "cites": record_cites(texts, cites),
        "origins": origins,
        "details": finding.details,
    }


def record_shared(texts: Texts, shared: Shared, ids: tuple[str, str]) -> Record:
    """One utterance in both."""
    return {
        "sides": [record_side(texts, side, id_) for side, id_ in zip((shared.one, shared.other), ids, strict=True)],
        "pieces": [{"where": WHERE[piece.where], "text": piece.text} for piece in shared.beside.pieces],
        "changes": list(shared.beside.changes),
        "speakers": shared.speakers or None,
        "possible": shared.possible or None,
    }


def record_side(texts: Texts, side: Side, report: str) -> Record:
    """What one report has."""
    origins = [{"kind": o.kind, "name": known_name(o), "inferred": o.inferred} for o in side.origins]
    cites = [record_cite(texts, Cite(report, span)) for span in side.spans]
    return {"speaker": side.speaker, "words": side.words, "cites": cites, "origins": origins}


def record_passage(texts: Texts, pair: tuple[Span, Span], ids: tuple[str, str]) -> list[Record]:
    """A passage as it stands in both."""
    return [record_cite(texts, Cite(report, span)) for report, span in zip(ids, pair, strict=True)]
