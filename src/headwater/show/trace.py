"""A trace as a record and as a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from headwater.assess.trace import Place, Trace
from headwater.model.dossier import Dossier
from headwater.model.span import Cite
from headwater.show.counts import count, count_origins
from headwater.show.document import Document, Entry, Heading, Legend, Part, Ref, Remark, plain_pieces, warn
from headwater.show.dossier_json import Texts, record_cite, record_origins
from headwater.show.printable import quote, shorten
from headwater.show.report_list import Row, list_reports
from headwater.show.sheets import list_entries, show_texts

NOTHING = "No report carries these words."
MARKS = Legend("the fullest wording", "the one shown", "what it leaves out at its beginning or end")


def record_trace(words: str, found: Sequence[tuple[Dossier, Trace]]) -> dict[str, Any]:
    """The record that ``headwater trace --format json`` prints."""
    return {"words": words, "traces": [record_one(dossier, trace) for dossier, trace in found]}


def record_one(dossier: Dossier, trace: Trace) -> dict[str, Any]:
    """One utterance."""
    texts = {reading.report.id: reading.report.text for reading in dossier.story.readings}
    rows = {row.reading.report.id: row for row in list_reports(dossier)}
    return {
        "story": {"id": dossier.story.id, "title": dossier.title},
        "fullest": trace.fullest,
        "speaker": trace.speaker,
        "reports": len(trace.reports),
        "origins": record_origins(texts, trace.origins),
        "circular": list(trace.circular),
        "places": [record_place(place, texts, row=rows[place.report]) for place in trace.places],
    }


def record_place(place: Place, texts: Texts, *, row: Row) -> dict[str, Any]:
    """One place."""
    where = {"both": "both", "one": "fullest", "other": "here", "cut": "left out"}
    return {
        "report": place.report,
        "title": row.title,
        "outlet": row.reading.provenance.outlet.value,
        "published": row.reading.provenance.published.value,
        "copies_of": place.copy_of,
        "cites": [record_cite(texts, Cite(place.report, span)) for span in place.spans],
        "words": place.words,
        "mode": place.mode,
        "speaker": place.speaker,
        "relays": list(place.relays),
        "origins": record_origins(texts, place.origins),
        "against_fullest": [{"where": where[piece.where], "text": piece.text} for piece in place.beside.pieces],
        "changes": list(place.beside.changes),
        "in_quotation_marks": place.is_quoted or place.mode in ("direct", "mixed"),
        "possible": place.possible or None,
    }


def make_document(words: str, found: Sequence[tuple[Dossier, Trace]]) -> Document:
    """The page."""
    reports = {place.report for _, trace in found for place in trace.places}
    title = f"Trace of {quote(shorten(words, 120))}"
    if not found:
        return Document(title, (), (Remark(NOTHING),))
    parts = [part for number, pair in enumerate(found, 1) for part in list_parts(*pair, number=number)]
    sheets = show_texts(found[0][0], parts) if len({dossier.story.id for dossier, _ in found}) == 1 else ()
    return Document(title, (count(len(reports), "report"),), (*parts, *note_marks(parts)), sheets)


def note_marks(parts: Sequence[Part]) -> tuple[Legend, ...]:
    """How to read the marks, where there are any."""
    pieces = (piece for entry in list_entries(parts) for piece in entry.pieces)
    return (MARKS,) if any(piece.where != "both" for piece in pieces) else ()


def list_parts(dossier: Dossier, trace: Trace, *, number: int) -> Iterator[Part]:
    """One utterance: the fullest wording, then every place."""
    rows = {row.reading.report.id: row for row in list_reports(dossier)}
    is_said = any(place.mode for place in trace.places)
    name = f"{trace.speaker or 'Speaker not stated'}: {name_words(trace)}"
    yield Heading(name if is_said else "In the text, in no statement", 2, f"trace-{number}")
    circle = (f"credit one another: {', '.join(trace.circular)}",) if trace.circular else ()
    facts = (count(len(trace.reports), "report"), count_origins(trace.origins), *circle, f"in: {dossier.title}")
    if is_said:
        yield Entry(plain_pieces(trace.fullest), facts, label="Fullest wording")
    else:
        yield Remark(" · ".join(facts))
    yield Heading("Earliest first", 3)
    for place in trace.places:
        yield tell_place(place, rows)


def name_words(trace: Trace) -> str:
    """The fullest wording, shortened; in quotation marks only where somebody is quoted with it."""
    words = shorten(trace.fullest, 60)
    is_spoken = any(place.mode == "direct" and place.words == trace.fullest for place in trace.places)
    return quote(words) if is_spoken else words


def tell_standing(place: Place) -> str:
    """How the words stand there, where it is not as somebody's quoted words."""
    if place.mode:
        return "paraphrased" if place.mode == "indirect" else ""
    return "in quotation marks, speaker not recognised" if place.is_quoted else "in the running text, in no statement"


def names_more(place: Place) -> bool:
    """Whether the relays name somebody whom the origins do not."""
    return not {*place.relays} <= {origin.name for origin in place.origins}


def tell_place(place: Place, rows: dict[str, Row]) -> Entry:
    """One place: which report, its wording against the fullest, and where it entered."""
    row = rows[place.report]
    published = row.published if row.published != "unknown" else "date unknown"
    outlet = f", {row.outlet}" if row.outlet != "unknown" else ""
    facts = (
        f"possibly the same: {place.possible}" if place.possible else "",
        tell_standing(place),
        f"by {place.speaker}" if place.speaker else "speaker not stated here" if place.mode else "",
        f"via {', '.join(place.relays)}" if names_more(place) else "",
        count_origins(place.origins),
        f"copy of report {rows[place.copy_of].number}" if place.copy_of in rows else "",
    )
    label = f"{published} · report {row.number}{outlet}: {row.title}"
    pieces = place.beside.pieces if place.beside.shared else plain_pieces(place.words)
    warning = "" if place.possible else warn(place.beside.changes)
    return Entry(pieces, tuple(filter(None, facts)), label, warning, (Ref(row.number, place.spans),))
