"""The quote-mark machine: the quoted stretches of one paragraph, whatever style its marks have and however broken they are.

One pass from left to right with a stack of open marks. A mark that can open or close by its shape is decided by its
neighbours. What is broken is repaired where it broke: a mark never closed reaches to the end of its paragraph, a mark never
opened reaches back to the paragraph's start. Nothing here crosses a paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from headwater.model.span import Span, trim

OPENERS = {"“": "”", "«": "»", "„": "“", "‟": "”", "``": "''", "‘": "’"}
"""Marks that open, and what closes them. Real text mixes styles: every double closer closes every double opener."""
CLOSERS = frozenset({"”", "»", "''", "’"})
STRAIGHT = frozenset({'"', "''", "'"})
SINGLE = frozenset({"‘", "’", "'"})
MARK = re.compile(r"``|''|[\"“”«»„‟‘’']")
ELIDED = re.compile(r"['’](?:em|til|tis|twas|cause|n|bout|round|\d0s|\d\d)\b", re.IGNORECASE)
"""Apostrophes for letters left out at a word's start."""
DEEPEST = 6
"""Quotations within quotations that are followed."""
LONGEST_SINGLE = 2000
"""Characters within which a single mark must close: beyond, it was an apostrophe."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quoted stretch of one paragraph; what is quoted inside it is not listed apart."""

    outer: Span
    """With its marks."""
    inner: Span
    """Without them."""
    opened: bool = True
    closed: bool = True
    single: bool = False


@dataclass(frozen=True, slots=True)
class _Open:
    mark: str
    start: int
    end: int

    @property
    def single(self) -> bool:
        return self.mark in SINGLE


def _opens(text: str, start: int, *, end: int) -> bool:
    """Whether a mark at ``[start, end)`` stands where a quotation begins: nothing or a bracket before it, a word after it."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return not (before.isalnum() or before in ".,;:?!%)]…") and not after.isspace()


def _closes(text: str, start: int, *, end: int) -> bool:
    """Whether a mark at ``[start, end)`` stands where a quotation ends: something before it, no word after it."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return not before.isspace() and not after.isalnum()


def _is_plural(text: str, at: int) -> bool:
    """Whether the mark at ``at`` may be the apostrophe of "the workers' rights"."""
    return text[at - 1] == "s" and text[at + 1 : at + 2] == " " and text[at + 2 : at + 3].islower()


def _is_apostrophe(text: str, match: re.Match[str]) -> bool:
    """Whether a single mark stands inside a word or for letters left out."""
    start, end = match.span()
    inside = start > 0 and text[start - 1].isalnum() and end < len(text) and text[end].isalnum()
    return inside or ELIDED.match(text, start) is not None


class _Marks:
    """The marks of one paragraph, and what comes after each: looked up, never searched again."""

    def __init__(self, text: str, paragraph: Span) -> None:
        self.text = text
        self.paragraph = paragraph
        self.all = [
            m for m in MARK.finditer(text, *paragraph) if m.group() not in SINGLE or not _is_apostrophe(text, m)
        ]
        self.doubles = [m for m in self.all if m.group() not in SINGLE]
        self._double_starts = [m.start() for m in self.doubles]
        singles = [m.start() for m in self.all if m.group() in SINGLE and m.group() != "‘"]
        self._single_closers = [at for at in singles if _closes(text, at, end=at + 1) and not _is_plural(text, at)]

    def closes_single_later(self, at: int) -> bool:
        """Whether a single mark opened at ``at`` finds its closer; a plural's apostrophe counts only before punctuation."""
        n = bisect_right(self._single_closers, at)
        return n < len(self._single_closers) and self._single_closers[n] - at <= LONGEST_SINGLE

    def is_nested(self, match: re.Match[str]) -> bool:
        """Whether a second opener of the same shape is a quotation within: the next two double marks close."""
        n = bisect_right(self._double_starts, match.start())
        following = [m.group() for m in self.doubles[n : n + 2]]
        return len(following) == 2 and all(mark in CLOSERS for mark in following)


def _find_role(marks: _Marks, match: re.Match[str], *, stack: list[_Open]) -> str:
    """``open``, ``close`` or ``none`` for one mark."""
    mark, (start, end) = match.group(), match.span()
    if mark in SINGLE:
        return _find_single_role(marks, match, stack=stack)
    doubles = [opened for opened in stack if not opened.single]
    if mark == "“" and doubles and doubles[-1].mark == "„":
        return "close"
    if mark in OPENERS:
        return "open" if len(stack) < DEEPEST else "none"
    if mark in CLOSERS and mark not in STRAIGHT:
        return "open" if not doubles and _opens(marks.text, start, end=end) else "close"
    if not doubles:
        return "close" if _closes(marks.text, start, end=end) and not _opens(marks.text, start, end=end) else "open"
    nested = doubles[-1].mark not in STRAIGHT and _opens(marks.text, start, end=end)
    return "open" if nested else "close"


def _find_single_role(marks: _Marks, match: re.Match[str], *, stack: list[_Open]) -> str:
    start, end = match.span()
    if stack and stack[-1].single and match.group() != "‘":
        return "close" if _closes(marks.text, start, end=end) and not _is_plural(marks.text, start) else "none"
    opens = match.group() != "’" and _opens(marks.text, start, end=end)
    return "open" if opens and marks.closes_single_later(start) else "none"


def _close(stack: list[_Open], match: re.Match[str], *, text: str) -> Iterator[Quotation]:
    """Close the nearest open mark of the same size; the outermost one makes a quotation."""
    single = match.group() in SINGLE
    while stack and stack[-1].single != single:
        stack.pop()
    if stack:
        opened = stack.pop()
        if not stack:
            yield Quotation(Span(opened.start, match.end()), trim(text, opened.end, match.start()), single=single)


def _end_unclosed(text: str, opened: _Open, *, stop: int) -> Quotation:
    inner = trim(text, opened.end, stop)
    return Quotation(Span(opened.start, inner.end), inner, closed=False, single=opened.single)


def _open(marks: _Marks, match: re.Match[str], *, stack: list[_Open]) -> Iterator[Quotation]:
    """Put a mark on the stack; the same mark open already was never closed, unless two closers follow."""
    if stack and stack[0].mark == match.group() and not marks.is_nested(match):
        yield _end_unclosed(marks.text, stack[0], stop=match.start())
        stack.clear()
    stack.append(_Open(match.group(), *match.span()))


def _close_unopened(marks: _Marks, match: re.Match[str]) -> Iterator[Quotation]:
    """A closer without an opener, first of its paragraph and after punctuation: the quotation began with the paragraph."""
    inner = trim(marks.text, marks.paragraph.start, match.start())
    if inner.end > inner.start and marks.text[match.start() - 1] in ",.?!…-–—":
        yield Quotation(Span(inner.start, match.end()), inner, opened=False)


def find_quotations(text: str, paragraph: Span) -> tuple[Quotation, ...]:
    """The quoted stretches of one paragraph of ``text``, in order; they do not overlap."""
    found: list[Quotation] = []
    stack: list[_Open] = []
    marks = _Marks(text, paragraph)
    for match in marks.all:
        role = _find_role(marks, match, stack=stack)
        if role == "open":
            found.extend(_open(marks, match, stack=stack))
        elif role == "close" and stack:
            found.extend(_close(stack, match, text=text))
        elif role == "close" and not found:
            found.extend(_close_unopened(marks, match))
    if stack and not stack[0].single:
        found.append(_end_unclosed(text, stack[0], stop=paragraph.end))
    return tuple(q for q in found if q.inner.start < q.inner.end)
