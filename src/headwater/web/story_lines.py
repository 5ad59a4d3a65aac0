"""The lines of a story as its page shows them: words, remarks, and a link to every cited place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from headwater.model.finding import Finding
from headwater.model.origin import Origin
from headwater.model.span import Cite, Span
from headwater.show.counts import count, count_unknown, name_origin, stated
from headwater.show.outline import Group, Item, Section, cut_groups
from headwater.show.printable import one_line, shorten
from headwater.web.links import link_part, link_report

MOST_CITED = 12
"""Reports a line links to; of more it links to the first and to the list of all."""
Words = Mapping[tuple[str, int, int], str]
"""Report, start and end of a cite to the words there."""


@dataclass(frozen=True, slots=True)
class CiteLink:
    """What is cited of one report."""

    name: str
    """The report's number, or the origin it states."""
    target: str
    label: str
    """The cited words, shortened: what a screen reader says, and a pointer shows."""
    words: str = ""
    """The cited words."""
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Cited:
    """What a finding cites: of many reports the first, and where all are listed."""

    links: tuple[CiteLink, ...]
    more: int
    whole: str


@dataclass(frozen=True, slots=True)
class OriginName:
    """An origin; without a link where no words state it."""

    name: str
    link: CiteLink | None


@dataclass(frozen=True, slots=True)
class Line:
    """One finding."""

    id: str
    kind: str
    text: str
    cited: Cited
    facts: tuple[str, ...]
    origins: tuple[OriginName, ...]
    known: str
    """``2 origins``; empty where none is known."""
    unknown: str
    """``1 not stated``; empty where all are known."""
    fix: str
    """Where it is set right."""


@dataclass(frozen=True, slots=True)
class LineGroup:
    """Lines under one heading."""

    title: str
    note: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class LineSection:
    """One part of the page."""

    key: str
    title: str
    groups: tuple[LineGroup, ...]
    count: int
    """All lines, also those left out here."""
    whole: str
    """Where all are; empty where none is left out."""


@dataclass(frozen=True, slots=True)
class Liner:
    """Makes lines of the items of one story."""

    story: str
    numbers: Mapping[str, int]
    """Report id to its number."""
    words: Words

    def section(self, section: Section, *, most: int | None = None) -> LineSection:
        """A section with its lines, at most so many."""
        count = len(section.items)
        groups = tuple(map(self.group, section.groups if most is None else cut_groups(section.groups, most)))
        whole = link_part(self.story, section=section.key) if most is not None and most < count else ""
        return LineSection(section.key, section.title, groups, count, whole)

    def group(self, group: Group) -> LineGroup:
        """A group with its lines."""
        return LineGroup(one_line(group.title), one_line(group.note), tuple(map(self.line, group.items)))

    def line(self, item: Item) -> Line:
        """A finding as a line."""
        finding = item.finding
        known = stated(finding.origins)
        return Line(
            id=finding.id,
            kind=finding.kind,
            text=one_line(item.text),
            cited=self.cite(finding),
            facts=(*map(one_line, item.facts), count(len(finding.reports), "report")),
            origins=tuple(map(self.name_origin, known)),
            known=count(len(known), "origin") if known else "",
            unknown=count_unknown(finding.origins),
            fix=self.link_fix(finding),
        )

    def cite(self, finding: Finding) -> Cited:
        """The reports a finding cites."""
        more = len(finding.reports) - MOST_CITED
        whole = link_part(self.story, finding=finding.id)
        if more <= 1:
            return Cited(self.link(finding.cites), 0, whole)
        first = set(sorted(finding.reports, key=self.numbers.__getitem__)[:MOST_CITED])
        return Cited(self.link(cite for cite in finding.cites if cite.report in first), more, whole)

    def link(self, cites: Iterable[Cite]) -> tuple[CiteLink, ...]:
        """One link a report, in the order of their numbers."""
        places: dict[str, list[Span]] = {}
        for cite in cites:
            places.setdefault(cite.report, []).append(cite.span)
        ordered = sorted(places, key=self.numbers.__getitem__)
        return tuple(self.link_report(report, sorted(set(places[report]))) for report in ordered)

    def link_report(self, report: str, spans: Sequence[Span]) -> CiteLink:
        """A link to all that is cited of one report."""
        number = self.numbers[report]
        words = " … ".join(self.words.get((report, *span), "") for span in spans)
        label = f"Report {number}: {shorten(words, 100)}"
        return CiteLink(str(number), link_report(report, spans), label, shorten(words, 600))

    def name_origin(self, origin: Origin) -> OriginName:
        """An origin, with a link to the first words that state it or from which it is inferred."""
        name = one_line(name_origin(origin))
        if not origin.cites:
            return OriginName(name, None)
        (link,) = self.link(origin.cites[:1])
        return OriginName(name, CiteLink(name, link.target, f"{name}. {link.label}", inferred=origin.inferred))

    def link_fix(self, finding: Finding) -> str:
        """The forms that set a finding right."""
        return f"/corrections?story={quote(self.story, safe='')}&finding={quote(finding.id, safe='')}#make"
