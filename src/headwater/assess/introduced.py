"""Agencies as a story knows them: those of the table, those its reports introduce, and those they credit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from headwater.annotate.agencies import DescribedAgency, find_described_agencies
from headwater.assess.agencies import KINDS, Agency, find_agency, plain_name
from headwater.lexicon import load
from headwater.link.once import once
from headwater.model.origin import OriginKind
from headwater.model.reading import Reading
from headwater.model.span import Span

SURER: tuple[OriginKind, ...] = ("state agency", "broadcast", "wire")
"""Of two descriptions of one agency the one that says more stands."""


class StoryAgencies:
    """Which agency a name stands for in a story: what one report says of an agency holds for all of them."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        listed = tuple(readings)
        introduced = [(r.report.id, a) for r in listed for a in find_described_agencies(r)]
        acronyms = {plain_name(name) for _, a in introduced for name in (a.short, a.name) if name and name.isupper()}
        self._by_name: dict[str, Agency] = {}
        for kind in SURER:
            for _, described in introduced:
                if KINDS[described.kind] == kind:
                    self._learn(described, acronyms=acronyms)
        words = sorted({name for _, a in introduced for name in (a.name, a.short) if name}, key=_longest)
        self._names = re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b") if words else None
        self._described: dict[str, list[Span]] = {}
        for report, described in introduced:
            self._described.setdefault(report, []).append(described.span)
        for name in _list_credits(listed):
            if not self.find(name):
                self._by_name[plain_name(name)] = Agency(name, "wire")

    def _learn(self, described: DescribedAgency, *, acronyms: set[str]) -> None:
        initials = "".join(word[0] for word in described.name.split()).casefold()
        short = described.short or (initials.upper() if initials in acronyms else None)
        known = (self._by_name.get(plain_name(name)) for name in (described.name, short) if name)
        agency = next(filter(None, known), None) or Agency(short or described.name, KINDS[described.kind])
        for name in (described.name, short):
            if name:
                self._by_name.setdefault(plain_name(name), agency)

    def find(self, name: str) -> Agency | None:
        """The agency a name stands for, or None; the whole name must be an agency's, or end in it ("the official VNA agency")."""
        bare = re.sub(r"(?: news| press)? agency$", "", name.strip(), flags=re.I)
        return self._find_ending(name) or (self._find_ending(bare) if bare != name else None)

    def _find_ending(self, name: str) -> Agency | None:
        words = plain_name(name).split()
        parts = (" ".join(words[first:]) for first in range(len(words)))
        return next((a for part in parts if (a := self._by_name.get(part))), None) or find_agency(name)

    def find_named(self, reading: Reading, span: Span) -> Iterator[tuple[Span, Agency]]:
        """The introduced agencies that a stretch of a report names, in text order."""
        for match in self._names.finditer(reading.report.text, *span) if self._names else ():
            if agency := self.find(match.group()):
                yield Span(*match.span()), agency

    def describing(self, reading: Reading, name: Span) -> Span:
        """The words that describe an agency around its name; the name alone where none do."""
        return next((span for span in self._described.get(reading.report.id, ()) if span.holds(name)), name)


@once
def gather_agencies(readings: tuple[Reading, ...]) -> StoryAgencies:
    """The agencies of a story, gathered once for all rules that ask."""
    return StoryAgencies(readings)


def _longest(name: str) -> tuple[int, str]:
    return -len(name), name


def _list_credits(readings: Iterable[Reading]) -> Iterator[str]:
    """The names credited as sources that are neither the report's own outlet nor another's."""
    for reading in readings:
        for credit in reading.provenance.credits:
            is_own = plain_name(credit.value or "") == plain_name(reading.provenance.outlet.value or "")
            if credit.value and credit.evidence and not is_own and plain_name(credit.value) not in _outlets():
                yield credit.value


@cache
def _outlets() -> frozenset[str]:
    return frozenset(map(plain_name, load("outlets")["domains"].values()))
