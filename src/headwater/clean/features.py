"""Lines of a page -> numbers for the line model: shape, place on the page, and the same of the neighbours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from headwater.clean.article import Seen
from headwater.clean.words import MOST_WORDS, Table

Odds = NDArray[np.float32]
"""One number a line."""
SHAPE = (
    "words", "long", "letters_a_word", "capitals", "all_capitals", "digits", "ends_sentence", "commas", "quote", "opens_low", "prose",
    "leftover", "spreads", "signature", "again", "weight", "mean_weight", "heading",
)  # fmt: skip
"""What is told of a line by itself."""
NEIGHBOURS = (-2, -1, 1, 2)
WIDTHS = (3, 10, 30)
"""Lines to each side over which the means are taken."""
AROUND = ("words", "long", "ends_sentence", "prose", "leftover", "mean_weight", "capitals")
KINDS = {"comment": 0, "related": 1, "newsletter": 2, "share": 3, "about": 4, "copyright": 5}
"""Kinds of leftovers after which more of them may follow, and their columns."""
FADING = 0.94
"""What is left one line further down of having seen such a leftover."""
PLACE = ("from_top", "from_end", "few_lines", "share_prose", "inside", "before", "after", "core_share")


def count_line(one: Seen, times: int) -> tuple[float, ...]:
    """What is counted in one line, before it is put in proportion; ``times`` is how often the page has it."""
    text, words, leftover = one.line.shown, one.line.words, one.leftover
    return (
        len(words),
        len(text),
        sum(map(str.istitle, text.split())),
        text.isupper(),
        sum(map(str.isdecimal, words)),
        one.line.ends_sentence,
        text.count(","),
        '"' in text,
        text[:1].islower(),
        one.prose,
        leftover is not None,
        leftover is not None and leftover.spreads,
        one.signature is not None,
        times > 1,
    )


def describe_lines(seen: Sequence[Seen], odds: Odds) -> Table:
    """The features of each line by itself, in the order of SHAPE; ``odds`` tells each line's words."""
    times = Counter([one.line.text for one in seen])
    counts = np.array([count_line(one, times[one.line.text]) for one in seen], np.float32).T
    words, size, capitals, upper, digits, ends, commas, *flags = counts
    count = np.maximum(words, 1)
    columns = (
        np.log1p(words),
        np.minimum(words, 60) / 60,
        np.minimum(size / count, 12) / 12,
        np.minimum(capitals / count, 1),
        upper,
        digits / count,
        ends,
        np.minimum(commas, 4) / 4,
        *flags,
        np.clip(odds, -12, 12) / 4,
        odds / np.clip(words, 1, MOST_WORDS),
        (words >= 2) & (words <= 10) & (ends == 0),
    )
    return np.stack(columns, axis=1).astype(np.float32)


def core(scores: NDArray[np.float32]) -> tuple[int, int]:
    """The stretch ``[first, last)`` of lines with the greatest sum; empty where no line is above zero."""
    best, first, last, start, total = 0.0, 0, 0, 0, 0.0
    for n, score in enumerate(scores.tolist()):
        if total <= 0:
            start, total = n, 0.0
        total += score
        if total > best:
            best, first, last = total, start, n + 1
    return first, last


def means(table: Table, width: int) -> Table:
    """The mean of each column over the lines up to ``width`` away, the line itself included."""
    total = np.vstack([np.zeros((1, table.shape[1]), np.float32), np.cumsum(table, axis=0, dtype=np.float32)])
    rows = np.arange(len(table))
    low, high = np.maximum(rows - width, 0), np.minimum(rows + width + 1, len(table))
    found: Table = ((total[high] - total[low]) / (high - low)[:, None]).astype(np.float32)
    return found


def shifted(table: Table, by: int) -> Table:
    """The rows of the line ``by`` further on; zeros beyond the page."""
    out = np.zeros_like(table)
    if by > 0:
        out[:-by] = table[by:]
    else:
        out[-by:] = table[:by]
    return out


def places(scores: NDArray[np.float32], prose: NDArray[np.float32]) -> Table:
    """Where each line stands, on the page and to the stretch of lines with the best ``scores``."""
    size = len(scores)
    rows = np.arange(size, dtype=np.float32)
    first, last = core(scores)
    columns = (
        rows / size,
        np.exp(-(size - 1 - rows) / 5),
        np.full(size, 1 / (1 + size / 20)),
        np.full(size, prose.mean()),
        (rows >= first) & (rows < last),
        np.where(rows < first, 1 - np.exp(-np.abs(first - rows) / 3), 0),
        np.where(rows >= last, 1 - np.exp(-np.abs(rows - last + 1) / 3), 0),
        np.full(size, (last - first) / size),
    )
    return np.stack(columns, axis=1).astype(np.float32)


def since_kinds(seen: Sequence[Seen]) -> Table:
    """How near above each line the last leftover of a kind stands: 1 beside it, less and less below; a column for each of KINDS."""
    found = np.zeros((len(seen), len(KINDS)), np.float32)
    last = np.zeros(len(KINDS), np.float32)
    for n, one in enumerate(seen):
        last *= FADING
        if one.leftover is not None and one.leftover.kind in KINDS:
            last[KINDS[one.leftover.kind]] = 1
        found[n] = last
    return found


def describe(seen: Sequence[Seen], odds: Odds) -> Table:
    """The features of all lines of a page: [lines, features]; ``odds`` is the sum of the log odds of each line's words."""
    shape = describe_lines(seen, odds)
    column = {name: n for n, name in enumerate(SHAPE)}
    around = shape[:, [column[name] for name in AROUND]]
    prose, words = shape[:, column["prose"]], shape[:, column["long"]]
    scores = prose * (words + 0.1) * 3 - (1 - prose) * 0.12 - shape[:, column["leftover"]] * 0.15
    parts = [
        shape,
        *(shifted(shape, by) for by in NEIGHBOURS),
        *(means(around, width) for width in WIDTHS),
        places(scores, prose),
        since_kinds(seen),
    ]
    return np.concatenate(parts, axis=1)
