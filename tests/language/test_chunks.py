"""Long lines are cut between sentences, and nothing is lost."""

from headwater.language.chunks import find_chunks, pieces_of
from headwater.model.block import Block
from headwater.model.span import Span


def test_a_long_line_is_cut_after_a_full_stop() -> None:
    words = ("one two three . " * 5).split()
    assert list(pieces_of(words, 10)) == [(0, 8), (8, 16), (16, 20)]


def test_a_line_without_full_stops_is_cut_at_the_length() -> None:
    assert list(pieces_of(["word"] * 25, 10)) == [(0, 10), (10, 20), (20, 25)]


def test_furniture_is_not_read_and_lines_stay_apart() -> None:
    text = "A title\nShare this\nThe first line.\nThe second line."
    blocks = (
        Block(Span(0, 7), "title", "test@1"),
        Block(Span(8, 18), "furniture", "test@1", "share"),
        Block(Span(19, len(text)), "body", "test@1"),
    )
    chunks = list(find_chunks(text, blocks, longest=50))
    assert [" ".join(chunk.words) for chunk in chunks] == ["A title", "The first line .", "The second line ."]
    assert [chunk.role for chunk in chunks] == ["title", "body", "body"]
    assert len({chunk.paragraph for chunk in chunks}) == 3
