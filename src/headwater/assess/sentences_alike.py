"""Sentences of two reports that are one but for some words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from headwater.link.alignment import align, function_words, weigh_all
from headwater.link.words import Words, find_words
from headwater.model.reading import Reading
from headwater.model.span import Span

ALIKE = 0.7
"""Share of the longer sentence that must match."""
SHORTEST = 6
"""Words below which a sentence says too little to be known again."""


def pair_sentences(one: Reading, other: Reading) -> Iterator[tuple[Span, Span]]:
    """Each sentence of the first with the one of the second most like it, where neither stands in both word for word."""
    mine, theirs = (dict(_list_sentences(reading)) for reading in (one, other))
    same = {words.keys for words in mine.values()} & {words.keys for words in theirs.values()}
    by_word: dict[str, list[Span]] = defaultdict(list)
    for span, words in theirs.items():
        if words.keys not in same:
            for key in sorted(set(words.keys) - function_words()):
                by_word[key].append(span)
    taken: set[Span] = set()
    for span, words in mine.items():
        near = {found for key in words.keys for found in by_word.get(key, ())} - taken
        scored = [] if words.keys in same else sorted((-_liken(words, theirs[found]), found) for found in near)
        if scored and -scored[0][0] >= ALIKE:
            taken.add(scored[0][1])
            yield span, scored[0][1]


def _list_sentences(reading: Reading) -> Iterator[tuple[Span, Words]]:
    for sentence in reading.sentences:
        words = find_words(reading.report.text, (sentence.span,))
        if len(words) >= SHORTEST:
            yield sentence.span, words


def _liken(one: Words, other: Words) -> float:
    """Share of the longer sentence that matches in order; 0 where that cannot be enough."""
    shared = len(set(one.keys) & set(other.keys))
    if shared < ALIKE * 0.5 * max(len(set(one.keys)), len(set(other.keys))):
        return 0.0
    matched = weigh_all([one.keys[row] for row, _ in align(one.keys, other.keys).pairs])
    return matched / max(weigh_all(one.keys), weigh_all(other.keys))
