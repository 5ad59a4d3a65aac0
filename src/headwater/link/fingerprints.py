"""Fingerprints of running words, for finding text that stands in two reports.

Winnowing after Schleimer, Wilkerson and Aiken, "Winnowing: local algorithms for document fingerprinting" (SIGMOD
2003): of every :data:`WINDOW` neighbouring shingles the least hash is kept, so that any run of SHINGLE + WINDOW - 1
equal words leaves a common fingerprint.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

SHINGLE = 8
"""Words in a shingle."""
WINDOW = 4
"""Neighbouring shingles of which one is kept."""
Hashes = NDArray[np.uint64]
_BASE = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xBF58476D1CE4E5B9)


@dataclass(frozen=True, slots=True)
class Prints:
    """Hashes of all shingles, in text order, and the winnowed ones among them."""

    shingles: Hashes
    """One entry a shingle; the entry's number is the number of its first word."""
    kept: Hashes
    """Sorted, each once."""


@lru_cache(maxsize=200_000)
def _hash_word(key: str) -> int:
    return crc32(key.encode())


def hash_shingles(keys: Sequence[str], size: int = SHINGLE) -> Hashes:
    """One hash for every run of ``size`` words; empty where there are fewer words. The same in every process."""
    words = np.fromiter(map(_hash_word, keys), dtype=np.uint64, count=len(keys))
    count = max(len(words) - size + 1, 0)
    hashes = np.zeros(count, dtype=np.uint64)
    for place in range(size):
        hashes = hashes * _BASE + words[place : place + count]
    hashes ^= hashes >> np.uint64(31)
    return hashes * _MIX


def winnow(shingles: Hashes) -> Hashes:
    """The least hash of every window, sorted, each once."""
    if len(shingles) <= WINDOW:
        return _sort_once(shingles)
    windows = np.lib.stride_tricks.sliding_window_view(shingles, WINDOW)
    return _sort_once(windows.min(axis=1))


def _sort_once(hashes: Hashes) -> Hashes:
    """Sorted, each once; ``np.unique`` would first import all of ``numpy.ma``."""
    ordered = np.sort(hashes)
    is_new = np.ones(len(ordered), dtype=np.bool_)
    is_new[1:] = ordered[1:] != ordered[:-1]
    return ordered[is_new]


def find_shared(one: Prints, other: Prints) -> NDArray[np.bool_]:
    """For each shingle of a text whether it stands in the other."""
    ordered = np.sort(other.shingles)
    if not len(ordered):
        return np.zeros(len(one.shingles), dtype=np.bool_)
    places = np.minimum(np.searchsorted(ordered, one.shingles), len(ordered) - 1)
    shared: NDArray[np.bool_] = np.equal(ordered[places], one.shingles)
    return shared


def fingerprint(keys: Sequence[str]) -> Prints:
    """The fingerprints of a text's words."""
    shingles = hash_shingles(keys)
    return Prints(shingles, winnow(shingles))
