"""What somebody plainly says that they will do, without a vow and without a day: "said it would rehire them"."""

from __future__ import annotations

from headwater.annotate.commitments.clause import auxiliaries, is_negated, lemma, lower, subject_of
from headwater.annotate.commitments.lists import words_of
from headwater.annotate.commitments.scene import Scene

UNSURE = frozenset({"probably", "likely", "perhaps", "maybe", "rather", "hopefully"})
FINITE_PAST = frozenset({"VBD", "VBN", "VBG"})


def is_plain_word(scene: Scene, cue: int, *, content: int) -> bool:
    """Whether a clause of speech states a deed that its speaker takes upon themselves."""
    sentence = scene.sentence
    if not is_plain_deed(scene, content) or is_negated(sentence, cue):
        return False
    helpers = auxiliaries(sentence, content)
    is_backshifted = sentence.xpos[cue] in FINITE_PAST or "have" in auxiliaries(sentence, cue)
    if {"would", "'d", "’d"} & set(helpers) and not is_backshifted:
        return False  # "says it would": only under a condition
    return subject_of(sentence, content) is not None


def is_plain_deed(scene: Scene, verb: int) -> bool:
    """Whether a verb names a deed that others can hold somebody to: not "will comment", "would like", "will not go"."""
    sentence = scene.sentence
    helpers, key = set(auxiliaries(sentence, verb)), lemma(sentence, verb)
    if "have" in helpers or "be" in helpers or UNSURE & {lower(sentence, n) for n in sentence.children(verb, "advmod")}:
        return False
    if is_negated(sentence, verb):
        return key in words_of("commitments", "no_deed", "kept_off")
    if key in words_of("commitments", "no_deed", "light"):
        objects = {lemma(sentence, n) for n in sentence.children(verb, "obj")}
        return bool(objects - words_of("commitments", "no_deed", "idle"))
    return key not in words_of("commitments", "no_deed", "words")
