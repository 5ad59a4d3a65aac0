"""What is to last until a day, and what was moved to one: "schools are closed until 14 May", "the vote was put off to Friday"."""

from __future__ import annotations

from collections.abc import Iterator

from headwater.annotate.commitments.actors import is_person
from headwater.annotate.commitments.clause import (
    auxiliaries,
    case_of,
    is_infinitive,
    is_negated,
    lemma,
    lower,
    subject_of,
)
from headwater.annotate.commitments.deadlines import is_deadline
from headwater.annotate.commitments.draft import Draft
from headwater.annotate.commitments.happenings import is_later
from headwater.annotate.commitments.lists import words_of
from headwater.annotate.commitments.scene import Scene
from headwater.annotate.commitments.schedule import holder_of
from headwater.model.notes import CommitmentKind

ENDS = frozenset({"until", "till", "through"})
"""Before the last day of what goes on."""
PARTS = frozenset({"the", "night", "day", "morning", "evening", "afternoon"})
"""Of a day that passes: "burned through the night"."""
TARGETS = frozenset({"to", "until", "till"})
"""Before the day something is moved to."""


def find_lasting(scene: Scene) -> Iterator[Draft]:
    """A draft for each clause that says how long something goes on, or to which day it was moved."""
    for head in scene.heads:
        verb, mark = find_clause(scene, head), case_of(scene.sentence, head)
        if verb is None:
            continue
        if mark in TARGETS and is_moving(scene, verb):
            yield from read_moved(scene, verb, head=head)
        elif (mark in ENDS or is_not_before(scene, verb, head=head)) and goes_on(scene, verb, head=head):
            subject = subject_of(scene.sentence, verb)
            holder = holder_of(scene, subject, verb=verb) if subject is not None else None
            yield Draft("scheduled", "lasts_until@1", verb, holder, None, (verb,), "due", deed=False, day=head)


def find_clause(scene: Scene, head: int) -> int | None:
    """The verb or adjective whose clause a time closes."""
    sentence = scene.sentence
    for node in sentence.ancestors(head):
        if sentence.upos[node] in {"VERB", "AUX"} or sentence.children(node, "cop"):
            return node
    return None


def is_not_before(scene: Scene, verb: int, *, head: int) -> bool:
    """As in "will not be restored before 20 May", "and not before 12 October"."""
    sentence = scene.sentence
    place = next(iter(sentence.children(head, "case")), head)
    is_beside = place > 0 and lower(sentence, place - 1) == "not"
    return case_of(sentence, head) == "before" and (is_beside or is_negated(sentence, verb))


def goes_on(scene: Scene, verb: int, *, head: int) -> bool:
    """Whether a clause tells of what still goes on: its last day lies after the report, or its verb is no past tense."""
    sentence, subject, time = scene.sentence, subject_of(scene.sentence, verb), scene.heads[head]
    if subject is None or is_person(scene, subject) or is_infinitive(sentence, verb):
        return False
    words = {lower(sentence, n) for n in sentence.words_in(time.span)}
    if time.type == "DURATION" or words <= PARTS or len(time.value) < len("2031-05"):
        return False
    if is_later(scene, time):
        return True
    helpers = {*auxiliaries(sentence, verb), *(lower(sentence, n) for n in sentence.children(verb, "cop", "aux:pass"))}
    return bool(helpers & {"will", "would", "is", "are"}) or sentence.xpos[verb] in {"VBZ", "VBP"}


def is_moving(scene: Scene, verb: int) -> bool:
    """Whether a verb, with its particle where it needs one, gives something another day."""
    key, sentence = lemma(scene.sentence, verb), scene.sentence
    if key not in words_of("deadlines", "moving", "verbs"):
        return False
    near = {lower(sentence, n) for n in sentence.children(verb, "compound:prt", "advmod", "xcomp")}
    needs = key in words_of("deadlines", "moving", "need_particle")
    return not needs or bool(near & words_of("deadlines", "moving", "particles"))


def read_moved(scene: Scene, verb: int, *, head: int) -> Iterator[Draft]:
    """As in "was brought forward to 7 May", "put back its strike threat to Sunday", "postponed the vote from Monday to Friday"."""
    sentence = scene.sentence
    things = [n for n in sentence.children(verb, "obj", "nsubj:pass") if not scene.is_time(n)]
    for thing in things[:1]:
        is_limit = is_deadline(scene, thing) or lemma(sentence, thing) in words_of("deadlines", "moving", "limits")
        kind: CommitmentKind = "deadline" if is_limit else "scheduled"
        yield Draft(kind, "moved_to@1", verb, None, None, (thing, head), "due", deed=False, day=head)
