"""Dossiers as one HTML file that needs nothing else: no network, no script of others, no inline handler."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from headwater.model.dossier import Dossier
from headwater.model.span import Cite, Span
from headwater.show.chain import Chain, draw_chain
from headwater.show.counts import count, count_unknown, distinct, name_origin, stated
from headwater.show.marked import Stretch, split_report
from headwater.show.outline import FIRST_LINES, MOST_LINES, Group, Item, Section, cut_groups, drop_groups, outline
from headwater.show.printable import one_line, shorten
from headwater.show.refs import group_by_report
from headwater.show.report_list import Row, list_gaps, list_reports, number_reports
from headwater.show.timeline import Timeline, draw_timeline
from headwater.show.versions import list_versions

FOLDER = Path(__file__).parent / "templates"


@dataclass(frozen=True, slots=True)
class Link:
    """What is cited of one report, as a link of the page."""

    target: str
    """Id of the first place in the report's text."""
    number: int
    spans: tuple[Span, ...]
    label: str
    """What a screen reader says."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One report of the page."""

    id: str
    row: Row
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class StoryPage:
    """What the template shows of one story."""

    id: str
    dossier: Dossier
    sections: tuple[Section, ...]
    sheets: tuple[Sheet, ...]
    versions: tuple[str, ...]
    gaps: tuple[str, ...]
    timeline: Timeline | None
    chain: Chain | None
    numbers: Mapping[str, int]

    def fold(self, section: Section) -> tuple[tuple[Group, ...], tuple[Group, ...]]:
        """The groups shown at once, and those behind a fold."""
        most = len(section.items) if len(section.items) <= MOST_LINES else FIRST_LINES
        return tuple(cut_groups(section.groups, most)), tuple(drop_groups(section.groups, most))

    def link(self, cites: Iterable[Cite]) -> tuple[Link, ...]:
        """One link a report, which lights all that is cited of it."""
        return tuple(self.link_report(*group) for group in group_by_report(cites, self.numbers).items())

    def link_report(self, number: int, spans: tuple[Span, ...]) -> Link:
        """A link named by its report and the cited words."""
        report = self.sheets[number - 1].row.reading.report
        words = shorten(" … ".join(map(report.quote, spans)), 100)
        return Link(self.name_place(number, spans[0]), number, spans, f"Report {number}: {words}")

    def name_place(self, number: int, span: Span) -> str:
        """The id of a place in a report."""
        return f"{self.id}-r{number}-{span[0]}-{span[1]}"


def write_html(dossiers: Sequence[Dossier]) -> str:
    """The page."""
    css, script = read_styles("common.css", "dossier.css"), read_styles("dossier.js")
    stories = [make_page(f"s{number}", dossier) for number, dossier in enumerate(dossiers, start=1)]
    title = dossiers[0].title if dossiers else "No report could be read"
    page = house().get_template("dossier.html")
    return page.render(title=title, stories=stories, css=css, script=script, policy=write_policy(css, script))


def make_page(name: str, dossier: Dossier) -> StoryPage:
    """One story, cut up for the template."""
    rows, sections = list_reports(dossier), outline(dossier)
    cites = group_cites(dossier)
    return StoryPage(
        id=name,
        dossier=dossier,
        sections=sections,
        sheets=tuple(make_sheet(name, row, cites.get(row.reading.report.id, ())) for row in rows),
        versions=list_versions(dossier),
        gaps=list_gaps(dossier),
        timeline=draw_timeline(list_items(sections)),
        chain=draw_chain(dossier, rows),
        numbers=number_reports(dossier.story),
    )


def make_sheet(name: str, row: Row, spans: Iterable[Span]) -> Sheet:
    """One report with the places its cites point to."""
    return Sheet(f"{name}-r{row.number}", row, split_report(row.reading, spans))


def list_items(sections: Iterable[Section]) -> list[Item]:
    """The items of all sections."""
    return [item for section in sections for item in section.items]


def group_cites(dossier: Dossier) -> dict[str, list[Span]]:
    """Report id to the spans that anything on the page cites."""
    story = dossier.story
    origins = [origin for finding in story.findings for origin in finding.origins]
    origins += [origin for found in story.report_origins.values() for origin in found]
    cites = [cite for finding in story.findings for cite in finding.cites]
    found: dict[str, list[Span]] = {}
    for cite in (*cites, *(cite for origin in origins for cite in origin.cites)):
        found.setdefault(cite.report, []).append(cite.span)
    return found


def read_styles(*names: str) -> str:
    """Files of the templates one after the other, with line breaks as browsers see them: the digests of the policy must hold."""
    return "\n".join((FOLDER / name).read_text("utf-8").replace("\r\n", "\n") for name in names)


def write_policy(css: str, script: str) -> str:
    """A content security policy under which nothing runs or loads but our own style and script."""
    return f"default-src 'none'; style-src '{digest(css)}'; script-src '{digest(script)}'; base-uri 'none'; form-action 'none'"


def digest(text: str) -> str:
    """``sha256-…`` of the text, as content security policies write it."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}"


@lru_cache(maxsize=1)
def house() -> Environment:
    """The templates; every value they show is escaped."""
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        line=one_line, count=count, distinct=distinct, stated=stated, name=name_origin, unknown=count_unknown
    )
    return environment
