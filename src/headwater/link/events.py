"""The same event in several reports, or several times in one.

Two events are one when they are of one type, share an actor or a recipient, name no different party where both name one,
are not set on different days, and use the same word for the deed or share both parties.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from headwater.lexicon import load
from headwater.link.groups import Groups
from headwater.link.headlines import gather_headlines
from headwater.link.repeats import Place, find_place_in_sentence
from headwater.model.notes import Event
from headwater.model.reading import Reading
from headwater.model.span import Span, Spans
from headwater.model.story import Link, NoteRef, Story

CROWDED = 400
"""Events that may share a type and a party before the pair says nothing."""
OPPOSED = frozenset({"negated", "denied", "refused", "hypothetical"})
"""Stances that an event which happened cannot also have: what may happen is not what did."""
DONE = frozenset({"happened", "ongoing"})
REWORDED = 0.6
"""Share of the shorter sentence's content words by which two sentences tell one event."""
FEWEST = 7
"""Content words a sentence must have for that."""
SAME_WORD = 0.4
EACH_PARTY = 0.3
SAME_DAY = 0.2

Parties = frozenset[str]
Days = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Told:
    """An event with its parts made comparable."""

    ref: NoteRef
    event: Event
    actor: Parties
    recipient: Parties
    words: frozenset[str]
    """Lemmas of the trigger."""
    days: Days | None
    """First and last day its time means."""
    place: Place | None
    """Its words and those of its sentence."""


@dataclass(frozen=True, slots=True)
class Match:
    """Two events and what ties them."""

    one: Told
    other: Told
    score: float
    reason: str


def find_event_links(story: Story) -> tuple[Link, ...]:
    """Groups of notes that tell of one event."""
    told = list_told(story)
    groups: Groups[NoteRef] = Groups(one.ref for one in told)
    members = {one.ref: [one] for one in told}
    ties = list(find_copied(told))
    for copied in ties:
        merge(groups, members, copied)
    matches = [match for pair in find_candidates(told) if (match := compare(*pair))]
    matches += find_reworded(told)
    for match in sorted(matches, key=lambda m: (-m.score, m.one.ref, m.other.ref)):
        if join_all(groups, members, match):
            ties.append(match)
    return tuple(link_groups(groups, ties))


def list_told(story: Story) -> list[Told]:
    """The events of a story in order, those without any party and those a headline only sums up left out."""
    people = {ref: person.id for person in story.people for ref in person.actors}
    headlines = gather_headlines(story.readings)
    found = []
    for reading in story.readings:
        names = Names(reading, people)
        for number, event in enumerate(reading.events):
            actor, recipient = names.parties(event.actor), names.parties(event.recipient)
            if (actor or recipient) and not headlines.sum_up(reading, (*event.trigger, *event.actor, *event.recipient)):
                ref = (reading.report.id, number)
                words = names.lemmas_in(event.trigger)
                place = find_place_in_sentence(reading, event.trigger)
                found.append(Told(ref, event, actor, recipient, words, days_of(reading, event), place))
    return found


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


class Names:
    """What the spans of one reading are called across the story."""

    def __init__(self, reading: Reading, people: dict[tuple[str, str], str]) -> None:
        self._reading = reading
        self._people = people
        self._mentions = sorted((m.span, m.actor) for m in reading.mentions if m.actor)

    def parties(self, spans: Spans) -> Parties:
        """The people a party's spans stand for; its words where the report's actors do not hold it."""
        return frozenset(name for span in spans if (name := self.party(span)))

    def party(self, span: Span) -> str | None:
        """The widest mention inside the span, else its words without articles; None for an unresolved pronoun."""
        inside = [(m, actor) for m, actor in self._mentions if span.holds(m)]
        if inside:
            actor = max(inside, key=lambda pair: (pair[0].end - pair[0].start, -pair[0].start))[1]
            ref = (self._reading.report.id, str(actor))
            return self._people.get(ref, f"{ref[0]} {ref[1]}")
        words = [word for word in self._reading.report.quote(span).casefold().split() if word not in plain_words()]
        return " ".join(words) or None

    def lemmas_in(self, spans: Spans) -> frozenset[str]:
        """The lemmas of the trigger's words."""
        inside = (
            sentence.lemmas[word].lower()
            for span in spans
            for sentence in self._reading.sentences_in(span)
            for word in sentence.words_in(span)
        )
        return frozenset(inside) - plain_words()


@lru_cache(maxsize=1)
def plain_words() -> frozenset[str]:
    """Words that name nothing."""
    return frozenset(load("stopwords")["function"]["words"])


def days_of(reading: Reading, event: Event) -> Days | None:
    """The interval the event's time means."""
    time = next((t for t in reading.times if t.span == event.time), None)
    return (time.earliest, time.latest) if time and time.earliest and time.latest else None


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
    if any(a and b and not a & b for a, b in ((one.actor, other.actor), (one.recipient, other.recipient))):
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


def is_opposed(one: Event, other: Event) -> bool:
    """Whether one is told as done and the other as not done."""
    stances = {one.stance, other.stance}
    return len(stances) > 1 and bool(stances & OPPOSED) and bool(stances & DONE)


def is_apart(one: Days | None, other: Days | None) -> bool:
    """Whether two events are set on days that do not meet."""
    return bool(one and other and (one[1] < other[0] or other[1] < one[0]))


def join_all(groups: Groups[NoteRef], members: dict[NoteRef, list[Told]], match: Match) -> bool:
    """Join two groups unless a member of one speaks against a member of the other."""
    one, other = groups.root(match.one.ref), groups.root(match.other.ref)
    if one == other:
        return True
    if any(is_apart(a.days, b.days) or is_opposed(a.event, b.event) for a in members[one] for b in members[other]):
        return False
    merge(groups, members, match)
    return True


def merge(groups: Groups[NoteRef], members: dict[NoteRef, list[Told]], match: Match) -> None:
    """Make the groups of two events one."""
    one, other = groups.root(match.one.ref), groups.root(match.other.ref)
    joined = members.pop(one) + (members.pop(other) if other != one else [])
    groups.join(one, other)
    members[groups.root(one)] = joined


def link_groups(groups: Groups[NoteRef], ties: Iterable[Match]) -> Iterator[Link]:
    """A link for each group of two or more, with its weakest tie."""
    by_root: dict[NoteRef, list[Match]] = defaultdict(list)
    for match in ties:
        by_root[groups.root(match.one.ref)].append(match)
    for refs in groups.members():
        if len(refs) > 1:
            weakest = min(by_root[groups.root(refs[0])], key=lambda m: (m.score, m.one.ref, m.other.ref))
            yield Link("event", tuple(refs), weakest.score, weakest.reason)
