"""What a commitment says, as words that can be held against another commitment's."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from headwater.link.due_days import Window, find_window, is_whole, place_due
from headwater.link.headlines import gather_headlines
from headwater.link.once import once
from headwater.link.tellings import Telling, empty_words, list_keys, synonyms
from headwater.link.words import find_keys, quoted_spans
from headwater.model.notes import Actor, Commitment
from headwater.model.reading import Reading
from headwater.model.sentence import Sentence
from headwater.model.span import Spans
from headwater.model.story import NoteRef, Person, Story

HOUR = re.compile(r"T(\d\d:\d\d)")
PURPOSE = re.compile(r"\b(?:for|to)\b")
OVER = frozenset({"was", "were", "had"})
LONGEST_PHRASE = 4
"""Words up to which a quotation inside a commitment names it ("new course")."""


@dataclass(frozen=True, slots=True)
class Pledge:
    """One commitment with what it can be recognised by."""

    ref: NoteRef
    commitment: Commitment
    content: frozenset[str]
    """Lemmas that carry content, synonyms as one word, the due date left out."""
    phrases: tuple[tuple[str, ...], ...]
    """Short quotations in it, as words."""
    holder: Person | None
    holder_words: str
    telling: Telling
    """Its clause as what can be weighed against other passages of its day."""
    is_bare: bool = False
    """Whether it only names a limit and not what for ("the ultimatum expires on Friday")."""

    @property
    def due(self) -> str | None:
        """The last day, or the bare value where the day is not known."""
        due = self.commitment.due
        return (due.latest or due.value) if due else None

    @property
    def is_dated(self) -> bool:
        """Whether its last day is known."""
        return is_whole(self.due)


def find_pledges(story: Story) -> tuple[Pledge, ...]:
    """The commitments of all reports in the order of reports and notes; not those a headline only sums up."""
    return _find_in(story.readings, story.people)


@once
def _find_in(readings: tuple[Reading, ...], persons: tuple[Person, ...]) -> tuple[Pledge, ...]:
    people = {ref: person for person in persons for ref in person.actors}
    headlines, window = gather_headlines(readings), find_window(readings)
    return tuple(
        read_pledge(reading, place_commitment(commitment, window), ref=(reading.report.id, number), people=people)
        for reading in readings
        for number, commitment in enumerate(reading.commitments)
        if not headlines.sum_up(reading, commitment.what or commitment.span)
    )


def place_commitment(commitment: Commitment, window: Window | None) -> Commitment:
    """The commitment with the day that its story decides; what is told as over may be of any week."""
    due = commitment.due
    is_over = bool(OVER & set((commitment.strength or "").split()))
    if due is None or window is None or (is_over and "W" in due.value):
        return commitment
    return replace(commitment, due=place_due(due, window))


def read_pledge(
    reading: Reading, commitment: Commitment, *, ref: NoteRef, people: dict[tuple[str, str], Person]
) -> Pledge:
    """One commitment as a pledge."""
    actor = find_holder(reading, commitment)
    words = " ".join(reading.report.quote(span) for span in commitment.who).casefold()
    return Pledge(
        ref,
        commitment,
        frozenset(list_content(reading, commitment)),
        tuple(list_phrases(reading, commitment)),
        people.get((reading.report.id, actor.id)) if actor else None,
        words,
        read_telling(reading, (*commitment.span, *commitment.what, *commitment.who, *commitment.condition)),
        is_bare_limit(reading, commitment),
    )


def is_bare_limit(reading: Reading, commitment: Commitment) -> bool:
    """Whether a deadline is told by its noun alone, without "for" or "to" behind it."""
    words = " ".join(reading.report.quote(span) for span in commitment.what)
    return commitment.rule.startswith(("deadline_noun", "expires")) and not PURPOSE.search(words)


def read_telling(reading: Reading, parts: Spans) -> Telling:
    """Some parts of a report's sentences with the hours they name."""
    keys: set[str] = set()
    for part in parts:
        sentence = sentence_at(reading, part.start)
        keys |= list_keys(reading, sentence, sentence.words_in(part)) if sentence else set()
    inside = (time.value for time in reading.times if any(part.holds(time.span) for part in parts))
    return Telling(frozenset(keys), frozenset(match[1] for value in inside if (match := HOUR.search(value))))


def find_holder(reading: Reading, commitment: Commitment) -> Actor | None:
    """The actor whose mention ends where the holder's words end."""
    for who in commitment.who:
        ending = [actor for actor in reading.actors if any(who.holds(m) and m.end == who.end for m in actor.mentions)]
        if ending:
            return ending[0]
    return None


def list_content(reading: Reading, commitment: Commitment) -> Iterator[str]:
    """The content lemmas of what is committed to, without its due date and its holder."""
    yield from list_lemmas(reading, commitment, commitment.what)


def list_lemmas(reading: Reading, commitment: Commitment, parts: Spans) -> Iterator[str]:
    """The content lemmas of some parts of a commitment, without its due date and its holder."""
    apart = (*commitment.who, *((commitment.due.span,) if commitment.due else ()))
    for part in parts:
        sentence = sentence_at(reading, part.start)
        if sentence is None:
            continue
        for word in sentence.words_in(part):
            key = sentence.lemmas[word].casefold()
            if (
                key.isalnum()
                and key not in empty_words()
                and not any(span.meets(sentence.spans[word]) for span in apart)
            ):
                yield synonyms().get(key, key)


def sentence_at(reading: Reading, start: int) -> Sentence | None:
    """The sentence around an offset."""
    number = bisect_right(reading.sentences, start, key=lambda sentence: sentence.span.start) - 1
    return reading.sentences[number] if number >= 0 else None


def list_phrases(reading: Reading, commitment: Commitment) -> Iterator[tuple[str, ...]]:
    """The short quotations in what is committed to."""
    text = reading.report.text
    for part in commitment.what:
        for quoted in quoted_spans(text):
            keys = find_keys(text, (quoted,)) if part.holds(quoted) else ()
            if 1 < len(keys) <= LONGEST_PHRASE:
                yield keys
