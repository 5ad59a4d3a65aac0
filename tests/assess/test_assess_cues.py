"""How a cue stands beside what was said."""

from __future__ import annotations

import pytest

from headwater.assess.cues import put_before


@pytest.mark.parametrize(
    ("cue", "content", "line"),
    [
        ("vowed", "to reopen the gates", "vowed to reopen the gates"),
        ("said", "that the gates are open", "said that the gates are open"),
        ("said", "the gates are open", "said: the gates are open"),
        ("said", "On Sunday the gates were open", "said: On Sunday the gates were open"),
        ("apologised for", "the delay", "apologised for the delay"),
        ("according to", "the gates are open", "the gates are open"),
        ("as quoted by", "the gates are open", "the gates are open"),
        ("", "the gates are open", "the gates are open"),
        ("who has long held that one day perhaps they may", "open", "open"),
    ],
)
def test_a_cue_stands_before_what_was_said(cue: str, content: str, line: str) -> None:
    assert put_before(cue, content) == line
