"""Two wordings side by side: which words both have, and which only one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from operator import itemgetter
from typing import Literal

from headwater.link.alignment import Alignment, Change, align, find_changes, read_numbers
from headwater.link.words import Words, find_words
from headwater.model.span import Span

NEAR = 3
"""Words further out in the first wording than in the second in which a match at the edge is looked for."""
HELD = 0.5
"""Share of the shorter wording that must match before a word that one side lacks changes the meaning of the other."""
BESIDE = 2
"""Words of the second beside all of the first that are no more of it but another wording."""
Where = Literal["both", "one", "other", "cut"]
"""``cut`` are words of the first wording before and after all that the second repeats."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words and where it stands."""

    where: Where
    text: str
    """Of words that both have: as they stand in the second."""
    first: str = ""
    """Of words that both have: as they stand in the first."""


@dataclass(frozen=True, slots=True)
class Beside:
    """A wording held against another."""

    pieces: tuple[Piece, ...]
    """In reading order, the words of the first before those of the second."""
    changes: tuple[Change, ...]
    """What the second changes of the meaning: a modal, a negation or a number that only one side has."""
    shared: int
    """Words both have."""

    @property
    def has_other_number(self) -> bool:
        """Whether a number stands in the place of another, and is not just left out or added."""
        return any(
            one.where == "one" and other.where == "other" and _differ_in_number(one.text, other.text)
            for one, other in pairwise(self.pieces)
        )

    @property
    def is_same(self) -> bool:
        """Whether the second is the first, or a part of it, word for word."""
        return bool(self.shared) and all(piece.where in ("both", "cut") for piece in self.pieces)


def _differ_in_number(one: str, other: str) -> bool:
    """Whether two stretches have different numbers at the same place from their beginning or end."""
    words, others = (find_words(text, (Span(0, len(text)),)).keys for text in (one, other))
    places = (*zip(words, others, strict=False), *zip(words[::-1], others[::-1], strict=False))
    numbers = ((read_numbers([word]), read_numbers([beside])) for word, beside in places)
    return any(first and second and first != second for first, second in numbers)


def lay_beside(one: str, other: str) -> Beside:
    """The second wording held against the first, word by word; marks and case do not count."""
    first, second = (find_words(text, (Span(0, len(text)),)) for text in (one, other))
    pairs = _pair(first.keys, second.keys)
    held = _hold(first, second, pairs)
    added = set(range(len(second))) - {n for _, n in pairs} - _go_on(len(first), len(second), pairs)
    extra, missing = ([key for n, key in enumerate(words.keys) if n in alone] for words, alone in
                      ((first, held), (second, added)))  # fmt: skip
    is_held = bool(pairs) and len(pairs) >= HELD * min(len(first), len(second))
    changes = find_changes(Alignment(tuple(pairs), tuple(extra), tuple(missing))) if is_held else ()
    sides = (one, first), (other, second)
    return Beside(tuple(_join(_list_words(pairs, held, *sides), pairs, sides[0])), changes, len(pairs))


def lay_over(before: str, after: str) -> tuple[Piece, ...]:
    """A wording laid over the one it replaces: nothing is left out, so what is missing at an edge was taken away."""
    pieces = lay_beside(before, after).pieces
    return tuple(Piece("one", piece.text) if piece.where == "cut" else piece for piece in pieces)


Pairs = list[tuple[int, int]]


def _pair(one: Sequence[str], other: Sequence[str]) -> Pairs:
    """The words that match: those of the best local alignment, then those beside it on either side."""
    pairs = list(align(one, other).pairs)
    if not pairs:
        return []
    (row, column), (last_row, last_column) = pairs[0], pairs[-1]
    start = max(0, row - column - NEAR)
    before = _pair(one[start:row], other[:column])
    right, after = last_row + 1, last_column + 1
    behind = _pair(one[right : right + len(other) - after + NEAR], other[after:])
    return [
        *((start + n, m) for n, m in before),
        *pairs,
        *((right + n, after + m) for n, m in behind),
    ]


def _hold(first: Words, second: Words, pairs: Pairs) -> set[int]:
    """The words of the first in whose place the second has others or none; what it leaves out at the edges is none."""
    if not pairs:
        return set()
    (row, column), (last_row, last_column) = pairs[0], pairs[-1]
    before, after = range(max(0, row - column), row), range(last_row + 1, last_row + len(second) - last_column)
    matched = {n for n, _ in pairs}
    return {n for n in (*before, *range(row, last_row + 1), *after) if n not in matched and n < len(first)}


def _go_on(first: int, second: int, pairs: Pairs) -> set[int]:
    """The words of the second before the first one begins or after it ends: more of what was said, no other meaning.

    A word or two right beside are no more of it: "not" before "leave" changes what follows.
    """
    if not pairs:
        return set()
    (row, column), (last_row, last_column) = pairs[0], pairs[-1]
    before = range(column) if row == 0 and column > BESIDE else range(0)
    after = range(last_column + 1, second) if last_row == first - 1 and second - last_column - 1 > BESIDE else range(0)
    return {*before, *after}


Side = tuple[str, Words]
Placed = tuple[Where, Side, int]
"""A word: where it stands, and its number in the side it is taken from."""


def _list_words(pairs: Pairs, held: set[int], one: Side, other: Side) -> Iterator[Placed]:
    """Every word of both sides, once where both have it."""
    row = column = 0
    for next_row, next_column in (*pairs, (len(one[1]), len(other[1]))):
        before: list[Placed] = [("one" if n in held else "cut", one, n) for n in range(row, next_row)]
        added: list[Placed] = [("other", other, n) for n in range(column, next_column)]
        is_end = next_row == len(one[1])
        yield from _order(before, added, is_end=is_end)
        if not is_end:
            yield "both", other, next_column
        row, column = next_row + 1, next_column + 1


def _order(before: list[Placed], added: list[Placed], *, is_end: bool) -> list[Placed]:
    """What replaces what, side by side: words cut from the end come after those that replace the first of them."""
    held = [word for word in before if word[0] == "one"]
    cut = [word for word in before if word[0] == "cut"]
    return [*held, *added, *cut] if is_end else [*cut, *held, *added]


def _join(placed: Iterable[Placed], pairs: Pairs, one: Side) -> Iterator[Piece]:
    """Neighbouring words of one place as one stretch."""
    rows = {column: row for row, column in pairs}
    for where, words in groupby(placed, key=itemgetter(0)):
        numbers = [(side, number) for _, side, number in words]
        (side, first), (_, last) = numbers[0], numbers[-1]
        own = _quote(one, rows[first], rows[last]) if where == "both" else ""
        yield Piece(where, _quote(side, first, last), own)


def _quote(side: Side, first: int, last: int) -> str:
    """The words from one number to another with the marks that touch them."""
    text, words = side
    start, end = words.spans[first].start, words.spans[last].end
    low = words.spans[first - 1].end if first else 0
    high = words.spans[last + 1].start if last + 1 < len(words) else len(text)
    while start > low and not text[start - 1].isspace():
        start -= 1
    while end < high and not text[end].isspace():
        end += 1
    if text[end:high].strip() == "…":
        end = high
    return " ".join(text[start:end].split())
