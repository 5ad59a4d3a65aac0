"""What a verb of threat, promise or demand governs, one form after another."""

from __future__ import annotations

from headwater.annotate.commitments.actors import FIRST, THIRD, agrees, can_hold, is_actor, is_opinion, same_actor
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
from headwater.annotate.commitments.harm import is_any, is_penalty, is_told_of, is_ultimatum
from headwater.annotate.commitments.lists import VerbCue, words_of
from headwater.annotate.commitments.scene import Scene
from headwater.model.sentence import Sentence

OPENING = frozenset({"“", "«", "``"})
MARKS = OPENING | {'"', "”", "»", "''"}
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
        if cue.kind != "demand" and not is_future(scene.sentence, content) and not could_threaten(scene, word, content):
            continue
        subject = subject_of(scene.sentence, content)
        if cue.own and not is_own_deed(scene, content, subject=subject, holder=holder):
            continue
        other = subject if cue.kind == "demand" and subject is not None and can_hold(scene, subject) else None
        return other or next(iter(listeners(scene, word)), None), (content,)
    return None


def could_threaten(scene: Scene, word: int, content: int) -> bool:
    """As in "It could close two plants, its president threatened": whoever threatens leaves open whether it comes to pass."""
    possible = {"could", "may", "might"} & set(auxiliaries(scene.sentence, content))
    return lemma(scene.sentence, word) == "threaten" and bool(possible)


def list_told(sentence: Sentence, word: int) -> tuple[int, ...]:
    """The clauses a verb of speech tells: below it, or above it where it is set beside them ("…, it said, …")."""
    above = (sentence.heads[word],) if sentence.rels[word] == "parataxis" else ()
    addressed = (n for other in sentence.children(word, "iobj", "obj") for n in sentence.children(other, "acl"))
    return (*sentence.children(word, "ccomp"), *above, *(n for n in addressed if has_mark(sentence, n, {"that"})))


def is_own_deed(scene: Scene, content: int, *, subject: int | None, holder: int) -> bool:
    """Whether what is announced is something the holder will do on purpose."""
    if subject is None or is_passive(scene.sentence, content):
        return False
    kept_off = words_of("commitments", "no_deed", "kept_off")
    if (
        is_negated(scene.sentence, content)
        and lemma(scene.sentence, content) not in kept_off
        and not is_ultimatum(scene, content)
    ):
        return False  # a refusal
    if is_mouthpiece(scene, holder, subject=subject):
        return is_willed(scene, content)
    if is_quoted_third(scene, subject):
        return False
    return same_actor(scene, subject, holder) and is_willed(scene, content)


def is_mouthpiece(scene: Scene, holder: int, *, subject: int) -> bool:
    """Whether the one who speaks does so for the subject: "a spokesman", "its chairman"."""
    key = lemma(scene.sentence, holder)
    if key in words_of("commitments_actors", "mouthpieces", "words"):
        return is_actor(scene, subject)
    owners = scene.sentence.children(holder, "nmod:poss")
    if lower(scene.sentence, holder) in THIRD and lower(scene.sentence, subject) not in THIRD | FIRST:
        return is_actor(scene, subject) and agrees(scene, holder, subject)  # "Sellafin will create jobs, it said"
    return bool(owners) and lower(scene.sentence, owners[0]) in {"its", "their"} and is_actor(scene, subject)


def is_quoted_third(scene: Scene, subject: int) -> bool:
    """Whether a "she" or "they" stands between quotation marks: speakers call themselves "I" and "we"."""
    sentence = scene.sentence
    if lower(sentence, subject) not in THIRD:
        return False
    before = [word for word in sentence.words[:subject] if word in MARKS]
    return bool(before) and (before[-1] in OPENING or (before[-1] == '"' and before.count('"') % 2 == 1))


def listeners(scene: Scene, word: int) -> list[int]:
    """Whom the verb addresses: "told the council", "promised voters"."""
    found = scene.sentence.children(word, "iobj", "obj")
    return [n for n in found if is_actor(scene, n)]


def is_willed(scene: Scene, verb: int) -> bool:
    """Whether the verb is something done on purpose."""
    sentence, key = scene.sentence, lemma(scene.sentence, verb)
    if sentence.upos[verb] != "VERB" or key not in words_of("commitments", "unwilled", "words"):
        return sentence.upos[verb] == "VERB"
    if not sentence.children(verb, "obj"):
        return False
    beside = {lower(sentence, n) for n in sentence.children(verb, "advmod", "compound:prt", "xcomp")}
    is_made = key == "have" and bool(beside & words_of("commitments", "causative", "words"))
    return is_made or key in words_of("commitments", "transitive", "words")


def take_thing(scene: Scene, word: int, *, cue: VerbCue, holder: int) -> Tie | None:
    """As in "vowed revenge", "demanded the release of the crew"."""
    is_gift = lemma(scene.sentence, word) in {"pledge", "vow"}
    things = [n for n in scene.sentence.children(word, "obj") if not scene.is_time(n)]
    things = [n for n in things if is_gift or is_deed_asked(scene, n) or not is_actor(scene, n)]
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
    is_known = any(lower(scene.sentence, n) in {"the", "this", "that"} for n in scene.sentence.children(noun, "det"))
    return key in words_of("commitments", "action_nouns", "words") or (key.endswith(endings) and not is_known)


def take_with(scene: Scene, word: int, *, cue: VerbCue, holder: int) -> Tie | None:
    """As in "threatened the firm with a fine"."""
    sentence = scene.sentence
    others = [n for n in sentence.children(word, "obj") if is_actor(scene, n)]
    near = [
        *sentence.children(word, "obl", "advcl"),
        *(n for other in others for n in sentence.children(other, "nmod")),
    ]
    means = [n for n in near if has_mark(sentence, n, {"with"})]
    return (others[0], tuple(means[:1])) if others and means else None


def take_other(scene: Scene, word: int, *, cue: VerbCue, holder: int) -> Tie | None:
    """As in "ordered the mill to clean the river"."""
    sentence = scene.sentence
    others = sentence.children(word, "obj", "iobj")
    below = [
        *sentence.children(word, "xcomp", "ccomp", "advcl"),
        *(n for o in others for n in sentence.children(o, "acl")),
    ]
    contents = [c for c in below if is_infinitive(sentence, c)]
    if not others or not contents or scene.is_time(others[0]):
        return None
    if cue.needs and not can_hold(scene, others[0]) and sentence.upos[others[0]] != "PRON":
        return None
    return others[0], tuple(contents[:1])


def take_promised(scene: Scene, word: int, *, cue: VerbCue, holder: int) -> Tie | None:
    """As in "promised voters a referendum"."""
    sentence = scene.sentence
    to, things = sentence.children(word, "iobj"), sentence.children(word, "obj")
    things = things or tuple(n for n in sentence.children(word, "xcomp") if sentence.upos[n] == "NOUN")
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


def take_for_thing(scene: Scene, word: int, *, cue: VerbCue, holder: int) -> Tie | None:
    """As in "asked for a list by Friday": whatever is asked for by a day is to be done by somebody."""
    things = [n for n in scene.sentence.children(word, "obl") if case_of(scene.sentence, n) == "for"]
    things = [n for n in things if not scene.is_time(n) and not is_actor(scene, n)]
    return (None, tuple(things[:1])) if things else None


def take_other_for(scene: Scene, word: int, *, cue: VerbCue, holder: int) -> Tie | None:
    """As in "summoned the manager for Wednesday"."""
    sentence = scene.sentence
    others = [n for n in sentence.children(word, "obj") if is_actor(scene, n)]
    near = [n for node in (word, *others) for n in sentence.children(node, "obl", "nmod") if n in scene.heads]
    days = [n for n in near if case_of(sentence, n) in {"for", "on"}]
    is_told_what = take_other(scene, word, cue=cue, holder=holder) is not None
    return (others[0], tuple(days[:1])) if others and days and not is_told_what else None


def is_deed_asked(scene: Scene, noun: int) -> bool:
    """Whether a noun names what somebody else is to do: "resignation", "release"."""
    key = lemma(scene.sentence, noun)
    return key in words_of("commitments", "asked_deeds", "words") or key.endswith(("payment", "isation", "ization"))


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
        is_dated = any(content in sentence.ancestors(n) for n in scene.heads)
        is_meant = is_bare(sentence, content) or (is_plural_bare(sentence, content) and is_dated)
        if subject is not None and (is_duty or is_meant):
            return subject if can_hold(scene, subject) else None, (content,)
    return None


def is_plural_bare(sentence: Sentence, verb: int) -> bool:
    """As in "insisted that the troops leave", where the plural hides the subjunctive."""
    return sentence.xpos[verb] == "VBP" and lower(sentence, verb) == lemma(sentence, verb)


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
    subject = subject_of(scene.sentence, tie[1][0]) if tie else None
    is_told = tie is not None and (
        is_ultimatum(scene, tie[1][0])
        or (subject is not None and (is_any(scene, subject) or is_told_of(scene, subject)))
    )
    return tie if tie and is_told and lemma(scene.sentence, tie[1][0]) in verbs else None


FORMS = {
    "assured": take_assured,
    "deed": take_deed,
    "for_thing": take_for_thing,
    "of": take_of,
    "on_thing": take_on_thing,
    "on_to": take_on,
    "other_for": take_other_for,
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
