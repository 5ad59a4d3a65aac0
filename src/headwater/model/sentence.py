"""One parsed sentence, as the rules see it: plain tuples, one entry a word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from headwater.model.span import Span, Spans


@dataclass(frozen=True, slots=True)
class Name:
    """A stretch of words the name finder marked: words ``[first, last)`` of the sentence."""

    first: int
    last: int
    label: str
    """PERSON, ORG, LOC, NORP or MISC."""


@dataclass(frozen=True)
class Sentence:
    """Words with tags and a Universal Dependencies tree.

    ``heads`` count in the sentence; the root's head is -1. ``upos`` are UD tags, ``xpos`` Penn tags, ``rels`` UD
    relations with subtypes (``nsubj:pass``).
    """

    words: tuple[str, ...]
    spans: Spans
    lemmas: tuple[str, ...]
    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    heads: tuple[int, ...]
    rels: tuple[str, ...]
    names: tuple[Name, ...] = ()
    role: str = "body"
    """Role of the block the sentence stands in."""
    paragraph: int = 0
    """Number of the line (block) of the report the sentence stands in."""
    index: int = field(default=0)
    """Number of the sentence in the report."""

    def __len__(self) -> int:
        return len(self.words)

    @property
    def span(self) -> Span:
        """First to last character."""
        return Span(self.spans[0].start, self.spans[-1].end)

    @property
    def root(self) -> int:
        """The word whose head is -1."""
        return self.heads.index(-1)

    @cached_property
    def _children(self) -> tuple[tuple[int, ...], ...]:
        below: list[list[int]] = [[] for _ in self.words]
        for word, head in enumerate(self.heads):
            if head >= 0:
                below[head].append(word)
        return tuple(map(tuple, below))

    @cached_property
    def _bases(self) -> tuple[str, ...]:
        """The relations without their subtypes: :meth:`children` is asked for them a hundred times a sentence."""
        return tuple(rel.partition(":")[0] for rel in self.rels)

    def children(self, word: int, *rels: str) -> tuple[int, ...]:
        """The dependents of a word in text order, only those of ``rels`` if any are given.

        A relation without a subtype also stands for its subtypes: ``nsubj`` finds ``nsubj:pass``.
        """
        below = self._children[word]
        if not rels:
            return below
        names, bases = self.rels, self._bases
        return tuple([c for c in below if bases[c] in rels or names[c] in rels])

    def subtree(self, word: int) -> list[int]:
        """The word and all below it, in text order."""
        found, waiting = [], [word]
        while waiting:
            node = waiting.pop()
            found.append(node)
            waiting.extend(self._children[node])
        return sorted(found)

    def ancestors(self, word: int) -> Iterator[int]:
        """The heads above a word, nearest first."""
        head = self.heads[word]
        while head >= 0:
            yield head
            head = self.heads[head]

    def cover(self, words: Iterable[int]) -> Span:
        """The characters from the first to the last of ``words`` (at least one)."""
        numbers = sorted(words)
        return Span(self.spans[numbers[0]].start, self.spans[numbers[-1]].end)

    def words_in(self, span: Span) -> list[int]:
        """The words that lie wholly inside ``span``."""
        return [n for n, s in enumerate(self.spans) if span[0] <= s.start and s.end <= span[1]]
