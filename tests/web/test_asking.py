"""What is asked is checked before a page sees it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.web.asking import BadAsk, Number, Text, read_ask

WORDS = Text("q", "words", longest=10)
LIMIT = Number("limit", "how many", most=20, default=5)


def test_named_fields_are_read_and_others_ignored() -> None:
    ask = read_ask((WORDS, LIMIT), [("q", "fee"), ("limit", "7"), ("other", "x")], reader="ada")
    assert (ask["q"], ask.numbers["limit"], ask.reader) == ("fee", 7, "ada")


def test_what_is_left_out_has_its_default() -> None:
    ask = read_ask((WORDS, LIMIT), [("limit", "")])
    assert (ask["q"], ask.numbers["limit"]) == ("", 5)


@pytest.mark.parametrize("value", ["0", "21", "-1", "1.0", " 1", "x", "٣", "²", "9" * 40])
def test_a_number_is_a_whole_number_in_bounds(value: str) -> None:
    with pytest.raises(BadAsk, match="limit: a whole number from 1 to 20"):
        read_ask((LIMIT,), [("limit", value)])


@pytest.mark.parametrize("value", ["x" * 11, "a\x00b", "a\x1bb", "\ud800", "a\x7f"])
def test_a_text_is_short_and_holds_no_controls(value: str) -> None:
    with pytest.raises(BadAsk, match="q: "):
        read_ask((WORDS,), [("q", value)])


def test_what_is_needed_chosen_or_formed_is_so() -> None:
    for field, value in (
        (Text("a", "x", needed=True), ""),
        (Text("a", "x", choices=("b",)), "c"),
        (Text("a", "x", form="[0-9]*"), "1x"),
    ):
        with pytest.raises(BadAsk):
            read_ask((field,), [("a", value)])


def test_nothing_is_given_twice() -> None:
    with pytest.raises(BadAsk, match="twice"):
        read_ask((WORDS,), [("q", "a"), ("q", "b")])
    assert read_ask((WORDS,), [("x", "a"), ("x", "b")])["q"] == ""


@given(st.text(max_size=12))
def test_the_schema_and_the_check_agree(value: str) -> None:
    schema = WORDS.schema
    fits = len(value) <= 10 and re.fullmatch(str(schema["pattern"]), value) and not re.search("[\ud800-\udfff]", value)
    try:
        read_ask((WORDS,), [("q", value)])
    except BadAsk:
        assert not fits
    else:
        assert fits
