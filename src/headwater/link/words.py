"""The words of a text with their places: what reports are compared by."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from headwater.model.block import READ_ROLES
from headwater.model.reading import Reading
from headwater.model.span import Span

WORD = re.compile(r"\w+(?:[.,:]\d+)*(?:['’]\w+)?")

MARK = re.compile('[“”„«»"]')


@dataclass(frozen=True, slots=True)
class Words:
    """Words in text order; ``keys`` are case-folded, with straight apostrophes."""

    keys: tuple[str, ...]
    spans: tuple[Span, ...]

    def __len__(self) -> int:
        return len(self.keys)

    def part(self, span: Span) -> Words:
        """The words that lie wholly inside ``span``."""
        kept = [n for n, s in enumerate(self.spans) if span[0] <= s.start and s.end <= span[1]]
        return Words(tuple(self.keys[n] for n in kept), tuple(self.spans[n] for n in kept))


def find_words(text: str, spans: Iterable[Span]) -> Words:
    """The words of stretches of a text."""
    found = [match for start, end in spans for match in WORD.finditer(text, start, end)]
    return Words(_fold(match.group() for match in found), tuple(Span(*match.span()) for match in found))


def find_keys(text: str, spans: Iterable[Span]) -> tuple[str, ...]:
    """The keys of the words of stretches of a text, without their places: most rules compare words alone."""
    return _fold(word for start, end in spans for word in WORD.findall(text, start, end))


def _fold(words: Iterable[str]) -> tuple[str, ...]:
    return tuple([word.casefold().replace("’", "'") for word in words])


def read_spans(reading: Reading) -> tuple[Span, ...]:
    """What of a report is read: everything but furniture and its frame; all of it where no blocks were found."""
    if not reading.blocks:
        return (Span(0, len(reading.report.text)),)
    return tuple(block.span for block in reading.blocks if block.role in READ_ROLES)


@lru_cache(maxsize=4096)
def quoted_spans(text: str) -> tuple[Span, ...]:
    """What stands between double quotation marks, the marks left out; a mark left open ends at the end of its line."""
    found: list[Span] = []
    for line in re.finditer(r"[^\n]+", text):
        found.extend(_quoted_in_line(text, Span(*line.span())))
    return tuple(found)


def _quoted_in_line(text: str, line: Span) -> list[Span]:
    found, opened = [], -1
    for match in MARK.finditer(text, *line):
        place, mark = match.start(), match.group()
        if mark in "“„«" or (mark == '"' and opened < 0):
            opened = place + 1
        elif opened >= 0:
            found.append(Span(opened, place))
            opened = -1
    if opened >= 0:
        found.append(Span(opened, line.end))
    return [span for span in found if span.end > span.start]
