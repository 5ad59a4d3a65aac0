"""Places in text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open stretch ``[start, end)`` of one report's text, counted in code points."""

    start: int
    end: int

    def holds(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside."""
        return self.start <= other[0] and other[1] <= self.end

    def meets(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other[1] and other[0] < self.end


Spans = tuple[Span, ...]


class Cite(NamedTuple):
    """Characters of one report that a finding rests on."""

    report: str
    span: Span


def trim(text: str, start: int, end: int) -> Span:
    """The span without white space at its edges."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def cover(spans: Iterable[Span]) -> Span:
    """The smallest span that holds all of ``spans`` (at least one)."""
    found = list(spans)
    return Span(min(s.start for s in found), max(s.end for s in found))
