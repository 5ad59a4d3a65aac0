"""The outlet that somebody spoke to, or that itself says something: "told the Courier", "the Courier reported"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from headwater.assess.described import find_surroundings
from headwater.assess.mastheads import NAME
from headwater.assess.media import StoryMedia
from headwater.lexicon import load
from headwater.link.pledges import sentence_at
from headwater.model.notes import Statement
from headwater.model.origin import Origin
from headwater.model.reading import Reading
from headwater.model.span import Span

REACH = 60
"""Characters after "told" in which an outlet's name is looked for."""


@cache
def _any(entry: str, key: str = "words") -> str:
    return "|".join(map(re.escape, sorted(load("outlets_own")[entry][key], key=len, reverse=True)))


@cache
def _telling() -> re.Pattern[str]:
    return re.compile(rf"(?:{_any('telling')})$", re.I)


@cache
def _speaking() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any('speaking')})\s+")


@cache
def _addressee() -> re.Pattern[str]:
    """An outlet right after "told": "this newspaper", "the magazine", a name."""
    return re.compile(
        rf"\s+(?P<words>(?:{_any('self')})\b|the (?:{_any('back')})\b|(?:[a-z-]+ ){{0,4}}?{NAME.pattern})"
    )


def tells(cue: str) -> bool:
    """Whether a cue names next whom the speaker spoke to ("told")."""
    return _telling().search(cue) is not None


def read_told(reading: Reading, statement: Statement, *, media: StoryMedia) -> Origin | None:
    """The outlet to which a statement's speaker spoke, as its cue or the sentence beside it says."""
    for cue in statement.cue:
        if tells(reading.report.quote(cue)):
            found = read_addressee(reading, cue.end, media=media)
            return name_interview(reading, found, media=media) if found else None
    return None


def name_interview(reading: Reading, medium: Origin, *, media: StoryMedia) -> Origin:
    """What was told a medium: an interview, or own reporting where it is the report's own outlet."""
    is_own = medium.kind == "own reporting" and medium.name == media.outlets.name(reading.report.id)
    return medium if is_own else replace(medium, kind="interview")


def read_addressee(reading: Reading, start: int, *, media: StoryMedia) -> Origin | None:
    """The outlet named right after "told"."""
    match = _addressee().match(reading.report.text, start, start + REACH)
    found = media.find(reading, Span(*match.span("words"))) if match else None
    return found


def read_speaking(reading: Reading, statement: Statement, *, media: StoryMedia) -> Origin | None:
    """The outlet to which somebody was speaking, as a sentence in the same paragraph says ("She was speaking to the …")."""
    text, first = reading.report.text, statement.content[0].start
    line = Span(text.rfind("\n", 0, first) + 1, (text.find("\n", first) + 1 or len(text) + 1) - 1)
    for match in _speaking().finditer(text, *line):
        is_quoted = any(part.holds(Span(*match.span())) for part in statement.content)
        if not is_quoted and (found := read_addressee(reading, match.end() - 1, media=media)):
            return found
    return None


def read_carrier(reading: Reading, statement: Statement, *, media: StoryMedia) -> Origin | None:
    """The outlet that a statement's sentence says it was reported by ("a remark first reported by the Courier")."""
    text = reading.report.text
    around = find_surroundings(reading, statement)
    for match in _carried().finditer(text, *around):
        is_outside = not any(part.holds(Span(*match.span())) for part in statement.content)
        if is_outside and (found := read_addressee(reading, match.end(), media=media)):
            return found
    return None


@cache
def _carried() -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(load("origins")["carried"]["before"], key=len, reverse=True)))
    return re.compile(rf"\b(?:{words})(?=\s)", re.I)


def read_medium(reading: Reading, statement: Statement, *, media: StoryMedia) -> Origin | None:
    """The medium that is itself the speaker ("IRNA said", "the newspaper reported", "a Courier reporter found")."""
    if len(statement.speaker) != 1:
        return None
    speaker = statement.speaker[0]
    words = " ".join(reading.report.quote(speaker).split())
    witness = re.match(
        rf"(?:a|an|one|two|our|the|this) (?P<name>{NAME.pattern}) (?:witness|{_any('people')})s?\b", words
    )
    if witness:
        place = Span(speaker.start + witness.start("name"), speaker.start + witness.end("name"))
        return media.find(reading, place)
    if sentence_at(reading, speaker.start) is None:
        return None
    return media.find(reading, speaker)
