"""The contexts PLOVER names (military, legal, …), where words of the event's own clause decide."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from headwater.annotate.events.parties import party_words
from headwater.lexicon import load
from headwater.model.sentence import Sentence

APART = frozenset({"conj", "parataxis", "advcl", "acl:relcl", "appos", "ccomp", "list"})
"""Relations behind which another clause, or another thing, begins."""
LONGEST = 3
"""Words of the longest phrase of the lexicon that is looked for."""


@lru_cache(maxsize=1)
def context_words() -> dict[str, tuple[str, ...]]:
    """Lemma or phrase -> contexts it names."""
    found: dict[str, list[str]] = {}
    for context, entry in load("plover_contexts").items():
        for word in entry["words"]:
            found.setdefault(word, []).append(context)
    return {word: tuple(contexts) for word, contexts in found.items()}


@lru_cache(maxsize=1)
def context_modes() -> dict[str, str]:
    """Mode -> the context it always carries."""
    return {mode: name for name, entry in load("plover_contexts").items() for mode in entry.get("modes", ())}


def find_contexts(
    sentence: Sentence, words: tuple[int, ...], parties: tuple[int, ...], mode: str | None
) -> tuple[str, ...]:
    """The contexts that the words of a deed's clause and of its parties name, sorted."""
    inside = sorted({*clause_words(sentence, words), *(w for party in parties for w in party_words(sentence, party))})
    people = {word for name in sentence.names if name.label == "PERSON" for word in range(name.first, name.last)}
    lemmas = [sentence.lemmas[word].lower() for word in inside if word not in people]
    found = {context for phrase in list_phrases(lemmas) for context in context_words().get(phrase, ())}
    return tuple(sorted({*found, *([context_modes()[mode]] if mode in context_modes() else [])}))


def list_phrases(lemmas: list[str]) -> Iterator[str]:
    """The words, and the phrases that begin as one of the lexicon does, hyphened words in one piece."""
    for at, lemma in enumerate(lemmas):
        yield lemma
        if lemma in phrase_starts():
            yield from (" ".join(lemmas[at : at + size]).replace(" - ", "-") for size in range(2, LONGEST + 1))


@lru_cache(maxsize=1)
def phrase_starts() -> frozenset[str]:
    """First words of the phrases."""
    return frozenset(part for word in context_words() for part in re.split("[ -]", word)[:1] if part != word)


def clause_words(sentence: Sentence, words: tuple[int, ...]) -> list[int]:
    """The words below a trigger that belong to its own clause."""
    found, waiting = [], list(words)
    while waiting:
        node = waiting.pop()
        found.append(node)
        waiting.extend(c for c in sentence.children(node) if sentence.rels[c] not in APART)
    return found
