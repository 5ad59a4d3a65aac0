"""The sentences around a place are found without looking at all of them."""

import pytest

from headwater.model.reading import Reading
from headwater.model.report import Report
from headwater.model.sentence import Sentence
from headwater.model.span import Span


def sentence(start: int, end: int) -> Sentence:
    return Sentence(("word",), (Span(start, end),), ("word",), ("NOUN",), ("NN",), (-1,), ("root",))


READING = Reading(Report("r", "x" * 40), sentences=(sentence(0, 10), sentence(11, 20), sentence(25, 30)))


@pytest.mark.parametrize(
    "span, found",
    [
        (Span(0, 1), [0]),
        (Span(9, 12), [0, 11]),
        (Span(10, 11), []),
        (Span(20, 25), []),
        (Span(12, 26), [11, 25]),
        (Span(0, 40), [0, 11, 25]),
        (Span(30, 40), []),
    ],
)
def test_sentences_in(span: Span, found: list[int]) -> None:
    assert [s.span.start for s in READING.sentences_in(span)] == found
