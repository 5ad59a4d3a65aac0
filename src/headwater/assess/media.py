"""The medium that some words of a report mean: an agency, an outlet of the story, the report's own, one named elsewhere."""

from __future__ import annotations

import re
from functools import cache

from headwater.assess.agencies import Agency, plain_name
from headwater.assess.introduced import StoryAgencies
from headwater.assess.mastheads import NAME
from headwater.assess.outlets import StoryOutlets
from headwater.lexicon import load
from headwater.model.origin import Origin, OriginKind
from headwater.model.reading import Reading
from headwater.model.span import Cite, Span

BEFORE = 60
"""Characters before some words in which the name they are the end of begins."""


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
            return self._point(reading, span)
        for name in dict.fromkeys((words, words.split(", ")[0], complete_name(reading, span))):
            if found := self._find_name(report, name, cites=cites):
                return found
        if is_state_media(words):
            return self._state_agency(reading, words) or Origin("state agency", "state media", cites)
        return None

    def _find_name(self, report: str, name: str, *, cites: tuple[Cite, ...]) -> Origin | None:
        if is_state_media(name):
            return None
        if own := self.outlets.own(report, name):
            return Origin("own reporting", own, cites)
        if agency := self.agencies.find(name):
            return Origin(agency.kind, agency.name, cites)
        other = self.outlets.find(name) or _read_described(name)
        return Origin("own reporting", other, cites) if other else None

    def _point(self, reading: Reading, span: Span) -> Origin:
        """The medium that "the newspaper" means: the last named before it, else the report's own, else the first after it."""
        if last := self._last_named(reading, span):
            return last
        report, cites = reading.report.id, (Cite(reading.report.id, span),)
        own = self.outlets.names(report)
        is_own = own and not is_on_air(reading.report.quote(span))
        later = None if is_own else self._first_named(reading, span)
        return later or Origin("own reporting", self.outlets.name(report), cites)

    def _state_agency(self, reading: Reading, words: str) -> Origin | None:
        """The state's agency, or its broadcaster, that a report also names where it speaks of "state media"; else the story's only one."""
        kind: OriginKind = "broadcast" if is_on_air(words) else "state agency"
        for span, agency in self.agencies.find_named(reading, Span(0, len(reading.report.text))):
            if agency.kind == kind:
                return Origin(agency.kind, agency.name, (Cite(reading.report.id, span),))
        return None

    def _last_named(self, reading: Reading, span: Span) -> Origin | None:
        """The medium named last before "the newspaper"."""
        named = self._list_named(reading, Span(0, span.start))
        return _make_origin(reading, max(named, key=lambda pair: pair[0]), span) if named else None

    def _first_named(self, reading: Reading, span: Span) -> Origin | None:
        """The medium named first after it, as where a report begins with "told the broadcaster"."""
        named = self._list_named(reading, Span(span.end, len(reading.report.text)), with_agencies=False)
        return _make_origin(reading, min(named, key=lambda pair: pair[0]), span) if named else None

    def _list_named(
        self, reading: Reading, around: Span, *, with_agencies: bool = True
    ) -> list[tuple[Span, Agency | str]]:
        """The media that a stretch of a report names, the report's own outlet left out."""
        found: list[tuple[Span, Agency | str]] = [*self.agencies.find_named(reading, around)] if with_agencies else []
        for match in NAME.finditer(reading.report.text, *around):
            name = re.sub(r"^the\s+", "", match.group(), flags=re.I)
            agency = self.agencies.find(name) if with_agencies else None
            other = self.outlets.find(name) if not agency and not self.outlets.own(reading.report.id, name) else None
            if agency or other:
                found.append((Span(*match.span()), agency or str(other)))
        return found


def _make_origin(reading: Reading, named: tuple[Span, Agency | str], span: Span) -> Origin:
    place, medium = named
    kind, name = (medium.kind, medium.name) if isinstance(medium, Agency) else ("own reporting", medium)
    return Origin(kind, name, (Cite(reading.report.id, place), Cite(reading.report.id, span)))


def complete_name(reading: Reading, span: Span) -> str:
    """The whole name of which some words are the end: "Halden" of "Radio Halden"."""
    text = reading.report.text
    for match in NAME.finditer(text, max(0, span.start - BEFORE), span.end):
        if match.start() < span.start < match.end() == span.end:
            return match.group()
    return " ".join(reading.report.quote(span).split())


def is_self(words: str) -> bool:
    """Whether words mean the outlet that prints them ("this newspaper")."""
    return words.casefold() in load("outlets_own")["self"]["words"]


def is_state_media(words: str) -> bool:
    """Whether words name media by their owner only ("Tarnovian state media")."""
    return any(plain_name(words).endswith(known) for known in load("origins")["state_media"]["words"])


def points_back(words: str) -> bool:
    """Whether words point back to an outlet ("the newspaper")."""
    return plain_name(words) in load("outlets_own")["back"]["words"]


def is_on_air(words: str) -> bool:
    """Whether words mean a broadcaster ("the television channel")."""
    return bool(set(plain_name(words).split()) & set(load("outlets_own")["on_air"]["words"]))


def _read_described(words: str) -> str | None:
    """The name after "the website"; None where words describe no outlet."""
    match = _described().match(words)
    return match["name"] if match else None


@cache
def _described() -> re.Pattern[str]:
    kinds = "|".join(map(re.escape, sorted(load("outlets_own")["described"]["before"], key=len, reverse=True)))
    return re.compile(rf"(?:the |a |an )?(?:[a-z-]+ )?(?i:{kinds}),? (?P<name>{NAME.pattern})$")
