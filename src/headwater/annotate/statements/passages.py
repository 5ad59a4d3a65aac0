"""A paragraph as the rules for quoted speech see it: its words in a row, each inside a quotation or outside."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from headwater.annotate.statements.marks import Quotation, find_quotations
from headwater.annotate.statements.repairs import mend
from headwater.model.reading import Reading
from headwater.model.sentence import Sentence
from headwater.model.span import Span

LONGEST_WORDS = 2000
"""Words of a paragraph that are looked at together."""
LONGEST_START = 120
"""Words that are looked at before a quotation."""
TERMINATORS = frozenset({".", "?", "!", "...", "…"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word by its sentence and number."""

    sentence: Sentence
    number: int

    @property
    def text(self) -> str:
        """As written."""
        return self.sentence.words[self.number]

    @property
    def span(self) -> Span:
        """Its place in the report."""
        return self.sentence.spans[self.number]

    @property
    def tag(self) -> str:
        """Its part of speech."""
        return self.sentence.upos[self.number]


@dataclass(frozen=True)
class Passage:
    """One paragraph of a report."""

    text: str
    """Of the whole report."""
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]

    @property
    def role(self) -> str:
        """Role of the block it stands in."""
        return self.sentences[0].role

    @property
    def number(self) -> int:
        """Number of the paragraph in the report."""
        return self.sentences[0].paragraph

    @cached_property
    def span(self) -> Span:
        """First to last word."""
        return Span(self.sentences[0].span.start, self.sentences[-1].span.end)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """All words in order."""
        return tuple(Word(sentence, n) for sentence in self.sentences for n in range(len(sentence)))

    @cached_property
    def owners(self) -> tuple[int, ...]:
        """For each word the number of its quotation, -1 outside."""
        found, at = [], 0
        for word in self.words:
            while at < len(self.quotations) and self.quotations[at].outer.end <= word.span.start:
                at += 1
            inside = at < len(self.quotations) and self.quotations[at].outer.start < word.span.end
            found.append(at if inside else -1)
        return tuple(found)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(quotation.outer.start for quotation in self.quotations)

    def quoted_at(self, place: int) -> int:
        """The number of the quotation a character stands in, -1 for none."""
        n = bisect_right(self._starts, place) - 1
        return n if n >= 0 and place < self.quotations[n].outer.end else -1

    @cached_property
    def _bounds(self) -> dict[int, tuple[int, int]]:
        """Quotation -> its first and one past its last word."""
        bounds: dict[int, tuple[int, int]] = {}
        for n, owner in enumerate(self.owners):
            if owner >= 0:
                first, _ = bounds.get(owner, (n, n))
                bounds[owner] = (first, n + 1)
        return bounds

    def tail(self, quotation: int) -> tuple[Word, ...]:
        """The words after a quotation to the end of their sentence, the next quotation or the paragraph's end."""
        found: list[Word] = []
        for n in range(self._bounds[quotation][1], len(self.words)):
            if self.owners[n] >= 0:
                break
            found.append(self.words[n])
            if self.words[n].text in TERMINATORS:
                break
        return tuple(found)

    def start_of(self, quotation: int) -> tuple[Word, ...]:
        """The words before a quotation from the start of its sentence on, those of shorter quotations in it included."""
        found: list[Word] = []
        first = self._bounds[quotation][0]
        for n in range(first - 1, max(-1, first - 1 - LONGEST_START), -1):
            owner = self.owners[n]
            ended = self.words[n].text in TERMINATORS
            if ended or (owner >= 0 and self._ends_sentence(owner)):
                break
            found.append(self.words[n])
        return tuple(reversed(found))

    def _ends_sentence(self, quotation: int) -> bool:
        inner = self.quotations[quotation].inner
        return self.text[inner.start : inner.end].endswith((*TERMINATORS, ","))

    def between(self, first: int, second: int) -> tuple[Word, ...]:
        """The words outside of quotations between two of them."""
        start, stop = self._bounds[first][1], self._bounds[second][0]
        return tuple(w for w, owner in zip(self.words[start:stop], self.owners[start:stop], strict=True) if owner < 0)

    def lead(self, quotation: int) -> tuple[Word, ...]:
        """The words before a quotation from the start of their sentence or the end of the quotation before."""
        found: list[Word] = []
        for n in range(self._bounds[quotation][0] - 1, -1, -1):
            if self.owners[n] >= 0 or self.words[n].text in TERMINATORS:
                break
            found.append(self.words[n])
        return tuple(reversed(found))


def find_passages(reading: Reading) -> Iterator[Passage]:
    """The paragraphs of a report that were parsed, in order."""
    text = reading.report.text
    mended = map(mend, reading.sentences)
    for _, group in groupby(mended, key=lambda sentence: (sentence.paragraph, sentence.role)):
        for sentences in _parts(group):
            span = Span(sentences[0].span.start, sentences[-1].span.end)
            yield Passage(text, sentences, find_quotations(text, span))


def _parts(sentences: Iterable[Sentence]) -> Iterator[tuple[Sentence, ...]]:
    """The sentences of a paragraph; one longer than any that is written is cut, so that work stays in proportion to its length."""
    part: list[Sentence] = []
    words = 0
    for sentence in sentences:
        if part and words + len(sentence) > LONGEST_WORDS:
            yield tuple(part)
            part, words = [], 0
        part.append(sentence)
        words += len(sentence)
    if part:
        yield tuple(part)
