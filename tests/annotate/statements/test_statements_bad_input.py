"""Text as it should not be: all capitals, none, marks without end, transcripts, sentences without end."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from headwater.annotate.statements import find_statements
from headwater.language import find_sentences
from headwater.model.block import Block
from headwater.model.reading import Reading
from headwater.model.report import Report
from headwater.model.sentence import Sentence
from headwater.model.span import Span
from headwater.pipeline import read_report

PLAIN = "The mill will close in May, Governor Osei said on Monday. “We have no money,” he said. The union said it would strike."
TURNS = "MIRA LIND, HOST: Is the pier safe?\nJO TARN, HARBOUR MASTER: It is. We checked it.\nLIND: And the bridge?\nTARN: It is old."


@pytest.mark.parametrize("change", [str.upper, str.lower], ids=["capitals", "no capitals"])
def test_case_does_not_matter(change: Callable[[str], str], find: Callable[[str], Any]) -> None:
    found = find(change(PLAIN))
    told = [(found.words(s.speaker).lower(), found.words(s.content).lower()) for s in found.statements]
    assert told == [
        ("governor osei", "the mill will close in may"),
        ("he", "we have no money,"),
        ("the union", "it would strike"),
    ]


def test_a_transcript_may_name_roles(find: Callable[[str], Any]) -> None:
    found = find(TURNS)
    assert [(found.words(s.speaker), found.words(s.cue), found.words(s.content)) for s in found.statements] == [
        ("MIRA LIND", ":", "Is the pier safe?"),
        ("JO TARN", ":", "It is. We checked it."),
        ("LIND", ":", "And the bridge?"),
        ("TARN", ":", "It is old."),
    ]


def test_fifty_thousand_marks_say_nothing(find: Callable[[str], Any]) -> None:
    assert find('"' * 50_000).statements == ()


def test_a_quotation_never_closed_ends_with_its_paragraph(find: Callable[[str], Any]) -> None:
    found = find("Osei said: “The mill was old.\nSnow fell on the port.\nVarga said the pier was shut.")
    assert [found.words(s.content) for s in found.statements] == ["The mill was old.", "the pier was shut"]


def test_marks_of_direction_round_a_name_change_nothing(find: Callable[[str], Any]) -> None:
    found = find("“The dam is sound,” \u200fVarga\u200f said.")
    assert [(found.words(s.speaker), found.words(s.content)) for s in found.statements] == [
        ("Varga", "The dam is sound,")
    ]


def test_furniture_says_nothing() -> None:
    text = "“The best bread in town,” Osei said.\n“The road is open,” Varga said."
    cut = text.index("\n") + 1
    blocks = (Block(Span(0, cut), "furniture", "ad@1"), Block(Span(cut, len(text)), "body", "rest@1"))
    reading = Reading(Report("shop", text), language="en", blocks=blocks)
    (statement,) = find_statements(replace(reading, sentences=find_sentences(reading)))
    assert text[slice(*statement.speaker[0])] == "Varga"


UNIT = (
    ("Osei", "PROPN", "nsubj"),
    ("said", "VERB", "conj"),
    ("“", "PUNCT", "punct"),
    ("snow", "NOUN", "obj"),
    ("”", "PUNCT", "punct"),
    (",", "PUNCT", "punct"),
)


def endless(sentences: int) -> Reading:
    """One line of sentences as long as the parser makes them, in which one says this and one says that."""
    row = UNIT * 20
    spans, at = [], 0
    for word, _, _ in row * sentences:
        spans.append(Span(at, at + len(word)))
        at += len(word) + 1
    heads = tuple(-1 if n == 1 else 1 if row[n][0] == "said" else n - n % len(UNIT) + 1 for n in range(len(row)))
    made = tuple(
        Sentence(
            words=tuple(word for word, _, _ in row),
            spans=tuple(spans[n * len(row) : (n + 1) * len(row)]),
            lemmas=tuple({"said": "say"}.get(word, word) for word, _, _ in row),
            upos=tuple(tag for _, tag, _ in row),
            xpos=tuple({"VERB": "VBD", "NOUN": "NN", "PROPN": "NNP"}.get(tag, ",") for _, tag, _ in row),
            heads=heads,
            rels=tuple("root" if head < 0 else rel for (_, _, rel), head in zip(row, heads, strict=True)),
            index=n,
        )
        for n in range(sentences)
    )
    text = " ".join(word for word, _, _ in row * sentences)
    return Reading(
        Report("endless", text), language="en", blocks=(Block(Span(0, len(text)), "body", "all@1"),), sentences=made
    )


def test_no_character_of_a_strange_line_stands_in_two_statements() -> None:
    contents = sorted(span for statement in find_statements(endless(3)) for span in statement.content)
    assert len(contents) > 50
    assert all(before.end <= after.start for before, after in pairwise(contents))


def test_a_line_twice_as_long_takes_about_twice_the_work() -> None:
    def seconds(sentences: int) -> float:
        reading = endless(sentences)
        start = time.process_time()
        assert find_statements(reading)
        return time.process_time() - start

    # Quadratic work would show a ratio of four in every run; a busy machine disturbs only some.
    assert any(seconds(40) < 3 * max(seconds(20), 0.02) for _ in range(6))


@pytest.mark.parametrize(
    "unit", ["“a” ", "the mayor said the mill would close and "], ids=["tiny quotations", "one sentence"]
)
def test_reading_a_line_twice_as_long_takes_about_twice_the_time(unit: str) -> None:
    def seconds(characters: int) -> float:
        text = (unit * characters)[:characters]
        start = time.process_time()
        read_report(Report("line", text))
        return time.process_time() - start

    seconds(500)  # what is loaded once
    assert any(seconds(5000) < 2.5 * seconds(2500) for _ in range(3))
