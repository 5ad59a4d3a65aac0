"""The occasion of a statement as its origin: press conference, broadcast, interview, document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from headwater.assess.agencies import find_agency_within
from headwater.assess.mastheads import MONTH
from headwater.lexicon import load
from headwater.link.alignment import function_words
from headwater.model.notes import Statement
from headwater.model.origin import Origin, OriginKind
from headwater.model.reading import Reading
from headwater.model.span import Cite, Span

REACH = 60
"""Characters after a cue in which "told reporters", "said in a statement" are looked for."""
NAME_BEFORE = re.compile(r"[A-Z][\w&’'-]* $")
NAMED: frozenset[OriginKind] = frozenset({"broadcast", "interview"})
"""Kinds known by the name of the outlet rather than by who spoke."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """A kind of occasion named in a stretch of text."""

    kind: OriginKind
    name: str
    span: Span


@lru_cache(maxsize=1)
def _occasions() -> tuple[tuple[re.Pattern[str], OriginKind, str], ...]:
    return tuple(
        (re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(entry["words"], key=len, reverse=True))) + r")\b", re.I),
         entry["kind"], entry["name"])
        for entry in load("origins")["venue"]
    )  # fmt: skip


def find_occasion(text: str, span: Span) -> Occasion | None:
    """The occasion named first in a stretch of text."""
    found = [
        Occasion(kind, name, Span(*match.span()))
        for pattern, kind, name in _occasions()
        if (match := next((m for m in pattern.finditer(text, *span) if not _is_in_name(text, m)), None))
    ]
    return min(found, key=lambda occasion: occasion.span.start, default=None)


def _is_in_name(text: str, match: re.Match[str]) -> bool:
    """Whether a word for an occasion is part of a name: the Harwick Post is no post."""
    return match.group()[0].isupper() and bool(NAME_BEFORE.search(text, max(0, match.start() - REACH), match.start()))


def read_venue(reading: Reading, statement: Statement, *, speaker: str) -> Origin | None:
    """The origin that a statement's venue, or the words after its cue, name."""
    text = reading.report.text
    after = (_after_cue(text, cue, statement) for cue in statement.cue)
    for span in (*statement.venue, *after, *_list_written(reading, statement)):
        occasion = find_occasion(text, span)
        # "Documents show" is no show.
        is_cue = occasion and occasion.kind in NAMED and any(cue.holds(occasion.span) for cue in statement.cue)
        if occasion and not is_cue:
            is_venue = span in statement.venue
            return _name_origin(reading, occasion, place=span if is_venue else occasion.span, speaker=speaker)
    return None


def read_document(reading: Reading, statement: Statement) -> Origin | None:
    """The document that is itself the speaker ("the bulletin puts the number at nine")."""
    if len(statement.speaker) != 1:
        return None
    words = re.split(r" (?:of|by|from|in|that|which|seen|obtained)\b|,", reading.report.quote(statement.speaker[0]))[0]
    start = statement.speaker[0].start
    occasion = find_occasion(reading.report.text, Span(start, start + len(words)))
    if occasion is None or occasion.kind != "document" or occasion.span.end < start + len(words.rstrip("0123456789 ")):
        return None
    return Origin("document", occasion.name, (Cite(reading.report.id, occasion.span),))


def _list_written(reading: Reading, statement: Statement) -> Iterator[Span]:
    """What stands before written words in their paragraph: "The minister announced it on X. “…,” she wrote."."""
    text, first = reading.report.text, min(part.start for part in statement.content)
    if any(reading.report.quote(cue).casefold() in load("origins")["writing"]["words"] for cue in statement.cue):
        yield Span(text.rfind("\n", 0, first) + 1, first)


def _after_cue(text: str, cue: Span, statement: Statement) -> Span:
    """The words from a cue on, up to a comma, a full stop or the content."""
    end = re.compile(r"[.,;:\n“\"]| that ").search(text, cue.end, cue.end + REACH)
    stop = end.start() if end else min(len(text), cue.end + REACH)
    return Span(cue.start, min([stop, *(part.start for part in statement.content if part.start >= cue.end)]))


def _name_origin(reading: Reading, occasion: Occasion, *, place: Span, speaker: str) -> Origin:
    names = proper_words(reading.report.quote(place))
    agency = find_agency_within(names) if names else None
    if occasion.kind in NAMED and (agency or names):
        name = agency.name if agency else names
    else:
        name = f"{occasion.name} ({speaker})" if speaker else occasion.name
    return Origin(occasion.kind, name, (Cite(reading.report.id, place),))


def proper_words(text: str) -> str:
    """The capitalised words of a stretch, without possessives and marks: ``the Lakeside Courier's`` gives that name.

    A preposition, an article or a day is no name, though it begins a sentence.
    """
    words = re.findall(r"\b[A-Z0-9][\w&-]*", re.sub(r"['’]s\b", "", text))
    names = [w for w in words if not MONTH.fullmatch(w) and (w.casefold() not in function_words() or w.isupper())]
    return " ".join(names) if any(not w.isdigit() for w in names) else ""
