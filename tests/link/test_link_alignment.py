from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.link.alignment import align, expand, find_changes, is_reworded

WORDS = st.lists(st.sampled_from(["dam", "river", "town", "gate", "will", "not", "the", "of"]), max_size=12)


@pytest.mark.parametrize(
    "one, other, changes",
    [
        ("we will open the dam today", "we will not open the dam today", ("negation",)),
        ("on monday engineers may open the dam", "on monday engineers must open the dam", ("modal",)),
        ("we open three dams today", "we open four dams today", ("number",)),
        ("we open three dams today", "we open 3 dams today", ()),
        ("we'll open the dam today", "we will open the dam today", ()),
        ("they can't open the dam today", "they cannot open the dam today", ()),
    ],
)
def test_changes(one: str, other: str, changes: tuple[str, ...]) -> None:
    assert find_changes(align(one.split(), other.split())) == changes


def test_expand_leaves_possessives_alone() -> None:
    assert expand(["river's", "isn't", "we've"]) == ["river's", "is", "not", "we", "have"]


def test_reworded_needs_a_content_word_on_both_sides() -> None:
    upper, lower = (
        ["heavy", "rain", "broke", "upper", "dam", "walls"],
        ["heavy", "rain", "broke", "lower", "dam", "walls"],
    )
    assert is_reworded(align(upper, lower))
    assert not is_reworded(align(upper, [word for word in upper if word != "upper"]))


@given(WORDS, WORDS)
def test_pairs_are_equal_words_in_order(one: list[str], other: list[str]) -> None:
    pairs = align(one, other).pairs
    assert all(one[row] == other[column] for row, column in pairs)
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(pairs))


@given(WORDS)
def test_a_wording_aligns_with_itself(words: list[str]) -> None:
    assert align(words, words).is_exact
    assert len(align(words, words).pairs) == len(words)
