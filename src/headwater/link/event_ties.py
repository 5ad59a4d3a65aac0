"""What ties two events: the same sentence, the same type and parties, nearly the same words, or likely the same deed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from headwater.link.averages import join_on_average
from headwater.link.groups import Groups
from headwater.link.repeats import Place
from headwater.link.sameness import Sameness, find_pairs
from headwater.link.told_events import (
    Parties,
    Told,
    have_other_parties,
    is_apart,
    is_opposed,
    plain_words,
    speak_against,
)
from headwater.model.story import NoteRef, Story

CROWDED = 400
"""Events that may share a type and a party before the pair says nothing."""
REWORDED = 0.6
"""Share of the shorter sentence's content words by which two sentences tell one event."""
FEWEST = 7
"""Content words a sentence must have for that."""
LIKELY = 0.65
"""Likelihood from which events told in other words are one."""
SAME_WORD = 0.4
EACH_PARTY = 0.3
SAME_DAY = 0.2


@dataclass(frozen=True, slots=True)
class Match:
    """Two events and what ties them."""

    one: Told
    other: Told
    score: float
    reason: str


def find_copied(told: Iterable[Told]) -> Iterator[Match]:
    """Each event with the first of its type that stands in the same sentence."""
    first: dict[tuple[str, Place], Told] = {}
    for one in told:
        known = first.setdefault((one.event.type, one.place), one) if one.place else one
        if known is not one:
            yield Match(known, one, 1.0, "same sentence")


def find_reworded(told: Sequence[Told]) -> Iterator[Match]:
    """Pairs of one type and one word for the deed whose sentences have most of their words in common."""
    by_word: dict[tuple[str, frozenset[str]], list[Told]] = defaultdict(list)
    for one in told:
        if one.place and one.words:
            by_word[one.event.type, one.words].append(one)
    content = {one.ref: list_content(one) for one in told}
    for same in by_word.values():
        for one, other in combinations(same if len(same) <= CROWDED else (), 2):
            share = share_words(content[one.ref], content[other.ref])
            if share >= REWORDED and not (is_opposed(one.event, other.event) or is_apart(one.days, other.days)):
                yield Match(one, other, round(share * SAME_WORD, 3), f"{one.event.type.lower()}: nearly the same words")


def list_content(one: Told) -> frozenset[str]:
    """The content words of an event's sentence."""
    return frozenset(one.place[1] or one.place[0]) - plain_words() if one.place else frozenset()


def share_words(words: frozenset[str], others: frozenset[str]) -> float:
    """Share of the shorter sentence's content words that the other has; 0 where it has few."""
    fewest = min(len(words), len(others))
    return len(words & others) / fewest if fewest >= FEWEST else 0.0


def find_candidates(told: Iterable[Told]) -> Iterator[tuple[Told, Told]]:
    """Pairs of one type that share a party, each once, in order."""
    listed = list(told)
    by_key: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, told_event in enumerate(listed):
        for party in told_event.actor | told_event.recipient:
            by_key[told_event.event.type, party].append(number)
    pairs = {pair for numbers in by_key.values() if len(numbers) <= CROWDED for pair in combinations(numbers, 2)}
    for first, second in sorted(pairs):
        yield listed[first], listed[second]


def compare(one: Told, other: Told) -> Match | None:
    """The tie between two events, or None where a part speaks against it or too little for it."""
    if is_opposed(one.event, other.event) or is_apart(one.days, other.days):
        return None
    shared = [a & b for a, b in ((one.actor, other.actor), (one.recipient, other.recipient))]
    if have_other_parties(one, other):
        return None
    words = one.words & other.words
    parties = sum(map(bool, shared))
    same_day = one.days is not None and one.days == other.days
    alone = not (one.recipient or other.recipient)
    if parties < 2 and not (parties and words and (alone or same_day)):
        return None
    score = SAME_WORD * bool(words) + EACH_PARTY * parties + SAME_DAY * same_day
    reason = f"{one.event.type.lower()}: same {', '.join(tell_parts(shared, words, same_day=same_day))}"
    return Match(one, other, round(min(score, 1.0), 3), reason)


def tell_parts(shared: list[Parties], words: frozenset[str], *, same_day: bool) -> Iterator[str]:
    """What two events have in common."""
    for part, parties in zip(("actor", "recipient"), shared, strict=True):
        if parties:
            yield part
    if words:
        yield f"word “{' '.join(sorted(words))}”"
    if same_day:
        yield "day"


def join_likely(story: Story, told: Sequence[Told], groups: Groups[NoteRef]) -> list[Match]:
    """Join groups whose events are told in other words but are likely one; what ties them."""
    by_ref = {one.ref: one for one in told}
    sameness = Sameness(story.readings, [one.trigger for one in told])

    def measure(one: NoteRef, other: NoteRef) -> float:
        return sameness.measure(by_ref[one].trigger, by_ref[other].trigger)

    def forbids(one: NoteRef, other: NoteRef) -> bool:
        return speak_against(by_ref[one], by_ref[other])

    distinct = list_distinct(told, groups)
    numbers = find_pairs([by_ref[ref].trigger for ref in distinct])
    pairs = ((distinct[one], distinct[other]) for one, other in numbers)
    joined = join_on_average(groups, pairs, measure=cache(measure), least=LIKELY, forbids=forbids)
    return [
        Match(
            by_ref[one],
            by_ref[other],
            round(measure(one, other), 3),
            f"{by_ref[one].event.type.lower()}: likely the same",
        )
        for one, other in joined
    ]


def list_distinct(told: Iterable[Told], groups: Groups[NoteRef]) -> list[NoteRef]:
    """One event of each group for every wording of it: copies say nothing new."""
    first: dict[tuple[NoteRef, str, frozenset[str]], NoteRef] = {}
    for one in told:
        first.setdefault((groups.root(one.ref), one.trigger.lemma, one.trigger.words), one.ref)
    return list(first.values())
