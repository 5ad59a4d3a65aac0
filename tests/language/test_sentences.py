"""The English pipeline as the rules see it."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from headwater.language import find_sentences
from headwater.model.block import Block
from headwater.model.reading import Reading
from headwater.model.report import Report
from headwater.model.sentence import Sentence
from headwater.model.span import Span


def parse(text: str) -> tuple[Sentence, ...]:
    return find_sentences(Reading(Report("r", text), blocks=(Block(Span(0, len(text)), "body", "test@1"),)))


def test_a_plain_sentence_is_parsed() -> None:
    (sentence,) = parse("The minister told reporters that the port had been closed on Friday.")
    told = sentence.words.index("told")
    assert sentence.root == told
    assert sentence.lemmas[told] == "tell"
    assert [sentence.words[n] for n in sentence.children(told, "nsubj")] == ["minister"]
    closed = sentence.words.index("closed")
    assert sentence.rels[closed] == "ccomp"
    assert [sentence.words[n] for n in sentence.children(closed, "nsubj")] == ["port"]
    assert sentence.rels[sentence.words.index("port")] == "nsubj:pass"


def test_names_are_found() -> None:
    (sentence,) = parse("Anna Karlsson of the United Nations arrived in Norway on Monday.")
    found = {" ".join(sentence.words[n.first : n.last]): n.label for n in sentence.names}
    assert found == {"Anna Karlsson": "PERSON", "United Nations": "ORG", "Norway": "LOC"}


def test_sentences_end_inside_a_line_and_never_cross_one() -> None:
    found = parse("The talks failed. Nobody was surprised.\nA new date was set.")
    assert [s.words[-1] for s in found] == [".", ".", "."]
    assert [s.index for s in found] == [0, 1, 2]
    assert found[0].paragraph == found[1].paragraph != found[2].paragraph


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   \n \n",
        "?",
        "x" * 5000,
        "word " * 400,
        "https://example.org/" + "a" * 3000,
        "It is \ud800 closed \udfff now.",
    ],
)
def test_odd_texts_are_read(text: str) -> None:
    for sentence in parse(text):
        assert all(text[s.start : s.end] == w for s, w in zip(sentence.spans, sentence.words, strict=True))


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=120))
def test_every_sentence_is_a_tree_over_exact_words(text: str) -> None:
    for sentence in parse(text):
        assert all(text[s.start : s.end] == w for s, w in zip(sentence.spans, sentence.words, strict=True))
        assert sentence.heads.count(-1) == 1
        assert sorted(sentence.subtree(sentence.root)) == list(range(len(sentence)))


def test_reading_a_text_among_others_changes_nothing() -> None:
    text = "The envoy said she would return on Tuesday."
    assert parse(text)[0].heads == parse("\n".join([text]))[0].heads
    assert parse(text) == parse(text)
