"""Occasions named in a stretch of text."""

from __future__ import annotations

import pytest

from headwater.assess.venues import find_occasion
from headwater.model.span import Span


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("he said in a post on his page", "document"),
        ("Post on the wall: we are leaving", "document"),
        ("the Harwick Post reported", None),
        ("he told a news conference", "press conference"),
    ],
)
def test_an_occasion_is_no_part_of_a_name(text: str, kind: str | None) -> None:
    found = find_occasion(text, Span(0, len(text)))
    assert (found.kind if found else None) == kind
