"""One sentence with what else is known of its stretch of the report."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Generic, TypeVar

from headwater.model.notes import Mention, Statement, Time
from headwater.model.reading import Reading
from headwater.model.sentence import Sentence
from headwater.model.span import Span

Placed = TypeVar("Placed", Time, Mention)


@dataclass(frozen=True)
class Scene:
    """A sentence, its times and the statements that reach into it."""

    sentence: Sentence
    times: tuple[Time, ...]
    statements: tuple[Statement, ...]
    mentions: tuple[Mention, ...]
    published: tuple[str, str] | None
    """First and last day the report may be of; None = unknown."""
    before: Scene | None = None
    """The sentence before, without what stands before that."""

    @cached_property
    def heads(self) -> dict[int, Time]:
        """The uppermost word of each time expression."""
        return {head: time for time in self.times if (head := self._head(time)) is not None}

    @cached_property
    def time_words(self) -> frozenset[int]:
        """The words of all time expressions."""
        return frozenset(word for time in self.times for word in self.sentence.words_in(time.span))

    @cached_property
    def name_words(self) -> frozenset[int]:
        """The words of all names, and the last words of mentions that are written with a capital."""
        named = {word for name in self.sentence.names for word in range(name.first, name.last)}
        inside = [self.sentence.words_in(mention.span) for mention in self.mentions]
        ends = {words[-1] for words in inside if words}
        return frozenset(named | ends)

    def _head(self, time: Time) -> int | None:
        inside = self.sentence.words_in(time.span)
        outer = [n for n in inside if self.sentence.heads[n] not in inside]
        return outer[0] if outer else None

    def is_time(self, word: int) -> bool:
        """Whether the word belongs to a time expression."""
        return word in self.time_words

    def is_name(self, word: int) -> bool:
        """Whether the word belongs to a name."""
        return word in self.name_words

    def speaker(self, span: Span) -> Span | None:
        """Who says the words at ``span``: the speaker of the narrowest statement around them."""
        around = [s for s in self.statements if s.speaker and any(c.holds(span) for c in s.content)]
        widths = {id(s): min(c.end - c.start for c in s.content if c.holds(span)) for s in around}
        return min(around, key=lambda s: widths[id(s)]).speaker[0] if around else None


def set_scenes(reading: Reading) -> Iterator[Scene]:
    """The sentences of a report, each with the times and statements it meets; linear in the text."""
    published = _days(reading.provenance.published.value)
    times, statements = _Window(reading.times), tuple(reading.statements)
    mentions = _Window(tuple(sorted(reading.mentions, key=lambda mention: mention.span)))
    by_sentence = _group_statements(reading.sentences, statements)
    before: Scene | None = None
    for number, sentence in enumerate(reading.sentences):
        told = by_sentence.get(number, ())
        scene = Scene(sentence, times.inside(sentence.span), told, mentions.inside(sentence.span), published)
        yield replace(scene, before=before)
        before = scene


def _days(value: str | None) -> tuple[str, str] | None:
    """``2031-05-04`` or ``2031-05-03/2031-05-05`` as first and last day."""
    if not value:
        return None
    first, _, last = value.partition("/")
    return first[:10], (last or first)[:10]


@dataclass(slots=True)
class _Window(Generic[Placed]):
    """Notes in text order, taken sentence by sentence."""

    notes: tuple[Placed, ...]
    at: int = 0

    def inside(self, span: Span) -> tuple[Placed, ...]:
        while self.at < len(self.notes) and self.notes[self.at].span[0] < span.start:
            self.at += 1
        end = self.at
        while end < len(self.notes) and self.notes[end].span[1] <= span.end:
            end += 1
        return self.notes[self.at : end]


def _group_statements(
    sentences: tuple[Sentence, ...], statements: tuple[Statement, ...]
) -> dict[int, tuple[Statement, ...]]:
    """Sentence number to the statements whose content meets it."""
    found: dict[int, tuple[Statement, ...]] = {}
    spans = [sentence.span for sentence in sentences]
    for statement in statements:
        for number in _met(spans, statement):
            found[number] = (*found.get(number, ()), statement)
    return found


def _met(spans: list[Span], statement: Statement) -> list[int]:
    """Numbers of the sentences that hold a part of the statement's content."""
    starts = [content.start for content in statement.content]
    low, high = min(starts, default=0), max((content.end for content in statement.content), default=0)
    first = bisect_right(spans, low, key=lambda span: span.end)
    met = []
    for number in range(first, len(spans)):
        if spans[number].start >= high:
            break
        if any(content.meets(spans[number]) for content in statement.content):
            met.append(number)
    return met
