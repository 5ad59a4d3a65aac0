"""Words -> the word pieces and case classes that the network reads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

CLS, SEP, PAD, UNKNOWN = 101, 102, 0, 100
"""Piece numbers of BERT's uncased vocabulary."""

LONGEST_WORD = 8
"""Pieces read of one word: a URL of 200 pieces says no more than its first eight."""

LONGEST_INPUT = 510
"""Pieces the network has places for, without CLS and SEP."""

SURROGATES = re.compile("[\ud800-\udfff]")
"""Halves of a broken character: they may stand in a text and cannot be encoded."""

Numbers = NDArray[np.int64]


@lru_cache(maxsize=65536)
def shape_of(word: str) -> int:
    """The case class of a word, which the uncased vocabulary loses.

    1 lower, 2 Title, 3 UPPER, 4 one upper letter, 5 miXed, 6 digits, 7 no letters (0 is for CLS and SEP).
    """
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return 6 if any(c.isdigit() for c in word) else 7
    if all(not c.isupper() for c in letters):
        return 1
    if len(letters) == 1:
        return 4
    if all(c.isupper() for c in letters):
        return 3
    return 2 if letters[0].isupper() and not any(c.isupper() for c in letters[1:]) else 5


class Pieces:
    """Cuts words into pieces; remembers words it has cut."""

    def __init__(self, vocabulary: Path) -> None:
        """``vocabulary``: a ``tokenizer.json`` of BERT's uncased WordPiece."""
        tokenizer = Tokenizer.from_file(str(vocabulary))
        tokenizer.no_truncation()
        tokenizer.no_padding()

        @lru_cache(maxsize=65536)
        def cut(word: str) -> tuple[int, ...]:
            readable = SURROGATES.sub("\ufffd", word[:100])
            numbers = tokenizer.encode(readable, add_special_tokens=False).ids[:LONGEST_WORD]
            return tuple(numbers) or (UNKNOWN,)

        self.cut = cut


@dataclass(frozen=True, slots=True)
class Batch:
    """Chunks of words as padded arrays; T pieces and W words are the longest of the batch."""

    pieces: Numbers  # [B,T]
    shapes: Numbers  # [B,T]
    mask: Numbers  # [B,T], 1 = piece, 0 = padding
    first: Numbers  # [B,W+1], index of each word's first piece; column 0 is the root (CLS)


def fit(cuts: list[tuple[int, ...]]) -> list[tuple[int, ...]]:
    """The pieces of a chunk, fewer a word where all would not fit the network's places."""
    if sum(map(len, cuts)) <= LONGEST_INPUT:
        return cuts
    most = LONGEST_INPUT // len(cuts)
    return [cut[:most] for cut in cuts]


def pack(chunks: Sequence[Sequence[str]], pieces: Pieces, *, multiple: int = 1) -> Batch:
    """Encode chunks of at most ``LONGEST_INPUT`` words; T is padded to a ``multiple``."""
    cuts = [fit([pieces.cut(word) for word in words]) for words in chunks]
    length = 2 + max(sum(map(len, cut)) for cut in cuts)
    length += -length % multiple
    shape = (len(chunks), length)
    batch = Batch(
        np.full(shape, PAD, np.int64),
        np.zeros(shape, np.int64),
        np.zeros(shape, np.int64),
        np.zeros((len(chunks), 1 + max(map(len, chunks))), np.int64),
    )
    for row, (words, cut) in enumerate(zip(chunks, cuts, strict=True)):
        sizes = [len(c) for c in cut]
        starts = np.cumsum([1, *sizes])
        end = int(starts[-1])
        batch.pieces[row, 0], batch.pieces[row, end] = CLS, SEP
        batch.pieces[row, 1:end] = [number for c in cut for number in c]
        batch.shapes[row, 1:end] = np.repeat([shape_of(word) for word in words], sizes)
        batch.mask[row, : end + 1] = 1
        batch.first[row, 1 : len(words) + 1] = starts[:-1]
    return batch
