"""Lines -> chunks of words short enough for one look of the network."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from headwater.language.words import find_words
from headwater.model.block import READ_ROLES, Block
from headwater.model.span import Span

CLOSERS = frozenset("\"'”’)]")
MOST_CLOSERS = 3
"""Closing marks that may stand between a full stop and the next sentence."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Words of one line, or of part of a long one."""

    words: tuple[str, ...]
    spans: tuple[Span, ...]
    role: str
    paragraph: int
    """Number of the line among the lines read."""


def lines_of(text: str, blocks: tuple[Block, ...]) -> Iterator[tuple[Span, str]]:
    """The lines of the blocks that are read, with their role."""
    for block in blocks:
        if block.role not in READ_ROLES:
            continue
        at = block.span.start
        words = text[block.span.start : block.span.end]
        for line in [words] if block.flows else words.splitlines(keepends=True):
            yield Span(at, at + len(line)), block.role
            at += len(line)


def cut_points(words: list[str]) -> list[int]:
    """Where a sentence may begin: after a full stop or its like, with what closes it."""
    points = []
    for n in range(1, len(words)):
        before = n - 1
        while before > max(0, n - 1 - MOST_CLOSERS) and words[before] in CLOSERS:
            before -= 1
        if words[before][-1] in ".?!…" and (len(words[before]) < 2 or words[before][-2] in ".?!"):
            points.append(n)
    return points


def pieces_of(words: list[str], longest: int) -> Iterator[tuple[int, int]]:
    """Stretches of at most ``longest`` words, cut at the last possible sentence start, else where the length ends."""
    points = cut_points(words) if len(words) > longest else []
    start = 0
    while len(words) - start > longest:
        last = bisect_right(points, start + longest) - 1
        stop = points[last] if last >= 0 and points[last] > start else start + longest
        yield start, stop
        start = stop
    yield start, len(words)


def find_chunks(text: str, blocks: tuple[Block, ...], *, longest: int) -> Iterator[Chunk]:
    """All chunks of a report in text order, those without a letter or digit left out; ``longest`` in words."""
    for paragraph, (line, role) in enumerate(lines_of(text, blocks)):
        spans = find_words(text, line.start, line.end)
        words = [text[s.start : s.end] for s in spans]
        for start, stop in pieces_of(words, longest) if words else ():
            if any(word[0].isalnum() or word[-1].isalnum() for word in words[start:stop]):
                yield Chunk(tuple(words[start:stop]), tuple(spans[start:stop]), role, paragraph)
