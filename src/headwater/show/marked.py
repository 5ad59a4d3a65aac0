"""A report's text cut into pieces that a page can mark: nothing left out, nothing added."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from headwater.model.block import Block
from headwater.model.reading import Reading
from headwater.model.span import Span
from headwater.show.printable import hide_controls


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text inside one block and between the ends of all cites."""

    span: Span
    text: str
    cited: bool
    starts: tuple[Span, ...]
    """The cites that begin here."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A block, or the text between two blocks (``block`` is None), in pieces."""

    block: Block | None
    pieces: tuple[Piece, ...]


def split_report(reading: Reading, cites: Iterable[Span]) -> tuple[Stretch, ...]:
    """The whole text in order; joined, the pieces are the text of the report."""
    text = hide_controls(reading.report.text)
    spans = sorted({span for span in cites if span[0] < span[1]})
    cuts = sorted({offset for span in spans for offset in span})
    starts = group_starts(spans)
    covered = merge(spans)
    return tuple(
        Stretch(block, tuple(cut_pieces(text, span, cuts=cuts, starts=starts, covered=covered)))
        for span, block in fill_gaps(reading.blocks, len(text))
    )


def fill_gaps(blocks: Sequence[Block], length: int) -> Iterable[tuple[Span, Block | None]]:
    """The blocks and the stretches between them, from 0 to ``length``."""
    at = 0
    for block in blocks:
        if at < block.span[0]:
            yield Span(at, block.span[0]), None
        if at < block.span[1]:
            yield Span(max(at, block.span[0]), block.span[1]), block
            at = block.span[1]
    if at < length:
        yield Span(at, length), None


def cut_pieces(
    text: str, span: Span, *, cuts: Sequence[int], starts: dict[int, tuple[Span, ...]], covered: Sequence[Span]
) -> Iterable[Piece]:
    """The pieces of one stretch."""
    edges = [span[0], *cuts[bisect_right(cuts, span[0]) : bisect_left(cuts, span[1])], span[1]]
    for start, end in pairwise(edges):
        yield Piece(Span(start, end), text[start:end], is_covered(start, covered), starts.get(start, ()))


def is_covered(offset: int, covered: Sequence[Span]) -> bool:
    """Whether a character lies in one of the sorted, separate spans."""
    before = bisect_right(covered, offset, key=lambda span: span[0])
    return before > 0 and offset < covered[before - 1][1]


def group_starts(spans: Iterable[Span]) -> dict[int, tuple[Span, ...]]:
    """Offset to the spans that begin there."""
    found: dict[int, tuple[Span, ...]] = {}
    for span in spans:
        found[span[0]] = (*found.get(span[0], ()), span)
    return found


def merge(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Sorted spans joined where they touch or overlap."""
    merged: list[Span] = []
    for start, end in spans:
        if merged and start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(end, merged[-1].end))
        else:
            merged.append(Span(start, end))
    return tuple(merged)
