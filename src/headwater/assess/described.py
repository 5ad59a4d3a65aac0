"""The agency of a story that stands beside a statement, and the one that "the agency" points back to."""

from __future__ import annotations

import re
from functools import cache

from headwater.assess.agencies import Agency
from headwater.assess.introduced import StoryAgencies
from headwater.lexicon import load
from headwater.model.notes import Statement
from headwater.model.origin import Origin
from headwater.model.reading import Reading
from headwater.model.span import Cite, Span, Spans, cover


def passing_words() -> str:
    """What stands after a medium's name where it passed the words on, as alternatives."""
    return "|".join(map(re.escape, sorted(load("origins")["passing"]["after"], key=len, reverse=True)))


@cache
def _passing() -> re.Pattern[str]:
    """After an agency's name: it passed the words on."""
    return re.compile(rf"(?: \([A-Z.]+\))?,? (?:has |had )?(?:{passing_words()})\b")


@cache
def _citing() -> re.Pattern[str]:
    """Before it: the report took them from there."""
    words = "|".join(map(re.escape, sorted(load("origins")["citing"]["before"], key=len, reverse=True)))
    return re.compile(rf"\b(?i:{words})\s+(?:[a-z’'\-]+\s+){{0,6}}$")


def read_described(reading: Reading, statement: Statement, *, agencies: StoryAgencies) -> Origin | None:
    """The introduced agency that a statement's sentence says it came through."""
    return read_passing(reading, find_surroundings(reading, statement), agencies=agencies, apart=statement.content)


def read_passing(reading: Reading, around: Span, *, agencies: StoryAgencies, apart: Spans = ()) -> Origin | None:
    """The introduced agency that some sentences say passed on what they tell, named outside of ``apart``."""
    text = reading.report.text
    for name, agency in agencies.find_named(reading, around):
        is_outside = not any(part.meets(name) for part in apart)
        if is_outside and (_passing().match(text, name.end) or _citing().search(text[around.start : name.start])):
            return make_origin(reading, agency, agencies.describing(reading, name))
    return None


def find_surroundings(reading: Reading, statement: Statement) -> Span:
    """The sentences a statement's content and cue stand in; the line where the report has no sentences."""
    parts = (*statement.content, *statement.cue)
    touched = [sentence.span for part in parts for sentence in reading.sentences_in(part)]
    if touched:
        return cover(touched)
    text = reading.report.text
    end = text.find("\n", statement.content[-1].end)
    return Span(text.rfind("\n", 0, statement.content[0].start) + 1, len(text) if end < 0 else end)


def resolve_generic(reading: Reading, relay: Span, *, agencies: StoryAgencies) -> Origin | None:
    """The introduced agency named last before "the agency"; None for any other relay, or where none is named."""
    if reading.report.quote(relay).casefold() not in load("origins")["generic"]["words"]:
        return None
    named = [*agencies.find_named(reading, Span(0, relay.start))]
    known = [(m.span, agency) for m in reading.mentions if m.label == "ORG" and m.span.end <= relay.start
             and (agency := agencies.find(reading.report.quote(m.span)))]  # fmt: skip
    last = max((*named, *known), key=lambda found: found[0], default=None)
    return make_origin(reading, last[1], agencies.describing(reading, last[0])) if last else None


def make_origin(reading: Reading, agency: Agency, span: Span) -> Origin:
    """An agency as the origin that some words of a report state."""
    return Origin(agency.kind, agency.name, (Cite(reading.report.id, span),))
