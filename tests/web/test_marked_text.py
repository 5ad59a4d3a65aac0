"""A report's text in pieces: nothing left out, every layer where its notes are."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from headwater.model.span import Span
from headwater.web.marks import mark_text

TEXT = "Brenn said the dam holds.\nShare this"
RECORD: dict[str, Any] = {
    "blocks": [
        {"start": 0, "end": 25, "role": "body", "rule": "text@1"},
        {"start": 26, "end": 36, "role": "furniture", "rule": "share@1", "kind": "share"},
    ],
    "notes": [
        {"kind": "mention", "start": 0, "end": 5, "label": "PERSON"},
        {"kind": "statement", "content": [[11, 24]]},
        {"kind": "event", "trigger": [[19, 24]]},
    ],
}
SPANS = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda pair: Span(*sorted(pair)))


def test_layers_lie_where_their_notes_are() -> None:
    parts = mark_text(TEXT, RECORD, cited=[Span(11, 24)], lit=[Span(0, 5)])
    found = {piece.text: piece.kinds for part in parts for piece in part.pieces if piece.kinds}
    assert found == {
        "Brenn": ("mention", "lit"),
        "the dam ": ("statement", "cited"),
        "holds": ("statement", "event", "cited"),
    }
    assert [part.is_cut for part in parts] == [False, False, True]


def test_every_cite_has_an_anchor() -> None:
    parts = mark_text(TEXT, RECORD, cited=[Span(11, 24), Span(11, 14)], lit=())
    assert [anchor for part in parts for piece in part.pieces for anchor in piece.anchors] == ["c11-14", "c11-24"]


@given(st.lists(SPANS), st.lists(SPANS))
def test_the_pieces_are_the_text(cited: list[Span], lit: list[Span]) -> None:
    parts = mark_text(TEXT, RECORD, cited=cited, lit=lit)
    assert "".join(piece.text for part in parts for piece in part.pieces) == TEXT


def test_a_report_without_notes_is_shown_whole() -> None:
    (part,) = mark_text(TEXT, {}, cited=(), lit=())
    assert [piece.text for piece in part.pieces] == [TEXT]
