"""Headlines sum up what the text below them tells: what stands in one is no report of its own."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from headwater.link.alignment import function_words
from headwater.link.once import once
from headwater.link.terms import strip_ending
from headwater.link.words import find_keys
from headwater.model.reading import Reading
from headwater.model.span import Span, Spans

ENOUGH = 0.5
"""Share of a headline's content words that one text must have to tell the same."""


class Headlines:
    """The headlines of a story, held against its texts."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        self._readings = tuple(readings)
        self._titles = {r.report.id: tuple(s.span for s in r.sentences if s.role == "title") for r in self._readings}

    @cached_property
    def _texts(self) -> list[frozenset[str]]:
        return [stems(r, (s.span for s in r.sentences if s.role != "title")) for r in self._readings]

    def sum_up(self, reading: Reading, spans: Spans) -> bool:
        """Whether a note stands in a headline and some text of the story has half its words or more."""
        titles = self._titles[reading.report.id]
        if not spans or not any(title.holds(spans[0]) for title in titles):
            return False
        words = stems(reading, spans)
        return any(len(words & text) >= ENOUGH * len(words) for text in self._texts if text)


@once
def gather_headlines(readings: tuple[Reading, ...]) -> Headlines:
    """The headlines of a story, gathered once for all rules that leave out what they sum up."""
    return Headlines(readings)


def stems(reading: Reading, spans: Iterable[Span]) -> frozenset[str]:
    """The content words of stretches, without their endings."""
    keys = frozenset(find_keys(reading.report.text, spans)) - function_words()
    return frozenset(map(strip_ending, keys))
