"""The events of a story with their parts made comparable, and what speaks against two of them being one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from headwater.lexicon import load
from headwater.link.headlines import gather_headlines
from headwater.link.repeats import Place, find_place_in_sentence
from headwater.link.triggers import Trigger, read_trigger
from headwater.model.notes import Event
from headwater.model.reading import Reading
from headwater.model.span import Span, Spans
from headwater.model.story import NoteRef, Story

OPPOSED = frozenset({"negated", "denied", "refused", "hypothetical"})
"""Stances that an event which happened cannot also have: what may happen is not what did."""
DONE = frozenset({"happened", "ongoing"})
GIVEN = frozenset({"promised", "threatened", "demanded", "refused"})
"""Stances of words that commit somebody; the deed is in what is promised."""
NAMED = frozenset({"PERSON", "ORG", "GPE"})
"""Labels of parties that have a name."""
Parties = frozenset[str]
Days = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Side:
    """Who acts or is acted upon."""

    named: Parties
    """Those that have a name, by the id of the person or body in the story."""
    words: Parties
    """Content words of the description."""
    is_further: bool
    """Whether somebody else than one spoken of before is meant ("another officer")."""


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
    trigger: Trigger
    sides: tuple[Side, Side]
    """Actor and recipient as the report's words have them."""


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
                trigger = read_trigger(reading, event.trigger)
                sides = names.describe(event.actor), names.describe(event.recipient)
                days = days_of(reading, event)
                found.append(Told(ref, event, actor, recipient, words, days, place, trigger, sides))
    return found


class Names:
    """What the spans of one reading are called across the story."""

    def __init__(self, reading: Reading, people: dict[tuple[str, str], str]) -> None:
        self._reading = reading
        self._people = people
        self._mentions = sorted((m.span, m.actor) for m in reading.mentions if m.actor)
        self._named = {m.span for m in reading.mentions if m.label in NAMED}

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

    def describe(self, spans: Spans) -> Side:
        """A party as the words of the report have it."""
        inside = ((m, actor) for m, actor in self._mentions if any(span.holds(m) for span in spans))
        refs = ((self._reading.report.id, str(actor)) for m, actor in inside if m in self._named)
        named = frozenset(self._people[ref] for ref in refs if ref in self._people)
        leads = {word for span in spans for word in self._reading.report.quote(span).casefold().split()[:2]}
        return Side(
            named,
            self.lemmas_in(spans),
            bool(leads & set(load("sameness_deeds")["further"]["words"])),
        )

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


def is_opposed(one: Event, other: Event) -> bool:
    """Whether one is told as done and the other as not done."""
    stances = {one.stance, other.stance}
    return len(stances) > 1 and bool(stances & OPPOSED) and bool(stances & DONE)


def is_apart(one: Days | None, other: Days | None) -> bool:
    """Whether two events are set on days that do not meet."""
    return bool(one and other and (one[1] < other[0] or other[1] < one[0]))


def speak_against(one: Told, other: Told) -> bool:
    """Whether two events cannot be one: opposed stances, days apart, other parties, or other numbers."""
    if is_opposed(one.event, other.event) or is_apart(one.days, other.days) or one.event.type != other.event.type:
        return True
    numbers, others = one.trigger.counted, other.trigger.counted
    if (numbers and others and not numbers & others) or are_other_words(one, other):
        return True
    return any(are_other_sides(*sides) for sides in zip(one.sides, other.sides, strict=True)) or (
        are_other_things(one.sides[1], other.sides[1])
    )


def are_other_words(one: Told, other: Told) -> bool:
    """Whether what is promised, threatened or demanded has no word in common: the word for doing so says nothing."""
    if one.event.stance not in GIVEN or other.event.stance not in GIVEN:
        return False
    said = one.trigger.lemmas | other.trigger.lemmas | one.trigger.actor | other.trigger.actor
    return not (one.trigger.words & other.trigger.words) - said - day_words()


@lru_cache(maxsize=1)
def day_words() -> frozenset[str]:
    """Names of weekdays and months."""
    times = load("times")
    return frozenset((*times["WDAY"]["words"], *times["MONTH"]["words"]))


def are_other_sides(one: Side, other: Side) -> bool:
    """Whether two parties cannot be one: other names, or "another officer" on one side."""
    is_further = one.is_further or other.is_further
    return is_further or bool(one.named and other.named and not one.named & other.named)


def are_other_things(one: Side, other: Side) -> bool:
    """Whether two descriptions without names have no word in common."""
    return bool(one.words and other.words and not (one.named or other.named) and not one.words & other.words)


def have_other_parties(one: Told, other: Told) -> bool:
    """Whether both name who acts, or whom, and not one of them is the same."""
    return any(a and b and not a & b for a, b in ((one.actor, other.actor), (one.recipient, other.recipient)))
