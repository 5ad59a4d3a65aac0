"""Who does what to whom in a clause, and whether it is told as done."""

from __future__ import annotations

from collections.abc import Iterable

from headwater.assess.differ.clause import base
from headwater.assess.differ.roots import NEGATING, NOUNS, light, root
from headwater.model.sentence import Sentence

HELPED = frozenset({"have", "be", "do"})
"""Helping verbs of what was or is, and not only may be."""
PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i"})


def find_agents(sentence: Sentence, word: int) -> frozenset[str]:
    """Who does it, by the subject of its clause or else of the one above."""
    if _is_passive(sentence, word):
        return _name(sentence, sentence.children(word, "obl:agent"))
    own = sentence.children(word, "nsubj")
    if any(sentence.words[n].casefold() == "we" for n in own):  # more than who speaks
        return frozenset()
    subjects = [n for n in own if sentence.words[n].casefold() not in PRONOUNS]
    return _name(sentence, subjects) if subjects else find_nouns(sentence, list_above(sentence, word)) - light()


def find_patients(sentence: Sentence, word: int) -> frozenset[str]:
    """What it is done to: its object, its passive subject, or the noun it stands beside."""
    if _is_passive(sentence, word):
        beside = [sentence.heads[word]] if base(sentence, word) in ("amod", "acl") else []
        return _name(sentence, [*sentence.children(word, "nsubj"), *beside])
    return _name(sentence, sentence.children(word, "obj"))


def _is_passive(sentence: Sentence, word: int) -> bool:
    """Whether its subject is what it is done to: a passive, a participle beside a noun, or one after "is"."""
    has_passive = any(sentence.rels[n] == "nsubj:pass" for n in sentence.children(word))
    is_beside = base(sentence, word) in ("amod", "acl") and sentence.words[word].casefold().endswith(("ed", "en"))
    return has_passive or is_beside or bool(sentence.children(word, "cop"))


def _name(sentence: Sentence, heads: Iterable[int]) -> frozenset[str]:
    """The nouns themselves with the parts of their names."""
    words = [n for head in heads for n in (head, *sentence.children(head, "flat", "compound"))]
    return find_nouns(sentence, words) - light()


def find_nouns(sentence: Sentence, words: Iterable[int]) -> frozenset[str]:
    """The roots of the nouns among some words."""
    return frozenset(root(sentence.lemmas[n]) for n in words if sentence.upos[n] in NOUNS)


def list_above(sentence: Sentence, word: int) -> list[int]:
    """The subject of the verb above one that has none ("appeared … to deny")."""
    subjects = (n for above in sentence.ancestors(word) for n in sentence.children(above, "nsubj"))
    first = next(subjects, None)
    return sentence.subtree(first) if first is not None else []


def has_subject(sentence: Sentence, word: int) -> bool:
    """Whether a clause has a subject of its own that is no pronoun."""
    return any(sentence.words[n].casefold() not in PRONOUNS for n in sentence.children(word, "nsubj"))


def is_past(sentence: Sentence, word: int) -> bool:
    """Whether a clause tells what was, or has been: no command, no wish, nothing that may be."""
    beside = sentence.children(word, "aux", "cop")
    did = any(sentence.words[n].casefold() == "did" for n in beside)
    is_real = all(sentence.lemmas[n].casefold() in HELPED for n in beside)
    return is_real and (did or sentence.xpos[word] in ("VBD", "VBN", "JJ"))


def is_negated(sentence: Sentence, word: int) -> bool:
    """Whether "not", "never" or a "no" of its subject or object turns a clause round."""
    beside = [n for n in sentence.children(word, "advmod", "det", "obj", "nsubj", "obl") if is_close(sentence, n, word)]
    near = {sentence.lemmas[n].casefold() for n in beside}
    near |= {sentence.lemmas[c].casefold() for n in beside for c in sentence.children(n, "det", "advmod")}
    return bool(near & NEGATING)


def is_close(sentence: Sentence, word: int, verb: int) -> bool:
    """Whether no comma stands between a verb and a word after it: "is agreed, … is not" negates the second alone."""
    return word < verb or not any(sentence.upos[n] == "PUNCT" for n in range(verb + 1, word))
