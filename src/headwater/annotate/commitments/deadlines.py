"""Deadlines: by noun ("its Friday deadline"), by duty ("must file by"), by grant ("has until"), by expiry."""

from __future__ import annotations

from collections.abc import Iterator

from headwater.annotate.commitments.actors import (
    FIRST,
    THIRD,
    agrees,
    can_hold,
    find_antecedent,
    is_actor,
    is_opinion,
    same_actor,
)
from headwater.annotate.commitments.clause import (
    auxiliaries,
    base,
    case_of,
    has_mark,
    is_infinitive,
    is_negated,
    is_passive,
    lemma,
    lower,
    subject_of,
)
from headwater.annotate.commitments.draft import Draft
from headwater.annotate.commitments.forms import is_willed
from headwater.annotate.commitments.lists import verb_cues, words_of
from headwater.annotate.commitments.nouns import find_light_subject
from headwater.annotate.commitments.own import find_teller
from headwater.annotate.commitments.scene import Scene

LAST_DAY = frozenset({"by", "until", "till", "before", "within", "ahead", "in"})


def find_deadlines(scene: Scene) -> Iterator[Draft]:
    """All kinds of deadline in the sentence."""
    for word, pos in enumerate(scene.sentence.upos):
        if pos == "NOUN" and is_deadline(scene, word):
            yield from read_noun(scene, word)
        elif pos in {"VERB", "ADJ"} or (pos == "AUX" and scene.sentence.rels[word] == "root") or is_state(scene, word):
            yield from read_duty(scene, word)
            yield from read_until(scene, word)
            yield from read_expiry(scene, word)


def is_state(scene: Scene, word: int) -> bool:
    """As in "it must be out by Friday"."""
    return scene.sentence.upos[word] == "ADV" and bool(scene.sentence.children(word, "cop"))


def is_deadline(scene: Scene, noun: int) -> bool:
    """Whether the noun, alone or with the one before it, means a last day."""
    key = lemma(scene.sentence, noun)
    pair = f"{lemma(scene.sentence, noun - 1)} {key}" if noun else key
    return key in words_of("deadlines", "nouns", "words") or pair in words_of("deadlines", "nouns", "pairs")


def read_noun(scene: Scene, noun: int) -> Iterator[Draft]:
    """As in "The bank's Friday deadline for offers"; "the deadline is Friday"; "set a deadline of Friday"."""
    what = [noun]
    head = scene.sentence.heads[noun]
    if has_gone_by(scene, noun):
        return
    if head >= 0 and case_of(scene.sentence, noun) == "as":
        what += [n for n in scene.sentence.children(head, "obj", "xcomp", "obl") if n in scene.heads]
    if head >= 0 and base(scene.sentence.rels[noun]) == "nsubj":
        what.append(head)
    if head >= 0 and scene.sentence.rels[noun] in {"obj", "nsubj:pass", "obl:unmarked"}:
        what += [n for n in scene.sentence.children(head, "obl", "obl:tmod", "advmod") if n in scene.heads]
    holder = find_deadline_holder(scene, noun)
    yield Draft("deadline", "deadline_noun@1", noun, holder, None, tuple(what), "due", deed=False, past=True)


def has_gone_by(scene: Scene, noun: int) -> bool:
    """Whether it is told to be over ("the deadline passed in August"), or to have been met in good time."""
    sentence, head = scene.sentence, scene.sentence.heads[noun]
    if head < 0:
        return False
    is_over = lemma(sentence, head) in words_of("deadlines", "gone_by", "verbs")
    if is_over and sentence.xpos[head] in {"VBD", "VBN"} and sentence.rels[noun] == "nsubj":
        return True
    marks = sentence.children(noun, "case")
    is_before = bool(marks) and lower(sentence, marks[0]) == "before"
    return is_before and any(n < marks[0] and scene.is_time(n) for n in sentence.subtree(noun))


def find_deadline_holder(scene: Scene, noun: int) -> int | None:
    """Who set it: its possessor, whoever sets it, or the one it is set by; else who is bound by it."""
    sentence = scene.sentence
    for child in sentence.children(noun, "nmod:poss"):
        if not scene.is_time(child):
            return child
    for verb in sentence.children(noun, "acl"):
        for agent in sentence.children(verb, "obl"):
            if case_of(sentence, agent) == "by" and is_actor(scene, agent):
                return agent
    for child in sentence.children(noun, "nmod"):
        if case_of(sentence, child) in {"by", "from"} and is_actor(scene, child):
            return child
    for child in sentence.children(noun, "compound", "amod", "nmod"):
        if not scene.is_time(child) and scene.is_name(child) and case_of(sentence, child) in {"", "by", "from"}:
            return child
    verb = sentence.heads[noun]
    is_moved = verb >= 0 and lemma(sentence, verb) in words_of("deadlines", "moved", "verbs")
    setter = None if is_moved and find_beneficiary(scene, noun) is not None else find_light_subject(scene, noun)
    if setter is None and case_of(sentence, noun) == "as":
        setter = subject_of(sentence, verb)
    return next((n for n in (setter, find_beneficiary(scene, noun), find_bound(scene, noun)) if n is not None), None)


def find_beneficiary(scene: Scene, noun: int) -> int | None:
    """Whom it is for: "the deadline for small firms", "the last day for shareholders to vote"."""
    sentence = scene.sentence
    near = [n for n in sentence.children(noun, "nmod") if case_of(sentence, n) == "for"]
    near += [
        s
        for n in sentence.children(noun, "acl")
        for s in sentence.children(n, "nsubj")
        if has_mark(sentence, n, {"for"})
    ]
    return next((n for n in near if is_actor(scene, n)), None)


def find_bound(scene: Scene, noun: int) -> int | None:
    """Who is bound by it, where nobody is said to have set it: "the firm faces a Friday deadline"."""
    sentence, verb = scene.sentence, scene.sentence.heads[noun]
    has_task = any(is_infinitive(sentence, n) for n in sentence.children(noun, "acl"))
    if verb >= 0 and sentence.rels[noun] == "appos":
        return verb if is_actor(scene, verb) else None
    if verb < 0 or sentence.rels[noun] not in ({"obj", "obl", "nmod"} if has_task else {"obj"}):
        return None
    verb = next((n for n in (verb, *sentence.ancestors(verb)) if sentence.upos[n] == "VERB"), verb)
    subject = subject_of(sentence, verb)
    return subject if subject is not None and is_actor(scene, subject) else None


def read_duty(scene: Scene, verb: int) -> Iterator[Draft]:
    """As in "must file by Friday": a deadline, or a demand where somebody else says so."""
    sentence = scene.sentence
    duty = find_duty(scene, verb)
    if duty is None:
        return
    bound = subject_of(sentence, duty)
    if not has_last_day(scene, verb):
        yield from read_order(scene, verb, duty=duty, bound=bound)
        return
    is_idle = "would" in auxiliaries(sentence, duty) and sentence.rels[duty] != "ccomp"
    if bound is None or is_idle or lower(sentence, bound) in FIRST:
        return
    if lemma(sentence, duty) == "need" and not is_willed(scene, verb):
        return  # "needs to win by Sunday" is a forecast
    speaker = find_demander(scene, duty, bound=bound)
    if speaker is not None:
        yield Draft(
            "demand", "said_must@1", find_telling(scene, duty) or duty, speaker, bound, (verb,), "due", deed=False
        )
    else:
        is_thing = is_passive(sentence, verb) and not is_actor(scene, bound)
        what = (bound, verb) if is_thing else (verb,)
        yield Draft("deadline", "must_by@1", duty, None if is_thing else bound, None, what, "due", deed=False)


def read_order(scene: Scene, verb: int, *, duty: int, bound: int | None) -> Iterator[Draft]:
    """As in "Melland must free the crew, the envoy said": a demand without a day, made of somebody named."""
    sentence = scene.sentence
    if bound is None or "must" not in auxiliaries(sentence, verb) or is_passive(sentence, verb):
        return
    is_plain = is_negated(sentence, verb) or not is_willed(scene, verb)
    speaker = None if is_plain or not scene.is_name(bound) else find_demander(scene, duty, bound=bound)
    if speaker is not None:
        yield Draft(
            "demand", "said_must_plain@1", find_telling(scene, duty) or duty, speaker, bound, (verb,), deed=False
        )


def find_duty(scene: Scene, verb: int) -> int | None:
    """The word that obliges: the verb itself under "must", or "have", "need", "required" above its infinitive."""
    sentence = scene.sentence
    if set(auxiliaries(sentence, verb)) & words_of("deadlines", "duty", "modals"):
        return verb
    head = sentence.heads[verb]
    if head < 0 or base(sentence.rels[verb]) != "xcomp" or not is_infinitive(sentence, verb):
        return None
    key = lemma(sentence, head)
    if (
        key in words_of("deadlines", "duty", "passives")
        and is_passive(sentence, head)
        and not sentence.children(head, "obl:agent")
    ):
        return head if key in {"require", "oblige", "bind"} else None
    return head if key in words_of("deadlines", "duty", "verbs") and not sentence.children(head, "obj") else None


def has_last_day(scene: Scene, verb: int) -> bool:
    """Whether a time with "by" or the like stands in the clause."""
    inside = set(scene.sentence.subtree(verb))
    return any(head in inside and case_near(scene, head) in LAST_DAY for head in scene.heads)


def case_near(scene: Scene, head: int) -> str:
    """The preposition of a time, or of the phrase it closes."""
    own = case_of(scene.sentence, head)
    if "no later than" in " ".join(lower(scene.sentence, n) for n in range(max(0, head - 6), head)):
        return "by"
    above = scene.sentence.heads[head]
    return own if own not in {"", "of"} or above < 0 else case_of(scene.sentence, above)


def find_telling(scene: Scene, duty: int) -> int | None:
    """The verb that tells of a duty, above it or set beside it: "…, the governor said"."""
    sentence, head = scene.sentence, scene.sentence.heads[duty]
    if head >= 0 and sentence.rels[duty] in {"ccomp", "parataxis"} and sentence.upos[head] == "VERB":
        return head
    beside = [n for n in sentence.children(duty, "parataxis") if lemma(sentence, n) in verb_cues()]
    return beside[0] if beside else None


def find_demander(scene: Scene, duty: int, *, bound: int) -> int | None:
    """Who says that somebody else must."""
    sentence, head = scene.sentence, find_telling(scene, duty)
    if head is None:
        return None
    speaker = subject_of(sentence, head)
    if speaker is not None and is_told_about(scene, head, bound=bound) and can_hold(scene, speaker):
        return speaker
    if (
        speaker is None
        or same_actor(scene, bound, speaker)
        or is_opinion(scene, speaker)
        or not can_hold(scene, speaker)
    ):
        return None
    return speaker


def is_told_about(scene: Scene, telling: int, *, bound: int) -> bool:
    """As in "told the school it must be out": the pronoun stands for whoever is told."""
    others = [n for n in scene.sentence.children(telling, "iobj", "obj") if is_actor(scene, n)]
    is_pronoun = lower(scene.sentence, bound) in {"it", "they"}
    return (
        is_pronoun
        and lemma(scene.sentence, telling) in {"tell", "inform", "notify"}
        and any(agrees(scene, bound, n) for n in others)
    )


def read_until(scene: Scene, verb: int) -> Iterator[Draft]:
    """As in "have until Sunday to claim"; "gave the firm until June to sell"."""
    sentence, key = scene.sentence, lemma(scene.sentence, verb)
    if not any(sentence.heads[head] == verb or verb in sentence.ancestors(head) for head in scene.heads):
        return
    times = [n for n in sentence.children(verb, "obj", "obl") if n in scene.heads]
    lengths = [n for n in times if not case_of(sentence, n) and scene.heads[n].type == "DURATION"]
    ends = [n for n in scene.heads if case_near(scene, n) in {"until", "till"}]
    if not lengths and not ends:
        return
    below = [c for n in (verb, *times) for c in sentence.children(n, "xcomp", "advcl", "acl")]
    wanted = [c for c in below if is_infinitive(sentence, c)]
    is_free = not any(n not in times for n in sentence.children(verb, "obj"))
    is_bare = any(n in times for n in ends) and can_hold_subject(scene, verb)
    if key in words_of("deadlines", "until", "have") and (lengths or is_free) and (wanted or is_bare):
        bound = subject_of(sentence, verb)
        speaker = find_teller(scene, verb) if bound is not None and lower(sentence, bound) == "you" else None
        holder, to = (bound, None) if speaker is None else (speaker, bound)
        yield Draft("deadline", "have_until@1", verb, holder, to, (verb, *wanted), "due", deed=False)
    elif key in words_of("deadlines", "until", "give") and (wanted or not lengths):
        yield from read_grant(scene, verb, wanted=wanted)


def can_hold_subject(scene: Scene, verb: int) -> bool:
    """Whether the verb's subject is somebody who can be bound."""
    subject = subject_of(scene.sentence, verb)
    return subject is not None and can_hold(scene, subject)


def read_grant(scene: Scene, verb: int, *, wanted: list[int]) -> Iterator[Draft]:
    """As in "gave the firm until June", "was given until June": it binds whoever is given the time."""
    sentence = scene.sentence
    others = sentence.children(verb, "iobj", "obj")
    if is_passive(sentence, verb):
        bound, agent = (next(iter(sentence.children(verb, rel)), None) for rel in ("nsubj:pass", "obl:agent"))
        what = (verb, *wanted)
        who, to = (bound, None) if agent is None else (agent, bound)
        yield Draft("deadline", "given_until@1", verb, who, to, what, "due", deed=False)
    elif others and lower(sentence, others[0]).endswith(("self", "selves")):
        yield Draft("deadline", "give_until@1", verb, subject_of(sentence, verb), None, (verb, *wanted), "due")
    elif others and subject_of(sentence, verb) is not None and is_actor(scene, others[0]):
        yield Draft("deadline", "give_until@1", verb, others[0], None, (verb, *wanted), "due")


def read_expiry(scene: Scene, verb: int) -> Iterator[Draft]:
    """As in "the truce expires on Thursday", "applications close on 14 May", "the payment is due on 1 July"."""
    subject = subject_of(scene.sentence, verb)
    if subject is None or is_deadline(scene, subject) or is_actor(scene, subject):
        return
    if not runs_out(scene, verb, subject=subject):
        return
    owners = [n for n in scene.sentence.children(subject, "nmod:poss") if not scene.is_time(n)]
    owners = [n for n in owners if lower(scene.sentence, n) not in THIRD or find_antecedent(scene, n) is not None]
    givers = [n for n in scene.sentence.children(subject, "nmod") if case_of(scene.sentence, n) in {"by", "from"}]
    owners += [n for n in givers if is_actor(scene, n)]
    bound = [n for n in (find_beneficiary(scene, subject),) if n is not None]
    what = (subject, verb) if scene.sentence.rels[verb] == "acl:relcl" else (verb,)
    yield Draft("deadline", "expires@1", verb, next(iter((*owners, *bound)), None), None, what, "due", deed=False)


def runs_out(scene: Scene, verb: int, *, subject: int) -> bool:
    """Whether the verb says that the time for its subject ends."""
    sentence, key, thing = scene.sentence, lemma(scene.sentence, verb), lemma(scene.sentence, subject)
    if key in words_of("deadlines", "expiry", "verbs"):
        return True
    if key in {"accept", "receive"} and is_passive(sentence, verb):
        return any(case_near(scene, n) in {"until", "till"} for n in scene.heads)
    if key in {"valid", "good"}:
        return any(case_near(scene, n) in {"until", "till", "through"} for n in scene.heads)
    if key == "run" and thing in words_of("deadlines", "expiry", "terms"):
        return any(case_near(scene, n) in {"until", "till", "through"} for n in scene.heads)
    if key == "run":
        return any(lower(sentence, n) == "out" for n in sentence.children(verb, "compound:prt", "advmod"))
    if key in {"end", "close"}:
        return thing in words_of("deadlines", "expiry", "terms" if key == "end" else "entries")
    return key == "due" and thing in words_of("deadlines", "expiry", "payments")
