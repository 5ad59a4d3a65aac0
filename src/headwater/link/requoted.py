"""Quotations of which no statement was made, in the words of one: a headline's, a column's, "…" as somebody put it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from headwater.link.once import once
from headwater.link.words import find_words, quoted_spans, read_spans
from headwater.model.reading import Reading
from headwater.model.span import Span
from headwater.model.story import Story

SHORTEST = 5
"""Words of a quotation that can be known again without its speaker."""
Keys = tuple[str, ...]


class Requoted:
    """The quotations of a story that stand in no statement, by their first words."""

    def __init__(self, story: Story) -> None:
        self._by_start: dict[Keys, list[tuple[str, Span, Keys]]] = defaultdict(list)
        for reading in story.readings:
            for span in _list_free(reading):
                keys = find_words(reading.report.text, (span,)).keys
                if len(keys) >= SHORTEST:
                    self._by_start[keys[:SHORTEST]].append((reading.report.id, span, keys))

    def find(self, keys: Keys) -> Iterable[tuple[str, Span]]:
        """Where some words, or a part of them, are quoted in no statement."""
        for first in range(len(keys) - SHORTEST + 1):
            for report, span, words in self._by_start.get(keys[first : first + SHORTEST], ()):
                if keys[first : first + len(words)] == words:
                    yield report, span


def _list_free(reading: Reading) -> Iterable[Span]:
    """The quotations in what is read of a report that no statement's content meets."""
    said = [part for statement in reading.statements for part in statement.content]
    read = read_spans(reading)
    for span in quoted_spans(reading.report.text):
        if any(part.meets(span) for part in read) and not any(part.meets(span) for part in said):
            yield span


@once
def gather_requoted(story: Story) -> Requoted:
    """The quotations of a story that stand in no statement, gathered once."""
    return Requoted(story)
