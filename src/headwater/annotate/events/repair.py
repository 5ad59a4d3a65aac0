"""Slips of the parse that hide who does what, put right before deeds are read."""

from __future__ import annotations

from dataclasses import replace

from headwater.model.sentence import Sentence

JOINED = frozenset({"conj", "parataxis", "punct"})


def mend(sentence: Sentence) -> Sentence:
    """The sentence with "the states proposed easing tariffs" headed by its verb, where the parse took that for an adjective."""
    for word, rel in enumerate(sentence.rels):
        if rel == "amod" and sentence.upos[word] == "VERB" and is_taken_for_adjective(sentence, word):
            return rehang(sentence, word)
    return sentence


def is_taken_for_adjective(sentence: Sentence, word: int) -> bool:
    """Whether a past form before a gerund that has a subject is the verb that governs it."""
    below = word + 1
    if sentence.heads[word] != below or sentence.xpos[below] != "VBG" or sentence.children(below, "aux", "det"):
        return False
    return any(subject < word for subject in sentence.children(below, "nsubj"))


def rehang(sentence: Sentence, word: int) -> Sentence:
    """The verb in the gerund's place, with its subject and what is joined to it; the gerund as its complement."""
    gerund = word + 1
    heads, rels = list(sentence.heads), list(sentence.rels)
    heads[word], rels[word] = heads[gerund], rels[gerund]
    heads[gerund], rels[gerund] = word, "xcomp"
    for child in sentence.children(gerund):
        if child != word and (child < word or rels[child] in JOINED):
            heads[child] = word
    return replace(sentence, heads=tuple(heads), rels=tuple(rels))
