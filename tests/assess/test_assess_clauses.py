from __future__ import annotations

from dataclasses import replace

import pytest
from invented_story import build_reading

from headwater.assess.clauses import find_clause
from headwater.assess.wording import join_words, plain, trim_marks
from headwater.language import find_sentences
from headwater.model.span import Span

EVENTS = [
    (
        "“We have agreed to reopen the mill, and the guild may stay,” Deputy Mayor Ida Brask said.",
        {"trigger": "agreed", "actor": "Deputy Mayor Ida Brask", "type": "AGREE"},
        "We have agreed to reopen the mill",
    ),
    (
        "The harbour could close its gates in March and turn the barges away.",
        {"trigger": "turn", "actor": "The harbour", "recipient": "the barges", "type": "SANCTION"},
        "The harbour could … turn the barges away",
    ),
    (
        "Mayor Ada Lorn vowed to build a “new lock” for the barges.",
        {"trigger": "vowed", "actor": "Mayor Ada Lorn", "type": "AGREE"},
        "Mayor Ada Lorn vowed to build a “new lock” for the barges",
    ),
]


@pytest.mark.parametrize("text, event, words", EVENTS, ids=["quotation", "joined verbs", "quoted phrase"])
def test_words_of_an_event(text: str, event: dict[str, str], words: str) -> None:
    reading = build_reading({"id": "a", "text": text, "events": [event]})
    reading = replace(reading, sentences=find_sentences(reading))
    assert join_words(reading, find_clause(reading, reading.events[0])) == words


@pytest.mark.parametrize(
    "text, trimmed",
    [("the pact,", "the pact"), ("the pact,”", "the pact"), ("a “new lock”", "a “new lock”"), ('"shut it', "shut it")],
)
def test_marks_at_the_edges(text: str, trimmed: str) -> None:
    span = trim_marks(text, Span(0, len(text)))
    assert text[span.start : span.end] == trimmed


def test_final_marks_make_no_variant() -> None:
    assert plain("“The lock is shut.”") == plain("the lock is shut,")


def test_a_split_quotation_has_no_comma_before_the_ellipsis() -> None:
    text = "“The lock is shut,” she said. “It stays shut.”"
    reading = build_reading({"id": "a", "text": text})
    assert join_words(reading, (Span(1, 18), Span(31, 45))) == "The lock is shut … It stays shut."
