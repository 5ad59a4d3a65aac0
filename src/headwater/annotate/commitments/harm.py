"""What does harm: deeds, penalties, and whatever comes unless others act."""

from __future__ import annotations

from headwater.annotate.commitments.actors import can_hold
from headwater.annotate.commitments.clause import (
    has_mark,
    is_future,
    is_negated,
    is_passive,
    lemma,
    lower,
    subject_of,
)
from headwater.annotate.commitments.lists import VerbCue, words_of
from headwater.annotate.commitments.scene import Scene
from headwater.model.sentence import Sentence


def is_penalty(scene: Scene, verb: int) -> bool:
    """Whether somebody will be made to suffer: for what they do, or unless they act."""
    sentence = scene.sentence
    subject = subject_of(sentence, verb)
    at_risk = lemma(sentence, verb) in {"risk", "face"} and sentence.xpos[verb] in {"VBP", "VBZ"}
    if subject is None or not (at_risk or is_future(sentence, verb)):
        return False
    is_doer = is_told_of(scene, subject) or is_any(scene, subject)
    if is_passive(sentence, verb) and lemma(sentence, verb) == "meet":
        answers = {lemma(sentence, n) for n in sentence.children(verb, "obl") if has_mark(sentence, n, {"with"})}
        return bool(
            answers & (words_of("commitments", "readiness", "means") | words_of("commitments", "met_with", "nouns"))
        )
    punished = words_of("commitments", "penalty", "verbs")
    does = any(sentence.xpos[n] == "VBG" for n in sentence.children(subject, "acl"))
    if is_passive(sentence, verb) and lemma(sentence, verb) in punished and does:
        return True
    if is_passive(sentence, verb) and lemma(sentence, verb) in punished and (is_doer or can_hold(scene, subject)):
        return is_doer or bool(sentence.children(verb, "advcl"))
    if is_passive(sentence, verb):
        return is_ultimatum(scene, verb) and lemma(sentence, verb) in words_of("commitments", "pressure", "words")
    suffers = lemma(sentence, verb) in words_of("commitments", "penalty", "suffering")
    return suffers and bool(
        {lemma(sentence, n) for n in sentence.children(verb, "obj")} & words_of("commitments", "penalty", "nouns")
    )


def is_told_of(scene: Scene, noun: int) -> bool:
    """As in "riders who block the doors"."""
    return any(lower(scene.sentence, n) == "who" for n in scene.sentence.subtree(noun)) and can_hold(scene, noun)


def is_any(scene: Scene, noun: int) -> bool:
    """As in "any ship that enters", "those who stay", "anyone"."""
    sentence, word = scene.sentence, lower(scene.sentence, noun)
    is_open = word == "those" or any(lower(sentence, n) in {"any", "every"} for n in sentence.children(noun, "det"))
    return word in {"anyone", "anybody", "whoever"} or (is_open and bool(sentence.children(noun, "acl", "nmod")))


def is_hostile(scene: Scene, head: int, *, cue: VerbCue) -> bool:
    """Whether what is promised does harm, or is what will happen unless others act."""
    if is_harm(scene, head) or (cue.own and is_ultimatum(scene, head)):
        return True
    key = lemma(scene.sentence, head)
    if key in words_of("commitments", "penalty", "verbs"):
        objects = scene.sentence.children(head, "obj")
        if any(is_told_of(scene, n) or is_any(scene, n) for n in objects):
            return True
    if is_ultimatum(scene, head) and key in words_of("commitments", "pressure", "words"):
        return True
    clauses = scene.sentence.children(head, "advcl")
    answers = any(has_mark(scene.sentence, n, {"if", "should"}) or is_inverted(scene.sentence, n) for n in clauses)
    walks_out = any(has_mark(scene.sentence, n, {"if"}) for n in clauses) and is_stoppage(scene.sentence, head)
    return walks_out or (answers and key in words_of("commitments", "hostile_if", "words"))


def is_stoppage(sentence: Sentence, verb: int) -> bool:
    """As in "walk out", "down tools": what workers do to press somebody."""
    below = {lower(sentence, n) for n in sentence.children(verb, "compound:prt", "advmod", "obj")}
    return (lemma(sentence, verb), bool(below & {"out", "off", "tools"})) in {("walk", True), ("down", True)}


def is_inverted(sentence: Sentence, verb: int) -> bool:
    """As in "should exports be blocked"."""
    return any(lower(sentence, n) == "should" and n < verb for n in sentence.children(verb, "aux"))


def is_ultimatum(scene: Scene, verb: int) -> bool:
    """Whether it will be done unless something happens, or if something does not."""
    for clause in scene.sentence.children(verb, "advcl"):
        if has_mark(scene.sentence, clause, words_of("commitments", "condition", "ultimatum")):
            return True
        if has_mark(scene.sentence, clause, {"if"}) and is_negated(scene.sentence, clause):
            return True
    return False


def is_harm(scene: Scene, head: int) -> bool:
    """Whether a verb does harm by itself or with its object, or a noun names harm."""
    sentence, key = scene.sentence, lemma(scene.sentence, head)
    if is_negated(sentence, head):
        return False
    if key in words_of("commitments", "harsh", "answers"):
        manner = sentence.children(head, "amod", "advmod", "obl", "nmod")
        return not {lemma(sentence, n) for n in manner}.isdisjoint(words_of("commitments", "harsh", "manners"))
    if sentence.upos[head] == "NOUN":
        return key in words_of("commitments", "harm", "nouns")
    if key in words_of("commitments", "harm", "verbs"):
        return True
    if key == "make":
        return bool(
            {lemma(sentence, n) for n in sentence.children(head, "xcomp", "ccomp")} & {"pay", "suffer", "regret"}
        )
    objects = {lemma(sentence, n) for n in sentence.children(head, "obj")}
    light = key in words_of("commitments", "hostile_light", "verbs")
    return light and bool(objects & words_of("commitments", "hostile_light", "nouns"))
