"""What a verb of threat, promise or demand governs, one form after another."""

from __future__ import annotations

from headwater.annotate.commitments.actors import can_hold, is_actor, is_opinion, same_actor
from headwater.annotate.commitments.clause import (
    auxiliaries,
    case_of,
    has_mark,
    is_future,
    is_infinitive,
    is_passive,
    lemma,
    lower,
    subject_of,
)
from headwater.annotate.commitments.harm import is_any, is_penalty, is_ultimatum
from headwater.annotate.commitments.lists import VerbCue, words_of
from headwater.annotate.commitments.scene import Scene
from headwater.model.sentence import Sentence

OBJECTS = frozenset({"him", "her", "them", "us", "me", "you"})
"""Persons who are asked."""
Tie = tuple[int | None, tuple[int, ...]]
"""The other side, and the heads of what is committed to."""


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
    for content in list_told(scene.sentence, word):
        if cue.kind != "demand" and not is_future(scene.sentence, content):
            continue
        subject = subject_of(scene.sentence, content)
        if cue.own and not is_own_deed(scene, content, subject=subject, holder=holder):
            continue
        other = subject if cue.kind == "demand" and subject is not None and can_hold(scene, subject) else None
        return other or next(iter(listeners(scene, word)), None), (content,)
    return None


def list_told(sentence: Sentence, word: int) -> tuple[int, ...]:
    """The clauses a verb of speech tells: below it, or above it where it is set beside them ("…, it said, …")."""
    above = (sentence.heads[word],) if sentence.rels[word] == "parataxis" else ()
    return (*sentence.children(word, "ccomp"), *above)


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
    is_deed = scene.sentence.upos[verb] == "VERB"
    return is_deed and lemma(scene.sentence, verb) not in words_of("commitments", "unwilled", "words")


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
    means = [n for n in sentence.children(word, "obl", "advcl") if has_mark(sentence, n, {"with"})]
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
    marks = {"on", "upon", "for", *({"to"} if lemma(sentence, word) == "appeal" else ())}
    named = [n for n in sentence.children(word, "obl") if case_of(sentence, n) in marks]
    if not contents:
        things = [n for n in named if case_of(sentence, n) == "for" and not is_actor(scene, n) and not scene.is_time(n)]
        return (None, tuple(things[:1])) if things else None
    if any(lower(sentence, n) in OBJECTS for n in named):
        return next(n for n in named if lower(sentence, n) in OBJECTS), tuple(contents[:1])
    for content in contents[:1]:
        is_for = has_mark(sentence, content, {"for"})
        inner = [*sentence.children(content, "nsubj"), *sentence.children(word, "obl")] if is_for else []
        others = [n for n in (*named, *inner) if n < content and is_actor(scene, n)]
        if others:
            return others[0], (content,)
    return None


def take_on_thing(scene: Scene, word: int, *, cue: VerbCue, holder: int) -> Tie | None:
    """As in "insisted on the return of the crew"."""
    things = [n for n in scene.sentence.children(word, "obl") if case_of(scene.sentence, n) in {"on", "for"}]
    things = [n for n in things if is_deed_asked(scene, n)]
    return (None, tuple(things[:1])) if things else None


def is_deed_asked(scene: Scene, noun: int) -> bool:
    """Whether a noun names what somebody else is to do: "resignation", "release"."""
    return lemma(scene.sentence, noun) in words_of("commitments", "asked_deeds", "words")


def take_deed(scene: Scene, word: int, *, cue: VerbCue, holder: int) -> Tie | None:
    """As in "ordered the release of the crew"."""
    things = [n for n in scene.sentence.children(word, "obj") if is_deed_asked(scene, n)]
    return (None, tuple(things[:1])) if things else None


def take_assured(scene: Scene, word: int, *, cue: VerbCue, holder: int) -> Tie | None:
    """As in "assured passengers of a refund"."""
    sentence, others = scene.sentence, listeners(scene, word)
    near = [n for node in (word, *others) for n in sentence.children(node, "obl", "nmod")]
    things = [n for n in near if case_of(sentence, n) == "of" and not is_actor(scene, n)]
    return (others[0], tuple(things[:1])) if others and things else None


def take_subjunctive(scene: Scene, word: int, *, cue: VerbCue, holder: int) -> Tie | None:
    """As in "insisted that the state sell": a bare verb, or one with "must" or "should"."""
    sentence = scene.sentence
    for content in sentence.children(word, "ccomp"):
        helpers, subject = auxiliaries(sentence, content), subject_of(sentence, content)
        is_duty = subject is not None and bool({"must", "should"} & set(helpers)) and can_hold(scene, subject)
        if subject is not None and same_actor(scene, subject, holder):
            continue
        if subject is not None and (is_duty or is_bare(sentence, content)):
            return subject if can_hold(scene, subject) else None, (content,)
    return None


def is_bare(sentence: Sentence, verb: int) -> bool:
    """Whether a clause stands in the subjunctive: "that it sell", "that it be sold"."""
    helpers = auxiliaries(sentence, verb)
    return not is_infinitive(sentence, verb) and (
        set(helpers) == {"be"} or (sentence.xpos[verb] == "VB" and not helpers)
    )


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


def take_penalty(scene: Scene, word: int, *, cue: VerbCue, holder: int) -> Tie | None:
    """As in "warned that anyone who skips work will be dismissed", "warned that offenders face a fine"."""
    sentence = scene.sentence
    for content in list_told(sentence, word):
        if is_penalty(scene, content) and not is_opinion(scene, holder):
            return subject_of(sentence, content), (content,)
    return None


def take_penalty_unless(scene: Scene, word: int, *, cue: VerbCue, holder: int) -> Tie | None:
    """As in "the captives will be killed unless the road is opened, the militia said"."""
    tie = take_penalty(scene, word, cue=cue, holder=holder)
    verbs = words_of("commitments", "penalty", "verbs")
    is_told = tie is not None and (
        is_ultimatum(scene, tie[1][0]) or is_any(scene, subject_of(scene.sentence, tie[1][0]) or 0)
    )
    return tie if tie and is_told and lemma(scene.sentence, tie[1][0]) in verbs else None


FORMS = {
    "assured": take_assured,
    "deed": take_deed,
    "of": take_of,
    "on_thing": take_on_thing,
    "on_to": take_on,
    "other_promise": take_promised,
    "other_to": take_other,
    "penalty": take_penalty,
    "penalty_unless": take_penalty_unless,
    "subjunctive": take_subjunctive,
    "that": take_that,
    "thing": take_thing,
    "to": take_to,
    "to_doing": take_doing,
    "with": take_with,
}
