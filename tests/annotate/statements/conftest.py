from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from headwater.annotate.statements import find_statements
from headwater.language import find_sentences
from headwater.model.block import Block
from headwater.model.notes import Statement
from headwater.model.reading import Reading
from headwater.model.report import Report
from headwater.model.span import Span, Spans


def read(text: str) -> Reading:
    """A parsed reading whose whole text is body."""
    start = Reading(Report("case", text), language="en", blocks=(Block(Span(0, len(text)), "body", "whole@1"),))
    return replace(start, sentences=find_sentences(start))


class Found:
    """The statements of a text, asked by their words."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.reading = read(text)
        self.statements = find_statements(self.reading)

    def words(self, spans: Spans) -> str:
        return " | ".join(self.text[s.start : s.end] for s in spans)

    def about(self, said: str) -> Statement:
        """The one statement whose content holds some words."""
        found = [s for s in self.statements if said in self.words(s.content)]
        assert len(found) == 1, [self.words(s.content) for s in self.statements]
        return found[0]


@pytest.fixture
def find() -> Callable[[str], Found]:
    return Found
