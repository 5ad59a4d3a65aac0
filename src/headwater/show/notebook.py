"""A reading as a piece of HTML for notebooks: the text with its notes marked by kind."""

from __future__ import annotations

from headwater.model.reading import Reading
from headwater.model.span import Span
from headwater.show.html import house
from headwater.show.marked import Piece, split_report
from headwater.show.record import record_note
from headwater.show.report_list import tell, tell_title
from headwater.show.tables import find_spans

KINDS = ("statement", "commitment", "event", "time", "mention")
"""Where notes lie over one another, the last one colours the words; the title names all."""


def mark_reading(reading: Reading) -> str:
    """The report's text, nothing left out; hovering over marked words names their notes."""
    spans = list_spans(reading)
    stretches = split_report(reading, [span for span, _ in spans])
    kinds = {piece.span: find_kinds(piece, spans) for stretch in stretches for piece in stretch.pieces if piece.cited}
    facts = (tell(reading.provenance.outlet), tell(reading.provenance.published))
    template = house().get_template("reading.html")
    return template.render(title=tell_title(reading), facts=facts, stretches=stretches, kinds=kinds, legend=KINDS)


def list_spans(reading: Reading) -> list[tuple[Span, str]]:
    """Each span of a note with its kind."""
    records = map(record_note, reading.notes)
    return [(span, record["kind"]) for record in records for span in find_spans(record)]


def find_kinds(piece: Piece, spans: list[tuple[Span, str]]) -> tuple[str, ...]:
    """The kinds of the notes that lie over a piece, in the order of KINDS."""
    found = {kind for span, kind in spans if span.holds(piece.span)}
    return tuple(kind for kind in KINDS if kind in found)
