"""Lines of a page -> numbers for the line model: shape, words, place on the page, and the same of the neighbours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from headwater.clean.article import Seen

Table = NDArray[np.float32]
"""Rows are lines, columns features."""
SHAPE = (
    "words", "long", "letters_a_word", "capitals", "all_capitals", "digits", "ends_sentence", "commas", "quote", "opens_low", "prose",
    "leftover", "spreads", "signature", "again", "weight", "mean_weight", "heading",
)  # fmt: skip
"""What is told of a line by itself."""
NEIGHBOURS = (-2, -1, 1, 2)
WIDTHS = (3, 10, 30)
"""Lines to each side over which the means are taken."""
AROUND = ("words", "long", "ends_sentence", "prose", "leftover", "mean_weight", "capitals")
PLACE = ("from_top", "from_end", "few_lines", "share_prose", "inside", "before", "after", "core_share")
UNKNOWN = "*"


def describe_line(one: Seen, weights: Mapping[str, float], times: int) -> tuple[float, ...]:
    """The numbers of one line in the order of SHAPE; ``times`` is how often the page has it."""
    line = one.line
    text, words = line.shown, line.words
    count = len(words) or 1
    other = weights.get(UNKNOWN, 0.0)
    weight = sum([weights.get(word, other) for word in words])
    capitals = sum(map(str.istitle, text.split())) / count
    ends = line.ends_sentence
    return (
        np.log1p(len(words)),
        min(len(words), 60) / 60,
        min(len(text) / count, 12) / 12,
        min(capitals, 1.0),
        float(text.isupper()),
        min(1.0, sum(map(str.isdigit, text[:200])) / len(text)) if text else 0.0,
        float(ends),
        min(text.count(","), 4) / 4,
        float('"' in text),
        float(text[:1].islower()),
        float(one.prose),
        float(one.leftover is not None),
        float(one.leftover is not None and one.leftover.spreads),
        float(one.signature is not None),
        float(times > 1),
        max(-12.0, min(12.0, weight)) / 4,
        weight / count,
        float(2 <= len(words) <= 10 and not ends),
    )


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


def describe(seen: Sequence[Seen], weights: Mapping[str, float]) -> Table:
    """The features of all lines of a page: [lines, features]."""
    times = Counter(one.line.text for one in seen)
    shape = np.array([describe_line(one, weights, times[one.line.text]) for one in seen], np.float32)
    column = {name: n for n, name in enumerate(SHAPE)}
    around = shape[:, [column[name] for name in AROUND]]
    prose, words = shape[:, column["prose"]], shape[:, column["long"]]
    scores = prose * (words + 0.1) * 3 - (1 - prose) * 0.12 - shape[:, column["leftover"]] * 0.15
    parts = [
        shape,
        *(shifted(shape, by) for by in NEIGHBOURS),
        *(means(around, width) for width in WIDTHS),
        places(scores, prose),
    ]
    return np.concatenate(parts, axis=1)


def describe_again(first: Table, scores: NDArray[np.float32]) -> Table:
    """The features of the second look: what the first look thinks of each line (``scores``, log odds) and of those around it."""
    odds = np.clip(scores, -6, 6).astype(np.float32)
    chance: Table = (1 / (1 + np.exp(-odds))).astype(np.float32)
    size = first[:, :1]
    thought = np.stack([odds, chance, chance * size[:, 0]], axis=1)
    inside, wide = (_inside((chance - np.float32(level)) * size[:, 0]) for level in (0.5, 0.35))
    own = np.concatenate([first[:, : len(SHAPE)], first[:, -len(PLACE) :]], axis=1)
    parts = [
        own,
        own * odds[:, None],
        thought,
        *(shifted(thought, by) for by in (-3, -2, -1, 1, 2, 3)),
        *(means(thought, width) for width in (2, 5, 12, 30)),
        inside,
        wide,
        inside[:, :1] * own,
    ]
    return np.concatenate(parts, axis=1)


def _inside(scores: NDArray[np.float32]) -> Table:
    """Whether each line lies in the best stretch of ``scores``, and how far before or after it."""
    rows = np.arange(len(scores))
    first, last = core(scores)
    before, after = np.clip(first - rows, 0, 20) / 20, np.clip(rows - last + 1, 0, 20) / 20
    return np.stack([(rows >= first) & (rows < last), before, after], axis=1).astype(np.float32)
