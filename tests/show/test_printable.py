from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.show.printable import hide_controls, one_line, shorten


@given(st.text())
def test_hiding_controls_keeps_every_offset(text: str) -> None:
    shown = hide_controls(text)
    assert len(shown) == len(text)
    assert all(a == b or b == "\N{REPLACEMENT CHARACTER}" for a, b in zip(text, shown, strict=True))


@pytest.mark.parametrize("danger", ["\x1b[31m", "\x00", "\x9b31m", "\u202e", "\ud800"])
def test_what_moves_the_cursor_is_never_printed(danger: str) -> None:
    assert danger[0] not in one_line(f"a{danger}b")


@given(st.text(), st.integers(min_value=2, max_value=60))
def test_a_shortened_text_fits_on_one_line(text: str, longest: int) -> None:
    line = shorten(text, longest)
    assert len(line) <= longest
    assert "\n" not in line


def test_words_are_cut_between_blanks() -> None:
    assert shorten("the sluices stay shut until the pact is signed", 24) == "the sluices stay shut…"
