"""The rules in order, and what stays of what they find."""

from __future__ import annotations

from functools import lru_cache

from headwater.annotate.commitments.build import build
from headwater.annotate.commitments.deadlines import find_deadlines
from headwater.annotate.commitments.draft import Rule
from headwater.annotate.commitments.happenings import find_happenings
from headwater.annotate.commitments.headlines import is_headline, read_headline
from headwater.annotate.commitments.lasting import find_lasting
from headwater.annotate.commitments.lists import noun_cues, verb_cues, words_of
from headwater.annotate.commitments.nouns import find_nouns
from headwater.annotate.commitments.own import find_own
from headwater.annotate.commitments.scene import Scene, set_scenes
from headwater.annotate.commitments.schedule import find_schedule
from headwater.annotate.commitments.verbs import find_verbs
from headwater.model.notes import Commitment
from headwater.model.reading import Reading
from headwater.model.sentence import Sentence

RULES: tuple[Rule, ...] = (
    find_verbs,
    find_nouns,
    find_deadlines,
    find_own,
    find_schedule,
    find_happenings,
    find_lasting,
)
"""Earlier rules know better: where two find the same thing the first is kept."""
LAST = ("lasts_until", "moved_to")
"""Rules that only look for what no other rule has found to be due on a day."""
ROLES = frozenset({"body", "caption"})
"""Titles repeat the body in clipped grammar."""


def find_commitments(reading: Reading) -> tuple[Commitment, ...]:
    """The threats, promises, demands, deadlines and scheduled events of a report, in text order."""
    found: list[Commitment] = []
    for scene in set_scenes(reading):
        if scene.sentence.role in ROLES and (scene.times or has_cue(scene.sentence)):
            found.extend(read_scene(scene))
    return tuple(sorted(found, key=lambda c: (c.what[0] if c.what else c.span[0], c.span, c.commitment, c.rule)))


@lru_cache(maxsize=1)
def gate() -> frozenset[str]:
    """Lemmas without which a sentence that names no time holds no commitment."""
    words = words_of("commitments_scheduled", "said_to_come", "sure") | words_of("commitments", "future", "words")
    orders = words_of("commitments", "told_to_do", "words") | words_of("commitments", "told_to_give_way", "words")
    return frozenset(verb_cues()) | frozenset(noun_cues()) | words | orders


def has_cue(sentence: Sentence) -> bool:
    """Whether any cue word stands in the sentence."""
    return not gate().isdisjoint(map(str.casefold, sentence.lemmas)) or not gate().isdisjoint(sentence.words)


def read_scene(scene: Scene) -> list[Commitment]:
    """What the rules find in one sentence, each thing once."""
    if is_headline(scene.sentence) and (found := list(read_headline(scene))):
        return found
    kept: list[Commitment] = []
    for rule in RULES:
        for draft in rule(scene):
            commitment = build(scene, draft)
            if commitment is not None and not any(is_same(commitment, other) for other in kept):
                kept.append(commitment)
    return kept


def is_same(commitment: Commitment, other: Commitment) -> bool:
    """Whether two finds tell of one thing: a day once used is not used again for what lies inside or around it."""
    if commitment.rule.startswith(LAST):
        return is_same_day(commitment, other)
    if not any(a.meets(b) for a in commitment.what for b in other.what):
        return False
    if commitment.rule.startswith("happening"):
        return other.commitment == "scheduled" or is_same_day(commitment, other)
    if is_same_day(commitment, other):
        if other.rule == "expires@1":
            return True
        return commitment.commitment == other.commitment or "deadline" not in {commitment.commitment, other.commitment}
    if commitment.commitment != other.commitment or (commitment.due and other.due):
        return False
    return any(a.holds(b) or b.holds(a) for a in commitment.what for b in other.what)


def is_same_day(commitment: Commitment, other: Commitment) -> bool:
    """Whether both took their due date from the same words."""
    return commitment.due is not None and other.due is not None and commitment.due.span == other.due.span
