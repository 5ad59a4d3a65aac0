"""What somebody says in their own words that they will do: "We will close the port by Friday", "it will strike unless …"."""

from __future__ import annotations

from collections.abc import Iterator

from headwater.annotate.commitments.actors import FIRST, can_hold, is_opinion, is_ours, same_actor
from headwater.annotate.commitments.clause import (
    auxiliaries,
    base,
    climb,
    is_future,
    is_negated,
    is_passive,
    lemma,
    lower,
    rel_of,
    subject_of,
)
from headwater.annotate.commitments.draft import Draft
from headwater.annotate.commitments.forms import is_willed
from headwater.annotate.commitments.harm import is_harm, is_ultimatum
from headwater.annotate.commitments.lists import verb_cues, words_of
from headwater.annotate.commitments.plain import is_plain_deed
from headwater.annotate.commitments.scene import Scene
from headwater.model.notes import CommitmentKind

TOLD = frozenset({"ccomp", "parataxis"})


def find_own(scene: Scene) -> Iterator[Draft]:
    """A draft for each "will" of a holder that is no verb cue's content."""
    for verb, pos in enumerate(scene.sentence.upos):
        yield from read_imperative(scene, verb)
        yield from read_or_else(scene, verb)
        yield from read_consequences(scene, verb)
        if pos != "VERB" or not is_future(scene.sentence, verb) or not is_willed(scene, verb):
            continue
        subject = subject_of(scene.sentence, verb)
        if subject is None or is_passive(scene.sentence, verb) or is_opinion(scene, subject):
            continue
        first = lower(scene.sentence, subject) in FIRST or is_ours(scene, subject)
        if first:
            yield from read_first_person(scene, verb, subject=subject)
        elif lemma(scene.sentence, verb) in words_of("commitments", "readiness", "words"):
            yield from read_readiness(scene, verb, subject=subject)
        elif not can_hold(scene, subject) and is_ultimatum(scene, verb) and is_pressed(scene, verb):
            yield Draft(
                "threat", "will_unless@1", verb, find_teller(scene, verb), None, (verb,), "due or condition", deed=False
            )
        elif can_hold(scene, subject) and is_ultimatum(scene, verb) and is_own_threat(scene, verb, subject=subject):
            holder = find_teller(scene, verb)
            who = subject if holder is None else holder
            yield Draft("threat", "will_unless@1", verb, who, None, (verb,), "due or condition", deed=False)


def read_imperative(scene: Scene, verb: int) -> Iterator[Draft]:
    """As in "Free them now," the minister said."""
    sentence = scene.sentence
    if sentence.xpos[verb] != "VB" or sentence.children(verb, "nsubj", "aux", "mark") or sentence.upos[verb] != "VERB":
        return
    is_order = lemma(sentence, verb) in words_of("commitments", "told_to_do", "words") or gives_way(scene, verb)
    speaker = find_teller(scene, verb) if is_order and not is_negated(sentence, verb) else None
    if speaker is not None and can_hold(scene, speaker) and not is_opinion(scene, speaker):
        yield Draft("demand", "imperative@1", verb, speaker, None, (verb,), deed=False)


def gives_way(scene: Scene, verb: int) -> bool:
    """As in "Get your boats out", "Bring our sons home", "Give back our land"."""
    sentence = scene.sentence
    if lemma(sentence, verb) not in words_of("commitments", "told_to_give_way", "words"):
        return False
    ways = words_of("commitments", "told_to_give_way", "ways")
    goes = any(lower(sentence, n) in ways for n in sentence.subtree(verb))
    owners = [lower(sentence, o) for n in sentence.children(verb, "obj") for o in sentence.children(n, "nmod:poss")]
    return goes and bool({"our", "your", "my"} & set(owners))


def read_or_else(scene: Scene, verb: int) -> Iterator[Draft]:
    """As in "Pay by Friday or lose your homes", "Touch the ship and you will pay"."""
    sentence = scene.sentence
    if sentence.xpos[verb] != "VB" or sentence.children(verb, "nsubj", "aux", "mark") or sentence.upos[verb] != "VERB":
        return
    for other in sentence.children(verb, "conj"):
        joined = {lower(sentence, n) for n in sentence.children(other, "cc")} & {"or", "and"}
        you = any(lower(sentence, n) == "you" for n in sentence.children(other, "nsubj")) and is_future(sentence, other)
        suffers = lemma(sentence, other) in words_of("commitments", "or_else", "verbs")
        speaker = find_teller(scene, verb) if joined and suffers and (you or "or" in joined) else None
        if speaker is not None and can_hold(scene, speaker) and not is_opinion(scene, speaker):
            yield Draft("threat", "or_else@1", verb, speaker, None, (verb,), deed=False)


def read_consequences(scene: Scene, verb: int) -> Iterator[Draft]:
    """As in "There will be consequences if the ships are not released, the premier said"."""
    sentence = scene.sentence
    if lemma(sentence, verb) != "be" or not sentence.children(verb, "expl") or not is_future(sentence, verb):
        return
    harms = words_of("commitments", "harm", "nouns")
    harm = next((n for n in sentence.children(verb, "nsubj", "obj") if lemma(sentence, n) in harms), None)
    speaker = find_teller(scene, verb) if harm is not None and not is_negated(sentence, verb) else None
    if harm is not None and speaker is not None and can_hold(scene, speaker) and not is_opinion(scene, speaker):
        yield Draft("threat", "there_will_be@1", verb, speaker, None, (harm,), "due or condition", deed=False)


def is_pressed(scene: Scene, verb: int) -> bool:
    """As in "Deliveries will stop unless the debt is settled, the supplier said": a thing is stopped by whoever says so."""
    teller = find_teller(scene, verb)
    presses = lemma(scene.sentence, verb) in words_of("commitments", "pressure", "words")
    return presses and teller is not None and can_hold(scene, teller) and not is_opinion(scene, teller)


def read_readiness(scene: Scene, verb: int, *, subject: int) -> Iterator[Draft]:
    """As in "will not hesitate to use force"."""
    sentence = scene.sentence
    for deed in sentence.children(verb, "xcomp"):
        objects = {lemma(sentence, n) for n in sentence.children(deed, "obj")}
        harms = is_harm(scene, deed) or bool(objects & words_of("commitments", "readiness", "means"))
        if (
            harms
            and any(lower(sentence, n) in {"not", "n't", "n’t"} for n in sentence.children(verb, "advmod"))
            and can_hold(scene, subject)
        ):
            yield Draft("threat", "not_hesitate@1", verb, subject, None, (verb,), deed=False)


def find_teller(scene: Scene, verb: int) -> int | None:
    """Who says so in the sentence: the holder of the threat, also for the members of a body."""
    frame = find_frame(scene, verb)
    if frame is None or not (scene.sentence.rels[verb] in TOLD or scene.sentence.rels[frame] in TOLD):
        return None
    return subject_of(scene.sentence, frame)


def read_first_person(scene: Scene, verb: int, *, subject: int) -> Iterator[Draft]:
    """As in "We will close the port by Friday", whoever "we" are."""
    frame = find_frame(scene, verb)
    uttered = lemma(scene.sentence, frame) if frame is not None else ""
    harms = is_harm(scene, verb) or is_ultimatum(scene, verb) or uttered in {"threaten", "warn"}
    kind: CommitmentKind = "threat" if harms else "promise"
    quoted = scene.speaker(scene.sentence.spans[subject]) is not None
    needs = "" if harms or uttered in {"vow", "promise", "pledge", "swear"} else "due or condition"
    if needs and is_plain_deed(scene, verb) and scene.sentence.rels[verb] not in {"advcl", "acl", "acl:relcl"}:
        needs = "day sets apart"
    speaker = subject_of(scene.sentence, frame) if frame is not None else None
    if speaker is not None or (quoted and lower(scene.sentence, subject) in FIRST):
        holder = subject if quoted and lower(scene.sentence, subject) in FIRST else speaker
        yield Draft(kind, "own_will@1", verb, holder, None, (verb,), needs, deed=False)


def find_frame(scene: Scene, verb: int) -> int | None:
    """The verb of speech above or beside a clause."""
    sentence = scene.sentence
    near = [head for _, head in climb(sentence, verb)] + list(sentence.children(verb, "parataxis"))
    shouts = words_of("commitments", "told_to_give_way", "frames") if sentence.xpos[verb] == "VB" else frozenset[str]()
    return next(
        (n for n in near if sentence.upos[n] == "VERB" and lemma(sentence, n) in verb_cues().keys() | shouts), None
    )


def is_own_threat(scene: Scene, verb: int, *, subject: int) -> bool:
    """Whether it is the doer's; in the report's own voice "will" must go with a deed that presses somebody."""
    key = lemma(scene.sentence, verb)
    presses = is_harm(scene, verb) or key in words_of("commitments", "pressure", "words")
    is_told = find_frame(scene, verb) is not None or "would" in auxiliaries(scene.sentence, verb)
    return (presses or is_told) and is_own(scene, verb, subject=subject)


def is_own(scene: Scene, verb: int, *, subject: int) -> bool:
    """Whether no other person's forecast is told: the speaker above, if there is one, is the doer."""
    sentence, word = scene.sentence, verb
    while (head := sentence.heads[word]) >= 0:
        if base(rel_of(sentence, word)) in {"ccomp", "parataxis"} and sentence.upos[head] == "VERB":
            if lemma(sentence, head) in verb_cues() and sentence.rels[word] == "ccomp":
                speaker = subject_of(sentence, head)
                return speaker is not None and speaks_for(scene, speaker, subject=subject)
            return False
        word = head
    return True


def speaks_for(scene: Scene, speaker: int, *, subject: int) -> bool:
    """Whether the speaker is the doer, or a body that speaks for its members ("the union said")."""
    if is_opinion(scene, speaker):
        return False
    is_body = lemma(scene.sentence, speaker) in words_of("commitments_actors", "bodies", "words")
    return same_actor(scene, subject, speaker) or is_body
