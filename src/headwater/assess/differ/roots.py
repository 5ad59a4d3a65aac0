"""Words of denials and claims as they are held against each other."""

from __future__ import annotations

from functools import cache

from headwater.lexicon import load
from headwater.link.alignment import function_words

NEGATING = frozenset({"not", "n't", "n’t", "never", "no", "nobody", "nothing", "none", "without", "neither", "nor"})
NOUNS = frozenset({"NOUN", "PROPN"})


@cache
def listed(name: str) -> frozenset[str]:
    """The words of a list of the lexicon of differences."""
    return frozenset(load("differences")[name]["words"])


@cache
def named_deeds() -> frozenset[str]:
    """Deeds that nouns may name."""
    return frozenset(entry["words"][0] for entry in load("differences")["root"])


@cache
def _roots() -> dict[str, str]:
    near = {word: entry["words"][0] for entry in load("sameness")["near"] for word in entry["words"]}
    fates = {word: entry["name"] for entry in load("sameness_counts")["fate"] for word in entry["words"]}
    deeds = {word: entry["words"][0] for entry in load("differences")["root"] for word in entry["words"]}
    return near | fates | deeds


def root(lemma: str) -> str:
    """A lemma; one word for those that stand for each other ("dead" and "die", "receipt" and "receive")."""
    plain = lemma.casefold()
    return _roots().get(plain, plain)


@cache
def light() -> frozenset[str]:
    """Words too general to tell what is denied."""
    return frozenset(map(root, function_words() | listed("light")))
