"""Verbs of threat, promise and demand with what they govern."""

from __future__ import annotations

from collections.abc import Iterator

from headwater.annotate.commitments.actors import THIRD, can_hold, is_actor, is_opinion
from headwater.annotate.commitments.clause import (
    auxiliaries,
    case_of,
    has_mark,
    is_infinitive,
    is_passive,
    lemma,
    lower,
    subject_of,
)
from headwater.annotate.commitments.draft import Draft
from headwater.annotate.commitments.forms import FORMS, Tie, is_deed_asked, is_mouthpiece
from headwater.annotate.commitments.harm import is_harm, is_hostile
from headwater.annotate.commitments.lists import VerbCue, verb_cues, words_of
from headwater.annotate.commitments.plain import is_plain_word
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
    if holder is None or not (holds(scene, holder, cue=cue) or is_pronoun_after(scene, word, holder=holder, cue=cue)):
        return None
    for form in sorted(cue.takes):
        tie = FORMS[form](scene, word, cue=cue, holder=holder)
        if tie:
            doer = find_doer(scene, tie[1][0], holder=holder) if cue.own else None
            rule = f"{lemma(scene.sentence, word)}_{form}@1"
            needs = find_needs(scene, word, cue=cue, form=form, tie=tie)
            had = "had" in auxiliaries(scene.sentence, word)
            who = holder if doer is None else doer
            return Draft(kind_of(scene, tie[1], cue=cue), rule, word, who, tie[0], tie[1], needs, past=had)
    return None


def find_needs(scene: Scene, word: int, *, cue: VerbCue, form: str, tie: Tie) -> str:
    """What must be found for the cue to count, by its form and by what is committed to (:class:`Draft`)."""
    other, heads = tie
    is_thing = form == "on_to" and scene.sentence.upos[heads[0]] != "VERB" and not is_deed_asked(scene, heads[0])
    if is_thing or (form == "other_to" and is_passive(scene.sentence, heads[0])):
        return "due"
    if cue.own and (form == "penalty" or any(is_harm(scene, head) for head in heads)):
        return ""
    is_told = form == "other_to" and lemma(scene.sentence, word) in {"tell", "direct"}
    if is_told and other is not None and scene.sentence.upos[other] == "PROPN":
        return ""  # "told Gorda to withdraw", not "told reporters to wait"
    if cue.own and cue.needs and is_plain_word(scene, word, content=heads[0]):
        return "day sets apart"
    return cue.needs


def is_pronoun_after(scene: Scene, word: int, *, holder: int, cue: VerbCue) -> bool:
    """Whether the one who speaks is a pronoun behind the clause it tells: "…, it said"."""
    return cue.own and lower(scene.sentence, holder) in THIRD and scene.sentence.rels[word] == "parataxis"


def find_doer(scene: Scene, content: int, *, holder: int) -> int | None:
    """Whoever a spokesman speaks for, where they are named."""
    subject = subject_of(scene.sentence, content)
    return subject if subject is not None and is_mouthpiece(scene, holder, subject=subject) else None


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
    if holder is None and lemma(sentence, word) in {"require", "oblige"}:
        return None  # a duty, and a deadline where it has a day
    if "other_to" in cue.takes and infinitives:
        return Draft(cue.kind, rule, word, holder, subjects[0], tuple(infinitives[:1]), "due")
    if agents and not can_hold(scene, agents[0]):
        return None
    if lemma(sentence, word) == "commit" and can_hold(scene, subjects[0]):
        deeds = [n for n in sentence.children(word, "advcl", "xcomp", "obl", "ccomp") if has_mark(sentence, n, {"to"})]
        doing = [n for n in deeds if lower(sentence, n).endswith("ing")]
        return Draft(cue.kind, "commit_to_doing@1", word, subjects[0], None, tuple(doing[:1])) if doing else None
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
