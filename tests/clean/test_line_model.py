"""The line model: words as rows, lines beside their neighbours, and the file it is kept in."""

from __future__ import annotations

import numpy as np
import pytest

from headwater.clean.article import look
from headwater.clean.line_model import gather, line_model, pack, unpack
from headwater.clean.lines import split_lines
from headwater.clean.words import average_bags, bag_words, sum_bags

LINES = list(split_lines("the port closed\n—\nthe ferry, the ferry"))
NUMBERS = {"the": 0, "ferry": 1}
TABLE = np.array([[1, 10], [2, 20], [5, 50]], np.float32)


def test_words_without_a_row_share_the_last() -> None:
    bags = bag_words(LINES, NUMBERS)
    assert bags.rows.tolist() == [0, 2, 2, 0, 1, 0, 1]
    assert sum_bags(bags, TABLE).tolist() == [[11, 110], [0, 0], [6, 60]]


def test_a_line_without_words_has_a_mean_of_zero() -> None:
    assert average_bags(bag_words(LINES, NUMBERS, most=1), TABLE).tolist() == [[1, 10], [0, 0], [1, 10]]


def test_a_row_stands_beside_the_rows_above_and_below_it() -> None:
    beside = gather(np.array([[1], [2], [3]], np.float32), 1)
    assert beside.tolist() == [[0, 0, 1, 2, 3], [0, 1, 2, 3, 0], [1, 2, 3, 0, 0]]


@pytest.mark.parametrize("count", [1, 2, 60])
def test_every_line_has_a_score(count: int) -> None:
    seen = [look(line) for line in split_lines("Home\n" * count)]
    scores = line_model().score(seen)
    assert scores.shape == (count,)
    assert np.isfinite(scores).all()


def test_the_file_holds_the_model_and_the_same_lines_score_the_same() -> None:
    seen = [look(line) for line in LINES]
    model = line_model()
    again = unpack(pack(model))
    assert again.words == model.words
    assert again.score(seen).tolist() == model.score(seen).tolist()


def test_only_frequent_words_are_kept() -> None:
    words = line_model().words
    assert len(words) < 10_000
    assert not any(word.isdigit() for word in words)
