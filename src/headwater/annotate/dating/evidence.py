"""What the kinds of evidence share: where an expression stands and what it says by itself."""

from __future__ import annotations

import re
from datetime import date

from headwater.annotate.times.calendar import interval_of
from headwater.annotate.times.meaning import Calendar, Fixed
from headwater.annotate.times.tagger import Candidate
from headwater.model.span import Span

SAME_TIME = re.compile(r"['’]?s?\s*[,(]?\s*(?:in |on |of )?", re.IGNORECASE)
"""All that may stand between two names of one time."""
NEIGHBOURS = 60
"""Characters between a weekday and the name of the day that it is said of."""


def span_of(candidate: Candidate) -> Span:
    """The characters of an expression."""
    found = candidate.found
    return Span(found.tokens.start(found.first), found.tokens.ends[found.last - 1])


def weekday_of(candidate: Candidate) -> int | None:
    """The weekday of an expression that is a weekday and nothing more."""
    meaning = candidate.draft.meaning
    return meaning.weekday if isinstance(meaning, Calendar) and meaning.weekday and not meaning.month else None


def stated_days(candidate: Candidate) -> tuple[date, date] | None:
    """First and last day of an expression that states its year."""
    meaning = candidate.draft.meaning
    if isinstance(meaning, Calendar) and meaning.year:
        month = f"-{meaning.month:02}" if meaning.month else ""
        day = f"-{meaning.day:02}" if meaning.day and month else ""
        return interval_of(f"{meaning.year:04}{month}{day}")
    return interval_of(meaning.value) if isinstance(meaning, Fixed) and len(meaning.value) >= 10 else None


def side_by_side(text: str, one: Span, other: Span, *, reach: int = NEIGHBOURS) -> bool:
    """Whether only a few words of the same clause stand between two expressions."""
    first, second = sorted((one, other))
    between = text[first.end : second.start]
    return 0 < len(between) <= reach and not re.search(r"[.;!?\n]|,\s", between)
