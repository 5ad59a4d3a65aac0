"""What a deed's own clause or phrase says of it: tense, modals, negation, conditionals, the adjective before a noun."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from headwater.lexicon import load
from headwater.model.notes import Stance
from headwater.model.sentence import Sentence

OWN = frozenset({"will", "would", "shall", "wo", "'ll", "’ll", "'d", "ll"})
"""Helpers that tell a plan of the subject."""
FIRM = frozenset({"can", "ca", "could", "would", "'d"})
"""Helpers whose negation is plain: "could not reach"."""
HAD = frozenset({"'d", "\u2019d"})
BE_FORMS = frozenset({"is", "are", "am", "was", "were", "'s", "'re", "been", "being", "be", "’s", "’re"})


@dataclass(frozen=True, slots=True)
class Mood:
    """The stance the clause states itself (None: left to whatever governs it), and whether it is negated."""

    stance: Stance | None = None
    negated: bool = False
    own: bool = False
    """Set by the clause's own "will" or "would"."""


@lru_cache(maxsize=8)
def stance_words(section: str) -> dict[str, Stance]:
    """Word -> stance of a section of the lexicon."""
    entry = load("stance")[section]
    return {word: stance for stance, words in entry.items() if stance != "example" for word in words}


@lru_cache(maxsize=1)
def negators() -> frozenset[str]:
    """Words that negate the predicate they hang on."""
    return frozenset(load("stance")["negators"]["words"])


def is_negated(sentence: Sentence, word: int) -> bool:
    """Whether "not", "never", "no" or "nobody" denies the predicate or noun."""
    for child in sentence.children(word):
        rel = sentence.rels[child]
        lower = sentence.words[child].lower()
        if rel in {"advmod", "det", "cc", "cc:preconj", "mark", "aux", "case"} and lower in negators():
            return lower != "no" or rel != "advmod"
        if rel in {"nsubj", "nsubj:pass", "obj"} and (lower in negators() or denies(sentence, child)):
            return True
    return False


def denies(sentence: Sentence, word: int) -> bool:
    """Whether a noun phrase is "no …" or "none of …"."""
    return any(sentence.words[c].lower() in {"no", "neither"} for c in sentence.children(word, "det", "cc", "advmod"))


def auxiliaries(sentence: Sentence, word: int) -> list[str]:
    """Lower-case auxiliaries and copula of a predicate; a bare conjunct has those of the first ("will strike and march")."""
    found = [sentence.words[c].lower() for c in sentence.children(word, "aux", "aux:pass", "cop")]
    if found or sentence.rels[word] != "conj" or sentence.children(word, "nsubj", "nsubj:pass"):
        return found
    head = sentence.heads[word]
    same = sentence.upos[head] == sentence.upos[word] and sentence.xpos[word] in {"VB", "VBN", "VBG"}
    return auxiliaries(sentence, head) if same else []


def marks(sentence: Sentence, word: int) -> list[str]:
    """Lower-case subordinators of a clause ("if", "to", "after")."""
    return [sentence.words[c].lower() for c in sentence.children(word, "mark", "case")]


def mood_of(sentence: Sentence, word: int) -> Mood:
    """The mood of a predicate, or of a deed named by a noun."""
    if sentence.upos[word] in {"NOUN", "PROPN"} and not sentence.children(word, "cop"):
        return noun_mood(sentence, word)
    negated = is_negated(sentence, word)
    aux = auxiliaries(sentence, word)
    conditional = any(stance_words("marks").get(mark) for mark in marks(sentence, word))
    if conditional:
        return Mood("hypothetical", negated)
    for helper in aux:
        if helper in HAD and sentence.xpos[word] == "VBN" and "have" not in aux:
            continue  # "he'd spoken" is "he had"
        stance = stance_words("modals").get(helper)
        if stance and negated and helper in FIRM:
            return Mood("happened", negated, own=helper in OWN)
        if stance and helper == "should" and sentence.rels[word] == "advcl":
            return Mood("hypothetical", negated)
        if stance:
            return Mood(stance, negated, own=helper in OWN)
    return Mood(plain_mood(sentence, word, aux), negated)


def plain_mood(sentence: Sentence, word: int, aux: list[str]) -> Stance | None:
    """The mood of a predicate without a modal; None where it is an infinitive or gerund."""
    tag = sentence.xpos[word]
    if tag == "VBG":
        return "ongoing" if any(helper in BE_FORMS for helper in aux) and "having" not in aux else None
    if tag in {"VBD", "VBZ", "VBP"}:
        return "happened"
    if tag == "VBN":
        return None if "to" in marks(sentence, word) and "have" not in aux else "happened"
    if tag == "VB":
        return "happened" if any(helper in {"do", "does", "did"} for helper in aux) else None
    return "happened" if aux and "to" not in marks(sentence, word) else None


def noun_mood(sentence: Sentence, word: int) -> Mood:
    """The mood of a noun: "no talks", "a planned strike"."""
    stance: Stance | None = None
    for child in sentence.children(word, "amod", "compound"):
        stance = stance_words("adjectives").get(sentence.words[child].lower(), stance)
    return Mood(stance, denies(sentence, word))
