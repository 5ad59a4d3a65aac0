"""The words of lines as rows of a table, and sums over them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain, repeat
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from headwater.clean.lines import Line

Table = NDArray[np.float32]
MOST_WORDS = 40
"""Words of a line that are looked at."""
OPENING = 2
"""Words that open a line."""


class Bags(NamedTuple):
    """The words of several lines, one line after the other."""

    rows: NDArray[np.int64]
    """For each word its row; words without one share the last row of a table."""
    ends: NDArray[np.int64]
    """Where each line ends in ``rows``, from 0 on: one more than there are lines."""


def bag_words(lines: Sequence[Line], numbers: Mapping[str, int], *, most: int = MOST_WORDS) -> Bags:
    """The first ``most`` words of each line by their numbers."""
    words = [line.words[:most] for line in lines]
    ends = np.cumsum([0, *map(len, words)])
    rows = np.fromiter(map(numbers.get, chain.from_iterable(words), repeat(len(numbers))), np.int64, int(ends[-1]))
    return Bags(rows, ends)


def sum_bags(bags: Bags, table: Table) -> Table:
    """For each line the sum of its words' rows: [lines, columns]."""
    total = np.zeros((len(bags.rows) + 1, table.shape[1]), np.float64)
    np.cumsum(table[bags.rows], axis=0, out=total[1:])
    sums: NDArray[np.float64] = total[bags.ends[1:]] - total[bags.ends[:-1]]
    return sums.astype(np.float32)


def average_bags(bags: Bags, table: Table) -> Table:
    """For each line the mean of its words' rows; zeros for a line without words."""
    sizes: NDArray[np.int64] = np.maximum(np.diff(bags.ends), 1)
    return sum_bags(bags, table) / sizes.astype(np.float32)[:, None]
