"""Promises of the tagger that hold for any text."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.annotate.times.grammar import expand, first_letters
from headwater.annotate.times.tagger import RULES, find_times_in
from headwater.annotate.times.tokens import find_tokens
from headwater.model.span import Span

PUBLISHED = date(2024, 5, 15)
WORDS = "Monday the year - end of May 31 1999 Nov. ’s '90s two a ago weeks İ ß 10:30 p.m. 9999-12-31 third quarter last Christmas earlier ½"
PIECES = st.sampled_from(
    [
        *WORDS.split(),
        " ",
        "\n\n",
        *["99/99/9999", "decades", "century", "next", "early", "Easter", "in"],
    ]
)


@given(st.text(max_size=300), st.none() | st.dates())
@settings(max_examples=80, deadline=None)
def test_spans_give_back_text_on_any_unicode(text: str, published: date | None) -> None:
    check(text, published)


@given(st.lists(PIECES, max_size=40), st.none() | st.dates())
@settings(max_examples=120, deadline=None)
def test_any_order_of_time_words_is_survived(pieces: list[str], published: date | None) -> None:
    check(" ".join(pieces), published)


def check(text: str, published: date | None) -> None:
    end = 0
    for found in find_times_in(text, published):
        assert end <= found.span.start < found.span.end <= len(text)
        assert text[slice(*found.span)].strip() == text[slice(*found.span)] != ""
        assert (found.earliest is None) == (found.latest is None)
        if found.earliest and found.latest:
            assert date.fromisoformat(found.earliest) <= date.fromisoformat(found.latest)
        end = found.span.end


def test_only_the_stretches_given_are_read() -> None:
    text = "On Monday he left. On Friday he came back."
    times = find_times_in(text, PUBLISHED, spans=(Span(0, 18),))
    assert [text[slice(*t.span)] for t in times] == ["Monday"]


def test_a_hint_from_the_parse_overrides_the_words() -> None:
    text = "The Monday vote."
    assert find_times_in(text, PUBLISHED, hint=lambda span: 1)[0].value == "2024-05-20"
    assert find_times_in(text, PUBLISHED, hint=lambda span: 0)[0].value == "2024-05-13"


PIECES = ["Monday ", "two ", "twenty-", "the end of ", "in 2019, last year, ", "12:30 ", "31 12 1999 7 "]


@pytest.mark.parametrize("piece", PIECES)
def test_twice_the_text_takes_less_than_two_and_a_half_times_the_time(piece: str) -> None:
    def seconds(count: int) -> float:
        begun = time.process_time()
        find_times_in(piece * count, PUBLISHED)
        return time.process_time() - begun

    # A busy machine disturbs single runs; quadratic work would show in every one of them, as a ratio of four.
    assert any(seconds(3_000) < 2.5 * max(seconds(1_500), 0.02) for _ in range(6))


def test_every_rule_is_tried_where_its_pattern_can_begin() -> None:
    for rule in RULES:
        assert first_letters(rule.pattern), rule.name
        assert expand(rule.pattern)


def test_tokens_cover_every_word_in_order() -> None:
    text = "It’s 5 p.m. on New Year’s Eve, 1999-12-31."
    tokens = find_tokens(text)
    assert [text[slice(*tokens.span(place))] for place in range(len(tokens.kinds))] == [
        "It",
        "’s",
        "5",
        "p.m.",
        "on",
        "New Year’s Eve",
        ",",
        "1999-12-31",
        ".",
    ]
    assert len(tokens.kinds) == len(tokens.typed) == len(tokens.ends)
