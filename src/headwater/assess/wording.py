"""The words of reports in the lines of findings. Everything but the fixed connecting words comes from the reports."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from headwater.link.words import WORD
from headwater.model.reading import Reading
from headwater.model.span import Cite, Span, Spans

OPENING, CLOSING = '“"', '”"'
LONGEST = 300
"""Characters of a line's own words before it is cut at a word, with an ellipsis."""


def join_words(reading: Reading, spans: Iterable[Span]) -> str:
    """The words of some stretches on one line; an ellipsis where words between them are left out."""
    parts = [re.sub(r"\s+", " ", reading.report.quote(span)).strip() for span in spans]
    told = [part for part in parts if part]
    return " … ".join([*(re.sub(r",([”\"]?)$", r"\1", part) for part in told[:-1]), *told[-1:]])


def plain(words: str) -> str:
    """Words as they are compared: no marks, no case."""
    return " ".join(WORD.findall(words.casefold().replace("’", "'")))


def trim_marks(text: str, span: Span) -> Span:
    """A stretch without commas at its end and without quotation marks that close or open outside it."""
    start, end = span
    while start < end and (text[start] in " ,;:" or (text[start] in OPENING and not _is_paired(text[start:end]))):
        start += 1
    while start < end and (text[end - 1] in " ,;:" or (text[end - 1] in CLOSING and not _is_paired(text[start:end]))):
        end -= 1
    return Span(start, end)


def _is_paired(words: str) -> bool:
    return words.count('"') % 2 == 0 and words.count("“") == words.count("”")


def bare(words: str) -> str:
    """Words without the quotation marks and the comma at their edges."""
    inner = words.strip().strip('“”"„«»').strip()
    return inner[:-1] if inner.endswith(",") else inner


def join_content(reading: Reading, spans: Spans) -> str:
    """As :func:`join_words`, without marks that close or open outside; speech as a whole stands in quotation marks, once."""
    words = join_words(reading, spans).strip()
    if words[:1] in OPENING and words[-1:] in CLOSING and not set(words[1:-1]) & set(OPENING + CLOSING):
        return f"“{bare(words)}”"
    return join_words(reading, [trim_marks(reading.report.text, span) for span in spans])


def shorten(words: str) -> str:
    """Words cut to a readable length."""
    if len(words) <= LONGEST:
        return words
    return words[:LONGEST].rsplit(" ", 1)[0] + " …"


def cite_all(reading: Reading, spans: Spans) -> tuple[Cite, ...]:
    """A cite for every stretch."""
    return tuple(Cite(reading.report.id, span) for span in spans)


def make_id(kind: str, *parts: str) -> str:
    """A name for a finding made from its content: the same content has the same id in every run."""
    plain = "\n".join(re.sub(r"\W+", " ", part).strip().casefold() for part in (kind, *parts))
    return f"{kind}-{hashlib.sha256(plain.encode()).hexdigest()[:12]}"
