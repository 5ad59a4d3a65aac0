"""A report's text in pieces, each with the kinds of notes that lie over it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from headwater.model.block import Block
from headwater.model.reading import Reading
from headwater.model.report import Report
from headwater.model.span import Span
from headwater.show.marked import Piece, is_covered, merge, split_report
from headwater.show.notebook import KINDS
from headwater.show.tables import find_spans
from headwater.web.page import Record

Layers = Mapping[str, Sequence[Span]]
"""Name of a layer to the text it covers, merged."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A piece of text and what lies over it."""

    text: str
    kinds: tuple[str, ...]
    """Kinds of notes; ``cited`` where a finding rests on it, ``lit`` where the reader asked to see it."""
    anchors: tuple[str, ...]
    """Ids of the cites that begin here."""


@dataclass(frozen=True, slots=True)
class Part:
    """A block of the text, or what stands between two."""

    block: Block | None
    pieces: tuple[Marked, ...]

    @property
    def is_cut(self) -> bool:
        """Whether it was marked as a leftover of the site."""
        return self.block is not None and self.block.role == "furniture"


def mark_text(text: str, record: Record, *, cited: Iterable[Span], lit: Iterable[Span]) -> tuple[Part, ...]:
    """The whole text in order; joined, the pieces are the text (controls replaced, one for one)."""
    length = len(text)
    places = {span for span in cited if span[1] <= length}
    layers = make_layers(record, cited=places, lit=[span for span in lit if span[1] <= length])
    cuts = [span for spans in layers.values() for span in spans] + sorted(places)
    reading = Reading(Report("", text), blocks=tuple(map(revive_block, record.get("blocks", ()))))
    return tuple(
        Part(stretch.block, tuple(mark_piece(piece, layers=layers, places=places) for piece in stretch.pieces))
        for stretch in split_report(reading, cuts)
    )


def make_layers(record: Record, *, cited: Iterable[Span], lit: Iterable[Span]) -> Layers:
    """What each kind of note covers, then what is cited and what is lit."""
    found: dict[str, list[Span]] = {kind: [] for kind in KINDS}
    for note in record.get("notes", ()):
        found[note["kind"]] += find_spans(note)
    found |= {"cited": list(cited), "lit": list(lit)}
    return {name: merge(sorted(span for span in spans if span[0] < span[1])) for name, spans in found.items()}


def mark_piece(piece: Piece, *, layers: Layers, places: Iterable[Span]) -> Marked:
    """One piece."""
    kinds = tuple(name for name, spans in layers.items() if is_covered(piece.span[0], spans))
    anchors = tuple(name_place(span) for span in piece.starts if span in places)
    return Marked(piece.text, kinds, anchors)


def name_place(span: Span) -> str:
    """The id of a cited place."""
    return f"c{span[0]}-{span[1]}"


def revive_block(record: Record) -> Block:
    """A block of a record of ``annotate``."""
    return Block(Span(record["start"], record["end"]), record["role"], record["rule"], record.get("kind"))
