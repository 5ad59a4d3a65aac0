"""Who did what to whom: PLOVER events with actor, recipient, stance, time and place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from headwater.annotate.events.codebook import Coded, code_deeds
from headwater.annotate.events.contexts import find_contexts
from headwater.annotate.events.match import find_deeds
from headwater.annotate.events.parties import spans_of
from headwater.annotate.events.repair import mend
from headwater.annotate.events.voices import name_speakers
from headwater.annotate.events.when import find_place, find_time
from headwater.model.notes import Event, Mention, Time
from headwater.model.reading import Reading
from headwater.model.sentence import Name, Sentence
from headwater.model.span import Span

__all__ = ["find_events"]

NAMED = {"PERSON": "PERSON", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "NORP": "NORP"}
"""Labels of mentions that are names, and the label the parse gives such names."""


def find_events(reading: Reading) -> tuple[Event, ...]:
    """The events of a report, in text order."""
    named = names_by_sentence(reading)
    events = (
        event
        for number, sentence in enumerate(reading.sentences)
        for event in sentence_events(with_names(mend(sentence), named.get(number, [])), reading.times)
    )
    return tuple(name_speakers(reading, events))


def names_by_sentence(reading: Reading) -> dict[int, list[Mention]]:
    """The named actors of the report, by the number of the sentence they stand in."""
    found: dict[int, list[Mention]] = {}
    starts = [sentence.span.start for sentence in reading.sentences]
    for mention in reading.mentions:
        if mention.label in NAMED:
            found.setdefault(bisect_right(starts, mention.span.start) - 1, []).append(mention)
    return found


def with_names(sentence: Sentence, mentions: list[Mention]) -> Sentence:
    """The sentence with the actors of the report among its names, and the types they have in the whole report."""
    names = {(name.first, name.last): name for name in sentence.names}
    taken = {word for first, last in names for word in range(first, last)}
    for mention in mentions:
        words = sentence.words_in(mention.span)
        if words and ((place := (words[0], words[-1] + 1)) in names or not taken & set(words)):
            names[place] = Name(*place, NAMED[mention.label])
    return sentence if tuple(names.values()) == sentence.names else replace(sentence, names=tuple(names.values()))


def sentence_events(sentence: Sentence, times: tuple[Time, ...]) -> Iterator[Event]:
    """The events of one sentence."""
    deeds = find_deeds(sentence)
    inside = [time for time in times if sentence.span.holds(time.span)]
    for coded in tell_once(sentence, list(code_deeds(sentence, deeds))):
        yield to_note(sentence, coded, inside)


def tell_once(sentence: Sentence, told: list[Coded]) -> Iterator[Coded]:
    """The deeds without those that a deed of the same type and parties governs ("ordered the deployment of troops")."""
    for coded in told:
        above = set(sentence.ancestors(coded.deed.word))
        if not any(other.deed.word in above and same_parties(coded, other) for other in told):
            yield coded


def same_parties(one: Coded, other: Coded) -> bool:
    """Whether two deeds are of one type and between the same parties."""
    return (one.type, one.actor, one.recipient) == (other.type, other.actor, other.recipient)


def to_note(sentence: Sentence, coded: Coded, times: list[Time]) -> Event:
    """A coded deed as a note."""
    return Event(
        trigger=trigger_spans(sentence, coded.trigger),
        type=coded.type,
        stance=coded.stance,
        rule=coded.deed.sense.rule,
        actor=spans_of(sentence, coded.actor),
        recipient=spans_of(sentence, coded.recipient),
        mode=coded.mode,
        time=find_time(sentence, coded.deed.word, times),
        place=find_place(sentence, coded.deed.word, (*coded.actor, *coded.recipient)),
        holder=spans_of(sentence, coded.holder),
        contexts=find_contexts(sentence, coded.trigger, (*coded.actor, *coded.recipient), coded.mode),
    )


def trigger_spans(sentence: Sentence, words: tuple[int, ...]) -> tuple[Span, ...]:
    """Trigger words as spans; neighbours are one span."""
    spans: list[Span] = []
    before = -2
    for word in words:
        if word == before + 1:
            spans[-1] = Span(spans[-1].start, sentence.spans[word].end)
        else:
            spans.append(sentence.spans[word])
        before = word
    return tuple(spans)
