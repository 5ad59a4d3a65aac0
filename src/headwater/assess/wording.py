"""The words of reports in the lines of findings. Everything but the fixed connecting words comes from the reports."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from headwater.model.reading import Reading
from headwater.model.span import Cite, Span, Spans

LONGEST = 300
"""Characters of a line's own words before it is cut at a word, with an ellipsis."""


def join_words(reading: Reading, spans: Iterable[Span]) -> str:
    """The words of some stretches on one line; an ellipsis where words between them are left out."""
    parts = [re.sub(r"\s+", " ", reading.report.quote(span)).strip() for span in spans]
    return " … ".join(part for part in parts if part)


def bare(words: str) -> str:
    """Words without the quotation marks and the comma at their edges."""
    inner = words.strip().strip('“”"„«»').strip()
    return inner[:-1] if inner.endswith(",") else inner


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
