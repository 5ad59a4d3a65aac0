"""The clause around a word: what is done in it, and what else it is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from headwater.lexicon import load
from headwater.link.tellings import empty_words, synonyms
from headwater.model.sentence import Sentence

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
APART = frozenset({"conj", "parataxis", "ccomp", "advcl", "acl:relcl", "acl", "punct", "discourse"})
"""Relations below which another clause begins."""
UP = frozenset({"nmod", "appos", "compound", "dep", "conj", "flat"})
"""Relations by which a noun hangs on another."""
PREDICATED = ("nsubj", "obj", "obl", "iobj", "xcomp", "nummod")
LINKED = frozenset({"xcomp", "advcl", "acl", "ccomp", "conj"})
"""Relations by which a verb leans on the subject of the one above it."""


@cache
def listed(name: str) -> frozenset[str]:
    """The words of a list of the lexicon of counted things."""
    return frozenset(load("differences_counted")[name]["words"])


@cache
def _alike() -> dict[str, str]:
    return {word: entry["words"][0] for entry in load("differences_counted")["alike"] for word in entry["words"]}


def plain(lemma: str) -> str:
    """One word for those that stand for each other."""
    word = lemma.casefold()
    return _alike().get(word) or synonyms().get(word, word)


def climb(sentence: Sentence, noun: int) -> Iterator[int]:
    """The noun, the nouns it hangs on, and the verb or predicate above them."""
    word = noun
    yield word
    while (head := sentence.heads[word]) >= 0 and base(sentence, word) in UP:
        word = head
        yield word
    if head >= 0 and base(sentence, word) in PREDICATED:
        yield head


def base(sentence: Sentence, word: int) -> str:
    """The relation of a word without its subtype."""
    return sentence.rels[word].split(":")[0]


def list_clause(sentence: Sentence, top: int, *, keep: Iterable[int] = ()) -> set[int]:
    """The words below a verb without other clauses, but with those to ``keep``."""
    kept, found, waiting = set(keep), set(), [top]
    while waiting:
        node = waiting.pop()
        found.add(node)
        waiting.extend(c for c in sentence.children(node) if c in kept or sentence.rels[c] not in APART)
    return found


def lean_on(sentence: Sentence, verb: int) -> set[int]:
    """The verbs above one that has no subject of its own, with their subjects and objects; and what a plan is part of."""
    found: set[int] = set()
    while not sentence.children(verb, "nsubj") and base(sentence, verb) in (*LINKED, "obj"):
        verb = sentence.heads[verb]
        beside = sentence.children(verb, "nsubj", "obj") if sentence.upos[verb] == "VERB" else ()
        found |= {verb, *(n for child in beside for n in sentence.subtree(child))}
    return found


def find_content(sentence: Sentence, words: Iterable[int]) -> frozenset[str]:
    """What some words are about: lemmas that carry content, one for those that stand for each other."""
    lemmas = {plain(sentence.lemmas[n]) for n in words if sentence.upos[n] in CONTENT}
    return frozenset(lemma for lemma in lemmas if lemma not in empty_words() and lemma not in listed("times"))


def find_people(sentence: Sentence, words: Iterable[int]) -> frozenset[str]:
    """The people's names among some words."""
    people = {n for name in sentence.names if name.label == "PERSON" for n in range(name.first, name.last)}
    return frozenset(sentence.words[n].casefold() for n in people & set(words))
