"""Text -> lines, each with its words folded for matching. The text itself is never changed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from headwater.model.span import Span

_LINE = re.compile(r"\S(?:[^\r\n\v\f\x85\u2028\u2029]*\S)?")
"""A line from its first to its last character that is no white space."""
_WORD = re.compile(r"\w+(?:'\w+)*")
_HIDDEN = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
"""Zero-width and direction marks: they hide words from a reader of patterns, not from a reader of the page."""
_QUOTES = str.maketrans("‘’ʼ′`´“”„«»", "''''''\"\"\"\"\"")
WIDTHS = range(45, 101)
"""Characters of the widest line that was broken for its width."""
FEWEST_FULL, FULL_SHARE = 2, 0.8
"""Lines broken inside a sentence that must be full: at least so many, and so much of them."""
RAGGED = 3
"""Characters by which such lines may miss the widest one."""
_BREAK = re.compile(r"[^\S\n]*[\r\n\v\f\x85\u2028\u2029]\s*")
_ENDS = (".", "。", "!", "?", "…", ":", ";")
_CLOSERS = "\"'”’)]»*"


class Line(NamedTuple):
    """A line of the text without the white space at its edges, or several that were broken for their width."""

    text: str
    """As it stands in the report."""
    span: Span
    shown: str
    """What a reader sees: no hidden marks, full-width letters as plain ones, straight quotes."""
    words: tuple[str, ...]
    """Its words, case folded."""
    ends_sentence: bool
    """Whether it closes like a sentence."""

    @property
    def key(self) -> str:
        """Its words with single blanks between."""
        return " ".join(self.words)


def show(text: str) -> str:
    """The line as a reader sees it."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFKC", _HIDDEN.sub("", text)).translate(_QUOTES).strip()


def make_line(text: str, span: Span) -> Line:
    """The line ``text`` that stands at ``span``; line breaks in it are shown as blanks."""
    shown = show(_BREAK.sub(" ", text) if "\n" in text or "\r" in text else text)
    ends = shown.endswith(_ENDS) or shown.rstrip(_CLOSERS + " ").endswith(_ENDS)
    return Line(text, span, shown, tuple(_WORD.findall(shown.casefold())), ends)


def split_lines(text: str) -> Iterator[Line]:
    """The lines that hold more than white space, in order; lines broken only for their width are one."""
    spans = [Span(*match.span()) for match in _LINE.finditer(text)]
    for start, end in join_wrapped(text, spans):
        yield make_line(text[start:end], Span(start, end))


def join_wrapped(text: str, spans: Sequence[Span]) -> Sequence[Span]:
    """The lines, those joined that were broken because the next word would have been too wide for the text.

    A text counts as broken so if no line that ends inside a sentence is wider than WIDTHS and nearly all of them leave no
    room for the next word.
    """
    inside = [n for n, (line, after) in enumerate(pairwise(spans)) if runs_on(text, line, after)]
    width = max((spans[n].end - spans[n].start for n in inside), default=0)
    full = [is_full(text, line, after, width) for line, after in pairwise(spans)] if width in WIDTHS else []
    if not full or sum(full[n] for n in inside) < max(FEWEST_FULL, FULL_SHARE * len(inside)):
        return spans
    joined = [spans[0]]
    for n, after in enumerate(spans[1:]):
        if full[n] and is_next(text, spans[n], after):
            joined[-1] = Span(joined[-1].start, after.end)
        else:
            joined.append(after)
    return joined


def is_full(text: str, line: Span, after: Span, width: int) -> bool:
    """Whether the first word of the line after would have made a line wider than ``width``."""
    word = text[after.start : after.end].split(maxsplit=1)[0]
    size = line.end - line.start
    return size <= width + RAGGED and size + 1 + len(word) > width - RAGGED


def is_next(text: str, line: Span, after: Span) -> bool:
    """Whether no blank line stands between two lines."""
    between = text[line.end : after.start]
    return between.count("\n") <= 1 and between.count("\r") <= 1


def runs_on(text: str, line: Span, after: Span) -> bool:
    """Whether a line followed at once by another ends inside a sentence."""
    return text[line.end - 1] not in ".!?:\"'”’)" and text[after.start].islower() and is_next(text, line, after)
