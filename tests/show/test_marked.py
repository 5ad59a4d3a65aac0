from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from headwater.model.block import Block
from headwater.model.reading import Reading
from headwater.model.report import Report
from headwater.model.span import Span
from headwater.show.marked import split_report
from headwater.show.printable import hide_controls


@st.composite
def marked_reports(draw: st.DrawFn) -> tuple[Reading, list[Span]]:
    text = draw(st.text(max_size=60))
    edges = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6)))
    pairs = zip(edges[::2], edges[1::2], strict=False)
    blocks = tuple(Block(Span(start, end), "furniture", "rule@1", "share") for start, end in pairs if start < end)
    ends = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    cites = [Span(min(pair), max(pair)) for pair in draw(st.lists(ends, max_size=6))]
    return Reading(Report("r", text), blocks=blocks), cites


@given(marked_reports())
def test_joined_pieces_are_the_text(case: tuple[Reading, list[Span]]) -> None:
    reading, cites = case
    pieces = [piece for stretch in split_report(reading, cites) for piece in stretch.pieces]
    assert "".join(piece.text for piece in pieces) == hide_controls(reading.report.text)


@given(marked_reports())
def test_exactly_the_cited_characters_are_marked(case: tuple[Reading, list[Span]]) -> None:
    reading, cites = case
    pieces = [piece for stretch in split_report(reading, cites) for piece in stretch.pieces]
    marked = {n for piece in pieces if piece.cited for n in range(*piece.span)}
    assert marked == {n for span in cites for n in range(*span)}


@given(marked_reports())
def test_every_cite_starts_once(case: tuple[Reading, list[Span]]) -> None:
    reading, cites = case
    pieces = [piece for stretch in split_report(reading, cites) for piece in stretch.pieces]
    starts = [span for piece in pieces for span in piece.starts]
    assert sorted(starts) == sorted({span for span in cites if span.start < span.end})


def test_furniture_is_kept_as_a_stretch_of_its_own(reading: Reading) -> None:
    cut = [stretch for stretch in split_report(reading, ()) if stretch.block and stretch.block.role == "furniture"]
    assert ["".join(piece.text for piece in stretch.pieces) for stretch in cut] == ["Share this with a friend"]
