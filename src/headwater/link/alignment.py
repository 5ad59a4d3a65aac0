"""Two wordings laid word against word.

Local alignment (Smith and Waterman 1981) with costs for gaps and for words exchanged, in the manner of Niculae and others,
"QUOTUS: the structure of political media coverage as revealed by quoting patterns" (WWW 2015).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from headwater.lexicon import load
from headwater.link.terms import strip_ending

GAP = 0.4
EXCHANGE = 0.9
COMMON = 0.4
"""Worth of a function word that matches; a content word is worth 1."""

EDGE = 3
"""Words at the beginning or end of two wordings up to which they are taken to stand for each other."""
Change = Literal["modal", "negation", "condition", "number"]


@dataclass(frozen=True, slots=True)
class Alignment:
    """Pairs of word numbers that match, and the words inside the aligned stretch that do not."""

    pairs: tuple[tuple[int, int], ...]
    extra: tuple[str, ...]
    """Words of the first wording without a partner, between the first and the last pair."""
    missing: tuple[str, ...]
    """Words of the second."""

    @property
    def is_exact(self) -> bool:
        """Whether the stretch is word for word the same."""
        return not self.extra and not self.missing


@lru_cache(maxsize=1)
def function_words() -> frozenset[str]:
    """Words that carry no content of their own."""
    return frozenset(load("stopwords")["function"]["words"])


def weigh(key: str) -> float:
    """What a matching word is worth."""
    return COMMON if key in function_words() else 1.0


def weigh_all(keys: Sequence[str]) -> float:
    """What a wording is worth when all of it matches."""
    return sum(map(weigh, keys))


def align(one: Sequence[str], other: Sequence[str]) -> Alignment:
    """The best local alignment of two wordings."""
    scores, best, end = _fill(one, other)
    pairs: list[tuple[int, int]] = []
    row, column = end
    while best > 0 and scores[row][column] > 0:
        here = scores[row][column]
        exchanged = scores[row - 1][column - 1]
        same = one[row - 1] == other[column - 1]
        if here == exchanged + (weigh(one[row - 1]) if same else -EXCHANGE):
            row, column = row - 1, column - 1
            if same:
                pairs.append((row, column))
        elif here == scores[row - 1][column] - GAP:
            row -= 1
        else:
            column -= 1
    return _describe(one, other, pairs[::-1])


def _fill(one: Sequence[str], other: Sequence[str]) -> tuple[list[list[float]], float, tuple[int, int]]:
    """The score of the best alignment that ends at each pair of words, the best of all, and where it ends."""
    scores = [[0.0] * (len(other) + 1) for _ in range(len(one) + 1)]
    best, end = 0.0, (0, 0)
    for row, key in enumerate(one, 1):
        above, here, worth, score = scores[row - 1], scores[row], weigh(key), 0.0
        # Comparisons instead of max(): this is the inmost loop of linking.
        for column, against in enumerate(other, 1):
            left, score = score - GAP, above[column - 1] + (worth if key == against else -EXCHANGE)
            up = above[column] - GAP
            if left > score:
                score = left
            if up > score:
                score = up
            if score < 0.0:
                score = 0.0
            here[column] = score
            if score > best:
                best, end = score, (row, column)
    return scores, best, end


def _describe(one: Sequence[str], other: Sequence[str], pairs: list[tuple[int, int]]) -> Alignment:
    if not pairs:
        return Alignment((), (), ())
    rows, columns = {r for r, _ in pairs}, {c for _, c in pairs}
    extra = (one[n] for n in range(pairs[0][0], pairs[-1][0]) if n not in rows)
    missing = (other[n] for n in range(pairs[0][1], pairs[-1][1]) if n not in columns)
    return Alignment(tuple(pairs), tuple(extra), tuple(missing))


def widen(alignment: Alignment, one: Sequence[str], *, other: Sequence[str]) -> Alignment:
    """The alignment with the few words before or after it that both wordings have, each its own ("we can", "we may")."""
    if not alignment.pairs:
        return alignment
    (row, column), (last_row, last_column) = alignment.pairs[0], alignment.pairs[-1]
    ends = ((one[:row], other[:column]), (one[last_row + 1 :], other[last_column + 1 :]))
    kept = [pair for pair in ends if all(0 < len(words) <= EDGE for words in pair)]
    extra = tuple(word for words, _ in kept for word in words)
    missing = tuple(word for _, words in kept for word in words)
    return Alignment(alignment.pairs, alignment.extra + extra, alignment.missing + missing)


def find_changes(alignment: Alignment) -> tuple[Change, ...]:
    """What an inexact alignment changes in meaning: a modal, a negation or a number that only one side has."""
    extra, missing = expand(alignment.extra), expand(alignment.missing)
    lists = load("sameness")
    classes: tuple[tuple[Change, str], ...] = (
        ("modal", "modals"),
        ("negation", "negations"),
        ("condition", "conditions"),
    )
    found: list[Change] = [
        change for change, name in classes if _pick(extra, lists[name]["words"]) != _pick(missing, lists[name]["words"])
    ]
    if read_numbers(extra) != read_numbers(missing):
        found.append("number")
    return tuple(found)


def expand(words: Sequence[str]) -> list[str]:
    """Words with contractions written out: "we'll" is "we will", "can't" and "cannot" are "can not"."""
    written: list[str] = []
    for word in words:
        whole = load("sameness")["contractions"]["whole"].get(word)
        stem, mark, ending = word.partition("'")
        short = load("sameness")["contractions"]["endings"].get(ending) if mark else None
        if whole:
            written.extend(whole.split())
        elif word.endswith("n't"):
            written.extend((word[:-3], "not"))
        else:
            written.extend((stem, short) if short else (word,))
    return written


def _pick(words: Sequence[str], wanted: Sequence[str]) -> list[str]:
    return sorted(word for word in words if word in wanted)


def read_numbers(words: Sequence[str]) -> list[str]:
    """The numbers among some words, figures and words alike."""
    cardinals = load("sameness_counts")["cardinals"]
    values = (str(cardinals.get(word, word)) for word in words)
    return sorted(value for value in values if value[0].isdigit())


def excludes_numbers(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether both wordings have numbers and each has one that the other has not."""
    first, second = set(read_numbers(one)), set(read_numbers(other))
    return bool(first - second and second - first)


def is_reworded(alignment: Alignment) -> bool:
    """Whether each side has a content word where the other has another: more than words left out, endings or spelling."""
    extra, missing = (_list_told(side) for side in (alignment.extra, alignment.missing))
    if "".join(extra) == "".join(missing):  # "trouble-maker" and "troublemaker"
        return False
    mine, theirs = set(extra) - set(missing), set(missing) - set(extra)
    return bool(mine and theirs)


def _list_told(words: Sequence[str]) -> list[str]:
    """The content words as they are compared: without marks and endings."""
    bare = (re.sub(r"[\W_]+", "", word) for word in expand(words) if word not in function_words())
    return [strip_ending(word).rstrip("e") for word in bare if word]
