"""The outlet that somebody spoke to, or that itself says something: "told the Courier", "the Courier reported"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from headwater.assess.agencies import Agency, plain_name
from headwater.assess.described import find_surroundings
from headwater.assess.introduced import StoryAgencies
from headwater.assess.outlets import NAME, StoryOutlets
from headwater.lexicon import load
from headwater.link.pledges import sentence_at
from headwater.model.notes import Statement
from headwater.model.origin import Origin
from headwater.model.reading import Reading
from headwater.model.span import Cite, Span

REACH = 60
"""Characters after "told" in which an outlet's name is looked for."""


class StoryMedia:
    """The agencies and the outlets that a story's reports name, by the names they go by."""

    def __init__(self, agencies: StoryAgencies, outlets: StoryOutlets) -> None:
        self.agencies = agencies
        self.outlets = outlets

    def find(self, reading: Reading, span: Span) -> Origin | None:
        """The medium that some words name: the report's own, an agency, another report's outlet; None for anything else."""
        report, words = reading.report.id, " ".join(reading.report.quote(span).split())
        cites = (Cite(report, span),)
        if is_self(words):
            return Origin("own reporting", self.outlets.name(report), cites)
        if points_back(words):
            return self._last_named(reading, span) or Origin("own reporting", self.outlets.name(report), cites)
        if is_state_media(words):
            return self._state_agency(reading) or Origin("state agency", "state media", cites)
        if own := self.outlets.own(report, words):
            return Origin("own reporting", own, cites)
        if agency := self.agencies.find(words):
            return Origin(agency.kind, agency.name, cites)
        if other := self.outlets.find(words) or _read_described(words):
            return Origin("own reporting", other, cites)
        return None

    def _state_agency(self, reading: Reading) -> Origin | None:
        """The state agency that a report also names, where it first speaks of "state media"."""
        for span, agency in self.agencies.find_named(reading, Span(0, len(reading.report.text))):
            if agency.kind == "state agency":
                return Origin(agency.kind, agency.name, (Cite(reading.report.id, span),))
        return None

    def _last_named(self, reading: Reading, span: Span) -> Origin | None:
        """The medium named last before "the newspaper"."""
        found: list[tuple[Span, Agency | str]] = [*self.agencies.find_named(reading, Span(0, span.start))]
        for match in NAME.finditer(reading.report.text, 0, span.start):
            name = re.sub(r"^the\s+", "", match.group(), flags=re.I)
            agency = self.agencies.find(name)
            other = self.outlets.find(name) if not agency and not self.outlets.own(reading.report.id, name) else None
            if agency or other:
                found.append((Span(*match.span()), agency or str(other)))
        if not found:
            return None
        place, medium = max(found, key=lambda pair: pair[0])
        kind, name = (medium.kind, medium.name) if isinstance(medium, Agency) else ("own reporting", medium)
        return Origin(kind, name, (Cite(reading.report.id, place), Cite(reading.report.id, span)))


def is_self(words: str) -> bool:
    """Whether words mean the outlet that prints them ("this newspaper")."""
    return words.casefold() in load("outlets_own")["self"]["words"]


def is_state_media(words: str) -> bool:
    """Whether words name media by their owner only ("Tarnovian state media")."""
    return any(plain_name(words).endswith(known) for known in load("origins")["state_media"]["words"])


def points_back(words: str) -> bool:
    """Whether words point back to an outlet ("the newspaper")."""
    return plain_name(words) in load("outlets_own")["back"]["words"]


def _read_described(words: str) -> str | None:
    """The name after "the website"; None where words describe no outlet."""
    match = _described().match(words)
    return match["name"] if match else None


@cache
def _described() -> re.Pattern[str]:
    return re.compile(rf"(?:the |a |an )?(?:[a-z-]+ )?(?i:{_any('described', 'before')}),? (?P<name>{NAME.pattern})$")


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
