"""Verbs of threat, promise and demand with what they govern."""

from __future__ import annotations

from collections.abc import Iterator

from headwater.annotate.commitments.actors import can_hold, is_actor, is_opinion
from headwater.annotate.commitments.clause import (
    auxiliaries,
    case_of,
    is_infinitive,
    is_passive,
    lemma,
    subject_of,
)
from headwater.annotate.commitments.draft import Draft
from headwater.annotate.commitments.forms import FORMS, is_deed_asked
from headwater.annotate.commitments.harm import is_harm, is_hostile
from headwater.annotate.commitments.lists import VerbCue, verb_cues, words_of
from headwater.annotate.commitments.scene import Scene
from headwater.model.notes import CommitmentKind


def find_verbs(scene: Scene) -> Iterator[Draft]:
    """A draft for each verb of the lists whose complement fits."""
    for word, pos in enumerate(scene.sentence.upos):
        if pos != "VERB":
            continue
        for cue in verb_cues().get(lemma(scene.sentence, word), ()):
            if draft := read_verb(scene, word, cue=cue):
                yield draft
                break


def read_verb(scene: Scene, word: int, *, cue: VerbCue) -> Draft | None:
    """The verb with its holder and content, if one of the forms it takes is there."""
    if is_passive(scene.sentence, word):
        return read_passive(scene, word, cue=cue)
    holder = find_verb_holder(scene, word)
    if holder is None or not holds(scene, holder, cue=cue):
        return None
    for form in sorted(cue.takes):
        tie = FORMS[form](scene, word, cue=cue, holder=holder)
        if tie:
            kind = kind_of(scene, tie[1], cue=cue)
            rule = f"{lemma(scene.sentence, word)}_{form}@1"
            had = "had" in auxiliaries(scene.sentence, word)
            is_suffered = form == "other_to" and is_passive(scene.sentence, tie[1][0])
            is_thing = form == "on_to" and scene.sentence.upos[tie[1][0]] != "VERB"
            is_suffered = is_suffered or (is_thing and not is_deed_asked(scene, tie[1][0]))
            is_plain = cue.own and (form == "penalty" or any(is_harm(scene, head) for head in tie[1]))
            needs = "due" if is_suffered else "" if is_plain else cue.needs
            return Draft(kind, rule, word, holder, tie[0], tie[1], needs, past=had)
    return None


def find_verb_holder(scene: Scene, word: int) -> int | None:
    """The subject; for a paper that says it ("issued an ultimatum demanding"), whoever issues the paper."""
    subject = subject_of(scene.sentence, word)
    if subject is None or lemma(scene.sentence, subject) not in words_of("commitments", "papers", "words"):
        return subject
    verb = scene.sentence.heads[subject]
    is_issued = verb >= 0 and scene.sentence.rels[subject] == "obj" and verb != word
    return subject_of(scene.sentence, verb) if is_issued else subject


def holds(scene: Scene, holder: int, *, cue: VerbCue) -> bool:
    """Whether this holder can do what the cue says."""
    if cue.own and is_opinion(scene, holder):
        return False
    return cue.holder == "anyone" or can_hold(scene, holder)


def read_passive(scene: Scene, word: int, *, cue: VerbCue) -> Draft | None:
    """As in "the mill was ordered to close", "was promised aid", "was threatened with a fine"; by whom may stay unsaid."""
    sentence = scene.sentence
    subjects, agents = sentence.children(word, "nsubj:pass"), sentence.children(word, "obl:agent")
    if not subjects:
        return None
    holder = agents[0] if agents else None
    rule = f"{lemma(sentence, word)}_passive@1"
    infinitives = [n for n in sentence.children(word, "xcomp", "ccomp") if is_infinitive(sentence, n)]
    if "other_to" in cue.takes and infinitives:
        return Draft(cue.kind, rule, word, holder, subjects[0], tuple(infinitives[:1]), "due")
    if "other_promise" in cue.takes and (things := sentence.children(word, "obj", "ccomp")):
        return Draft(cue.kind, rule, word, holder, subjects[0], things[:1])
    if "thing" in cue.takes and sentence.children(word, "aux:pass") and not is_actor(scene, subjects[0]):
        return Draft(cue.kind, rule, word, holder, None, subjects[:1], "" if agents else "due")
    means = [n for n in sentence.children(word, "obl") if "with" in cue.takes and case_of(sentence, n) == "with"]
    return Draft(cue.kind, rule, word, holder, subjects[0], tuple(means[:1])) if means else None


def kind_of(scene: Scene, what: tuple[int, ...], *, cue: VerbCue) -> CommitmentKind:
    """The cue's kind; a promise to do harm is a threat, and so is what one says one will do unless others act."""
    if cue.kind == "promise" and any(is_hostile(scene, head, cue=cue) for head in what):
        return "threat"
    return cue.kind
