"""What is due as rows, for the terminal, CSV and JSON."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from headwater.model.dossier import Dossier
from headwater.model.finding import Finding
from headwater.model.origin import Origin
from headwater.model.reading import Reading
from headwater.model.span import Cite, Span
from headwater.show.counts import distinct, name_origin
from headwater.show.dossier_json import known_name, record_cites
from headwater.show.printable import one_line
from headwater.show.record import Record
from headwater.show.refs import refer_all
from headwater.show.report_list import tell_title
from headwater.show.tables import Row

DUE_COLUMNS = (
    "due", "precision", "kind", "who", "to", "what", "condition", "strength", "said_by", "through", "reports", "origins", "status", "cites",
    "story", "id",
)  # fmt: skip
LAST = "9999-99-99"
"""Sorts what has no day behind what has one."""


def list_due(dossiers: Iterable[Dossier]) -> list[Record]:
    """The findings of kind ``due`` of all stories, by last day; undated ones come last. docs/formats.md describes them."""
    dated = [
        (str(find_due_day(finding).get("latest") or LAST), number, make_record(dossier, finding))
        for dossier in dossiers
        for number, finding in enumerate(dossier.story.findings)
        if finding.kind == "due"
    ]
    return [record for _, _, record in sorted(dated, key=lambda entry: entry[:2])]


def make_record(dossier: Dossier, finding: Finding) -> Record:
    """One finding under the names of :data:`DUE_COLUMNS`."""
    details, due = finding.details, find_due_day(finding)
    texts = {report: dossier.story.reading(report).report.text for report in finding.reports}
    return {
        "due": due.get("latest") or tell_value(due.get("value")),
        "precision": tell_precision(due, str(details.get("commitment"))) if due else None,
        "kind": details.get("commitment"),
        "who": details.get("who"),
        "to": details.get("to"),
        "what": details.get("what"),
        "condition": details.get("condition"),
        "strength": details.get("strength"),
        "said_by": details.get("holder"),
        "through": list(details.get("relays") or ()),
        "reports": len(finding.reports),
        "origins": [record_origin(origin) for origin in distinct(finding.origins)],
        "status": details.get("status"),
        "cites": record_cites(texts, finding.cites),
        "story": dossier.story.id,
        "id": finding.id,
    }


def find_due_day(finding: Finding) -> Mapping[str, str | None]:
    """The date of a finding: the one it was moved to, unless another line stands there, else its own; empty where it has none."""
    moved = None if finding.details.get("continued") else finding.details.get("extended_to")
    return moved or finding.details.get("due") or {}


def tell_value(value: object) -> str | None:
    """A year or month as it is; None for every other value without a day: "XXXX-WXX-3" and "PT12M" tell a reader nothing."""
    return str(value) if re.fullmatch(r"\d{4}(-\d\d)?", str(value)) else None


def record_origin(origin: Origin) -> Record:
    """An origin by kind and name; one that no words state outright is ``inferred``."""
    return {"kind": origin.kind, "name": known_name(origin), "inferred": origin.inferred}


def flatten_due(record: Record) -> Row:
    """The record with its lists as text, for a table or CSV."""
    return record | {
        "through": ", ".join(record["through"]) or None,
        "origins": "; ".join(map(tell_origin, record["origins"])) or None,
        "cites": " ".join(map(refer_to_report, record["cites"])),
    }


def number_cited(dossiers: Iterable[Dossier], records: Iterable[Record]) -> dict[str, int]:
    """Report id to number from 1, of the reports cited, over all dossiers."""
    cited = {cite["report"] for record in records for cite in record["cites"]}
    reports = (reading.report.id for dossier in dossiers for reading in dossier.story.readings)
    return {report: number for number, report in enumerate((r for r in reports if r in cited), start=1)}


def fit_due(record: Record, numbers: Mapping[str, int]) -> Row:
    """The record for a terminal: reports by number."""
    cites = [Cite(cite["report"], Span(cite["start"], cite["end"])) for cite in record["cites"]]
    return flatten_due(record) | {"cites": refer_all(cites, numbers)}


def tell_origin(origin: Record) -> str:
    """``VNA``; a question mark where it is inferred."""
    return name_origin(Origin(origin["kind"], origin["name"] or "", inferred=origin["inferred"]))


def refer_to_report(cite: Record) -> str:
    """``first.txt:20-41``; blanks and percent signs of the id as in web addresses, so that a blank parts two cites."""
    report = re.sub(r"\s", "%20", cite["report"].replace("%", "%25"))
    return f"{report}:{cite['start']}-{cite['end']}"


def tell_precision(due: Mapping[str, str | None], kind: str) -> str:
    """``day``; ``by`` the last day of a period; all days of what is scheduled; or ``not to the day``."""
    earliest, latest = due.get("earliest"), due.get("latest")
    if not latest:
        return "not to the day"
    if earliest in (None, latest):
        return "day"
    return f"{earliest} to {latest}" if kind == "scheduled" else f"by {latest}"


def list_texts(dossier: Dossier, finding: Finding) -> list[str]:
    """The sentences the finding is read from, each once."""
    found = [quote_sentence(dossier.story.reading(cite.report), cite.span) for cite in finding.cites]
    return list(dict.fromkeys(found))


def quote_sentence(reading: Reading, span: Span) -> str:
    """The sentence around a span; the span's own words where no sentence holds it."""
    around = next((sentence.span for sentence in reading.sentences if sentence.span.holds(span)), span)
    return one_line(reading.report.quote(around))


def tell_sources(dossier: Dossier, finding: Finding) -> str:
    """The reports by outlet and title."""
    readings = [dossier.story.reading(report) for report in finding.reports]
    names = [", ".join(filter(None, (r.provenance.outlet.value, tell_title(r)))) for r in readings]
    return "; ".join(one_line(name) for name in names)
