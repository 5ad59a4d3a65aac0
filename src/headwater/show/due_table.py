"""What is due as rows, for the terminal, CSV and JSON."""

from __future__ import annotations

from collections.abc import Iterable

from headwater.model.finding import Dossier, Finding
from headwater.model.reading import Reading
from headwater.model.span import Span
from headwater.show.counts import distinct, name_origin
from headwater.show.printable import one_line
from headwater.show.refs import refer_all
from headwater.show.report_list import number_reports, tell_title
from headwater.show.tables import Row

DUE_COLUMNS = (
    "due", "precision", "kind", "who", "to", "what", "condition", "strength", "said by", "through", "reports", "origins", "status", "cites",
)  # fmt: skip
LAST = "9999-99-99"
"""Sorts what has no day behind what has one."""


def list_due(dossiers: Iterable[Dossier]) -> list[Row]:
    """The findings of kind ``due`` of all stories, by last day; undated ones come last."""
    dated = [
        (str((finding.details.get("due") or {}).get("latest") or LAST), number, make_row(dossier, finding))
        for dossier in dossiers
        for number, finding in enumerate(dossier.story.findings)
        if finding.kind == "due"
    ]
    return [row for _, _, row in sorted(dated, key=lambda entry: entry[:2])]


def make_row(dossier: Dossier, finding: Finding) -> Row:
    """One finding as a row of :data:`DUE_COLUMNS`."""
    details, due = finding.details, finding.details.get("due") or {}
    return {
        "due": due.get("latest") or due.get("value"),
        "precision": tell_precision(due.get("earliest"), due.get("latest")) if due else None,
        "kind": details.get("commitment"),
        "who": details.get("who"),
        "to": details.get("to"),
        "what": details.get("what"),
        "condition": details.get("condition"),
        "strength": details.get("strength"),
        "said by": details.get("holder"),
        "through": ", ".join(details.get("relays") or ()) or None,
        "reports": len(finding.reports),
        "origins": "; ".join(map(name_origin, distinct(finding.origins))) or None,
        "status": details.get("status"),
        "cites": refer_all(finding.cites, number_reports(dossier.story)),
    }


def tell_precision(earliest: str | None, latest: str | None) -> str:
    """``day``, or the interval meant, or ``not to the day``."""
    if not latest:
        return "not to the day"
    return "day" if earliest in (None, latest) else f"{earliest} to {latest}"


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
