"""What words that name one deed have in common: a stem, or a set of words that reports put for each other."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from headwater.lexicon import load

STEM = 4
"""Letters of a word that must be left when its ending is taken off."""
Words = frozenset[str]


def find_keys(lemma: str, beside: Words = frozenset()) -> Words:
    """What like words have in common: a stem, and the sets of words that reports put for each other."""
    return frozenset({f"{find_stem(lemma)}-", *_find_sets(lemma), *_find_phrases(beside)})


@cache
def find_stem(word: str) -> str:
    """A word without the ending that makes it a noun or another form."""
    for ending in load("sameness_deeds")["families"]["endings"]:
        if word.endswith(ending) and len(word) - len(ending) >= STEM:
            return word[: -len(ending)]
    return word


@cache
def _sets() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for number, entry in enumerate(load("sameness_deeds")["deed"]):
        for word in entry["words"]:
            found[word] = (*found.get(word, ()), str(number))
    return found


def _find_sets(word: str) -> tuple[str, ...]:
    return _sets().get(word, ())


@cache
def _phrases() -> tuple[tuple[Words, tuple[str, ...]], ...]:
    return tuple((frozenset(words.split()), sets) for words, sets in _sets().items() if " " in words)


def _find_phrases(beside: Words) -> Iterator[str]:
    if len(beside) > 1:
        yield from (name for words, sets in _phrases() if words <= beside for name in sets)
