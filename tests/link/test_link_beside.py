"""Two wordings side by side: cases as data, and what holds for any two."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_story import load_cases

from headwater.link.beside import lay_beside, lay_over

SIGNS = {"both": "=", "one": "-", "other": "+", "cut": "…"}
WORDS = st.lists(
    st.sampled_from(["the", "ferry", "port", "will", "not", "sail", "nine", "today", "and", "we"]), max_size=12
)


@pytest.mark.parametrize("case", load_cases("beside/beside"), ids=lambda case: case["id"])
def test_words_stand_where_they_belong(case: dict[str, Any]) -> None:
    beside = lay_beside(case["one"], case["other"])
    assert [f"{SIGNS[piece.where]} {piece.text}" for piece in beside.pieces] == case["pieces"], case["why"]
    assert list(beside.changes) == case.get("changes", []), case["why"]


@settings(max_examples=150, deadline=None)
@given(WORDS, WORDS)
def test_no_word_is_lost_or_added(one: list[str], other: list[str]) -> None:
    beside = lay_beside(" ".join(one), " ".join(other))
    first = [w for p in beside.pieces if p.where != "other" for w in (p.first or p.text).split()]
    second = [w for p in beside.pieces if p.where in ("both", "other") for w in p.text.split()]
    assert (sorted(first), second) == (sorted(one), other)
    assert beside.shared == sum(len(p.text.split()) for p in beside.pieces if p.where == "both")


@given(WORDS)
def test_a_wording_is_the_same_as_itself(words: list[str]) -> None:
    beside = lay_beside(" ".join(words), " ".join(words))
    assert beside.is_same == bool(words)
    assert not beside.changes


def test_each_side_keeps_its_own_spelling() -> None:
    (piece,) = lay_beside("The FERRIES stay", "the ferries stay.").pieces
    assert (piece.first, piece.text) == ("The FERRIES stay", "the ferries stay.")


def test_a_later_text_leaves_nothing_out_silently() -> None:
    pieces = lay_over("We will keep the ferries in port", "keep the ferries in port")
    assert [(p.where, p.text) for p in pieces] == [("one", "We will"), ("both", "keep the ferries in port")]


@pytest.mark.parametrize(
    ("one", "other", "is_other"),
    [
        ("Nine ferries were held", "Seven ferries were held", True),
        ("Lorn is on the coast", "Lorn is a town of 7,700 on the coast", False),
        ("On May 7, around 4:10 a.m., the pier fell", "On May 7, 2031, the pier fell", False),
        ("The 9 ferries were held", "The nine ferries were held", False),
    ],
)
def test_another_number_in_the_same_place(one: str, other: str, is_other: bool) -> None:
    assert lay_beside(one, other).has_other_number == is_other
