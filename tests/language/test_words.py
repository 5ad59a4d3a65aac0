"""Words are cut as the treebanks cut them, and every span gives back its word."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.language.words import find_words

CASES = {
    "Don't go; they're late.": "Do n't go ; they 're late .",
    "Osei’s ship can’t dock.": "Osei ’s ship ca n’t dock .",
    "a 15-year, non-profit plan": "a 15 - year , non-profit plan",
    "The U.S. paid $4.5 million.": "The U.S. paid $ 4.5 million .",
    "Gen. A. Osei met Dr. Lund on Sept. 14.": "Gen. A. Osei met Dr. Lund on Sept. 14 .",
    "He cannot pay 1,200 crowns...": "He can not pay 1,200 crowns ...",
    "on 12/31/2024 at 10:30 a.m.": "on 12/31/2024 at 10:30 a.m.",
    "See https://example.org/a?b=1, please": "See https://example.org/a?b=1 , please",
    "The state-run agency (KSNA)": "The state - run agency ( KSNA )",
    "O’Malley said “no”": "O’Malley said “ no ”",
    "mail ana@example.org now": "mail ana@example.org now",
    "the 1990s and the 3rd": "the 1990s and the 3rd",
}


@pytest.mark.parametrize("text", CASES)
def test_words_are_cut_like_the_treebanks(text: str) -> None:
    assert " ".join(text[s.start : s.end] for s in find_words(text)) == CASES[text]


@given(st.text(max_size=300))
def test_words_cover_all_that_is_not_space_once_and_in_order(text: str) -> None:
    spans = find_words(text)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    covered = "".join(text[s.start : s.end] for s in spans)
    assert covered == "".join(c for c in text if not c.isspace())


def test_a_part_of_a_text_keeps_the_offsets_of_the_whole() -> None:
    text = "First line.\nSecond line."
    assert [text[s.start : s.end] for s in find_words(text, 12, 24)] == ["Second", "line", "."]
