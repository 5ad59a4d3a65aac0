"""Text -> lines, each with its words folded for matching. The text itself is never changed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from headwater.model.span import Span

_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_WORD = re.compile(r"\w+(?:'\w+)*")
_HIDDEN = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
"""Zero-width and direction marks: they hide words from a reader of patterns, not from a reader of the page."""
_QUOTES = str.maketrans("‘’ʼ′`´“”„«»", "''''''\"\"\"\"\"")
_ENDS = (".", "。", "!", "?", "…", ":", ";")
_CLOSERS = "\"'”’)]»*"


class Line(NamedTuple):
    """A line of the text without the white space at its edges."""

    text: str
    """As it stands in the report."""
    span: Span
    shown: str
    """What a reader sees: no hidden marks, full-width letters as plain ones, straight quotes."""
    words: tuple[str, ...]
    """Its words, case folded."""

    @property
    def key(self) -> str:
        """Its words with single blanks between."""
        return " ".join(self.words)

    @property
    def ends_sentence(self) -> bool:
        """Whether it closes like a sentence."""
        return self.shown.rstrip(_CLOSERS + " ").endswith(_ENDS) or self.shown.endswith(("?", "!", "…"))


def show(text: str) -> str:
    """The line as a reader sees it."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFKC", _HIDDEN.sub("", text)).translate(_QUOTES).strip()


def make_line(text: str, span: Span) -> Line:
    """The line ``text`` that stands at ``span``."""
    shown = show(text)
    return Line(text, span, shown, tuple(_WORD.findall(shown.casefold())))


def split_lines(text: str) -> Iterator[Line]:
    """The lines that hold more than white space, in order."""
    for match in _LINE.finditer(text):
        line = match.group()
        bare = line.strip()
        if bare:
            start = match.start() + line.index(bare)
            yield make_line(bare, Span(start, start + len(bare)))
