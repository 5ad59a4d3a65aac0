"""Verbs of threat, promise and demand with what they govern."""

from __future__ import annotations

from collections.abc import Iterator

from headwater.annotate.commitments.actors import can_hold, is_actor, is_opinion, same_actor
from headwater.annotate.commitments.clause import (
    auxiliaries,
    case_of,
    has_mark,
    is_future,
    is_infinitive,
    is_negated,
    is_passive,
    lemma,
    lower,
    subject_of,
)
from headwater.annotate.commitments.draft import Draft
from headwater.annotate.commitments.lists import VerbCue, verb_cues, words_of
from headwater.annotate.commitments.scene import Scene
from headwater.model.notes import CommitmentKind

Tie = tuple[int | None, tuple[int, ...]]
"""The other side, and the heads of what is committed to."""


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
            is_suffered = is_suffered or (form == "on_to" and scene.sentence.upos[tie[1][0]] != "VERB")
            is_plain = cue.own and any(is_harm(scene, head) for head in tie[1])
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


def take_to(scene: Scene, word: int, *, cue: VerbCue, holder: int) -> Tie | None:
    """As in "vowed to close"; behind another phrase ("vowed on Monday to close") the tie may look looser."""
    for rels in (("xcomp", "ccomp"), ("advcl",)):
        found = [c for c in scene.sentence.children(word, *rels) if c > word and is_infinitive(scene.sentence, c)]
        if found and not (rels == ("advcl",) and scene.sentence.children(word, "obj")):
            return None, tuple(found[:1])
    return None


def take_doing(scene: Scene, word: int, *, cue: VerbCue, holder: int) -> Tie | None:
    """As in "committed (itself) to closing"."""
    sentence = scene.sentence
    for content in sentence.children(word, "advcl", "xcomp", "obl", "ccomp"):
        if lower(sentence, content).endswith("ing") and has_mark(sentence, content, {"to"}):
            return None, (content,)
    return None


def take_that(scene: Scene, word: int, *, cue: VerbCue, holder: int) -> Tie | None:
    """As in "vowed that it would close"; what is only announced must be the holder's own doing."""
    for content in scene.sentence.children(word, "ccomp"):
        if cue.kind != "demand" and not is_future(scene.sentence, content):
            continue
        subject = subject_of(scene.sentence, content)
        if cue.own and not is_own_deed(scene, content, subject=subject, holder=holder):
            continue
        other = subject if cue.kind == "demand" and subject is not None and can_hold(scene, subject) else None
        return other or next(iter(listeners(scene, word)), None), (content,)
    return None


def is_own_deed(scene: Scene, content: int, *, subject: int | None, holder: int) -> bool:
    """Whether what is announced is something the holder will do on purpose."""
    if subject is None or is_passive(scene.sentence, content):
        return False
    return same_actor(scene, subject, holder) and is_willed(scene, content)


def listeners(scene: Scene, word: int) -> list[int]:
    """Whom the verb addresses: "told the council", "promised voters"."""
    found = scene.sentence.children(word, "iobj", "obj")
    return [n for n in found if is_actor(scene, n)]


def is_willed(scene: Scene, verb: int) -> bool:
    """Whether the verb is something done on purpose."""
    return lemma(scene.sentence, verb) not in words_of("commitments", "unwilled", "words")


def take_thing(scene: Scene, word: int, *, cue: VerbCue, holder: int) -> Tie | None:
    """As in "vowed revenge", "demanded the release of the crew"."""
    is_gift = lemma(scene.sentence, word) in {"pledge", "vow"}
    things = [n for n in scene.sentence.children(word, "obj") if not scene.is_time(n)]
    things = [n for n in things if is_gift or not is_actor(scene, n)]
    things = [n for n in things if scene.sentence.upos[n] in {"NOUN", "VERB", "NUM", "SYM"}]
    if not things or scene.sentence.children(word, "xcomp", "ccomp"):
        return None
    has_condition = bool(scene.sentence.children(word, "advcl"))
    if cue.kind == "threat" and not has_condition and not is_action(scene, things[0]):
        return None
    return next(iter(scene.sentence.children(word, "iobj")), None), tuple(things[:1])


def is_action(scene: Scene, noun: int) -> bool:
    """Whether a noun names a deed: a ship is threatened too, but not announced."""
    key = lemma(scene.sentence, noun)
    endings = tuple(words_of("commitments", "action_nouns", "endings"))
    return key in words_of("commitments", "action_nouns", "words") or key.endswith(endings)


def take_with(scene: Scene, word: int, *, cue: VerbCue, holder: int) -> Tie | None:
    """As in "threatened the firm with a fine"."""
    sentence = scene.sentence
    others = [n for n in sentence.children(word, "obj") if is_actor(scene, n)]
    means = [
        n
        for n in sentence.children(word, "obl")
        if any(lower(sentence, c) == "with" for c in sentence.children(n, "case"))
    ]
    return (others[0], tuple(means[:1])) if others and means else None


def take_other(scene: Scene, word: int, *, cue: VerbCue, holder: int) -> Tie | None:
    """As in "ordered the mill to clean the river"."""
    sentence = scene.sentence
    others = sentence.children(word, "obj", "iobj")
    contents = [c for c in sentence.children(word, "xcomp", "ccomp", "advcl") if is_infinitive(sentence, c)]
    if not others or not contents or scene.is_time(others[0]):
        return None
    if cue.needs and not can_hold(scene, others[0]) and sentence.upos[others[0]] != "PRON":
        return None
    return others[0], tuple(contents[:1])


def take_promised(scene: Scene, word: int, *, cue: VerbCue, holder: int) -> Tie | None:
    """As in "promised voters a referendum"."""
    sentence = scene.sentence
    to, things = sentence.children(word, "iobj"), sentence.children(word, "obj")
    return (to[0], things[:1]) if to and things else None


def take_on(scene: Scene, word: int, *, cue: VerbCue, holder: int) -> Tie | None:
    """As in "called on the council to reopen talks", "called for the minister to resign"."""
    sentence = scene.sentence
    contents = [c for c in sentence.children(word, "xcomp", "advcl", "ccomp") if is_infinitive(sentence, c)]
    named = [n for n in sentence.children(word, "obl") if case_of(sentence, n) in {"on", "upon", "for"}]
    if not contents:
        things = [n for n in named if case_of(sentence, n) == "for" and not is_actor(scene, n) and not scene.is_time(n)]
        return (None, tuple(things[:1])) if things else None
    for content in contents[:1]:
        is_for = has_mark(sentence, content, {"for"})
        inner = [*sentence.children(content, "nsubj"), *sentence.children(word, "obl")] if is_for else []
        others = [n for n in (*named, *inner) if n < content and is_actor(scene, n)]
        if others:
            return others[0], (content,)
    return None


def take_subjunctive(scene: Scene, word: int, *, cue: VerbCue, holder: int) -> Tie | None:
    """As in "insisted that the state sell": a bare verb, or one with "must" or "should"."""
    sentence = scene.sentence
    for content in sentence.children(word, "ccomp"):
        helpers, subject = auxiliaries(sentence, content), subject_of(sentence, content)
        bare = sentence.xpos[content] == "VB" and not helpers and not is_infinitive(sentence, content)
        if subject is not None and (bare or {"must", "should"} & set(helpers)) and can_hold(scene, subject):
            return subject, (content,)
    return None


def take_of(scene: Scene, word: int, *, cue: VerbCue, holder: int) -> Tie | None:
    """As in "warned of grave consequences", "warned the town that it would pay a price"."""
    sentence = scene.sentence
    harms = words_of("commitments", "harm", "nouns") | words_of("commitments", "harm", "prices")
    for noun in sentence.children(word, "obl"):
        if case_of(sentence, noun) == "of" and lemma(sentence, noun) in harms:
            return next(iter(listeners(scene, word)), None), (noun,)
    for content in sentence.children(word, "ccomp"):
        suffers = lemma(sentence, content) in words_of("commitments", "harm", "suffering") and is_future(
            sentence, content
        )
        if suffers and {lemma(sentence, n) for n in sentence.children(content, "obj")} & harms:
            return subject_of(sentence, content), (content,)
    return None


FORMS = {
    "of": take_of,
    "on_to": take_on,
    "other_promise": take_promised,
    "other_to": take_other,
    "subjunctive": take_subjunctive,
    "that": take_that,
    "thing": take_thing,
    "to": take_to,
    "to_doing": take_doing,
    "with": take_with,
}


def kind_of(scene: Scene, what: tuple[int, ...], *, cue: VerbCue) -> CommitmentKind:
    """The cue's kind; a promise to do harm is a threat, and so is what one says one will do unless others act."""
    if cue.kind == "promise" and any(is_harm(scene, head) or (cue.own and is_ultimatum(scene, head)) for head in what):
        return "threat"
    return cue.kind


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
    if any(lower(sentence, n) in {"not", "n't", "never"} for n in sentence.children(head, "advmod")):
        return False
    if sentence.upos[head] == "NOUN":
        return key in words_of("commitments", "harm", "nouns")
    if key in words_of("commitments", "harm", "verbs"):
        return True
    objects = {lemma(sentence, n) for n in sentence.children(head, "obj")}
    light = key in words_of("commitments", "hostile_light", "verbs")
    return light and bool(objects & words_of("commitments", "hostile_light", "nouns"))
