"""A story's record arranged for its page: sections, pictures, the calendar of what is due."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from headwater.model.dossier import Dossier
from headwater.show.chain import Chain, draw_chain
from headwater.show.outline import FIRST_LINES, MOST_LINES, Item, outline
from headwater.show.report_list import (
    Row,
    is_unread,
    list_reports,
    tell_summaries,
    tell_undated,
    tell_unplaced,
    tell_unread,
)
from headwater.show.timeline import Timeline, draw_timeline, find_days
from headwater.web.calendar import Month, count_later, draw_months
from headwater.web.links import link_finding, quote_id
from headwater.web.page import Record
from headwater.web.revive import revive_dossier
from headwater.web.story_lines import CiteLink, Liner, LineSection, Words

MOST_MARKS = 60
"""Findings on the timeline: those of most reports; a longer one would not be read."""


@dataclass(frozen=True, slots=True)
class StoryView:
    """What the template shows of a story, or of a part of it."""

    dossier: Dossier
    rows: tuple[Row, ...]
    """The reports shown; of many on the page of the whole story the first."""
    sections: tuple[LineSection, ...]
    gaps: tuple[str, ...]
    timeline: Timeline | None
    undrawn: int
    """Dated findings that are not on the timeline."""
    chain: Chain | None
    months: tuple[Month, ...]
    unsheeted: int
    """What is due after the last month sheet."""
    liner: Liner
    shown: frozenset[str]
    """Ids of the findings that stand on this page."""

    def jump(self, id: str) -> str:
        """Where a finding is: on this page, or on one of its section."""
        return f"#{quote_id(id)}" if id in self.shown else link_finding(self.dossier.story.id, id)

    def places(self) -> tuple[tuple[Row, CiteLink], ...]:
        """The reports that the first finding cites, with what it cites."""
        (finding,) = self.dossier.story.findings
        rows = {row.reading.report.id: row for row in self.rows}
        cited = [cite for cite in finding.cites if cite.report in rows]
        links = zip(sorted(rows, key=self.liner.numbers.__getitem__), self.liner.link(cited), strict=True)
        return tuple((rows[id], link) for id, link in links)


def view_story(record: Record, numbers: Mapping[str, int], *, is_whole: bool = True) -> StoryView:
    """The story, cut up for the template; of a part the lines and reports alone."""
    dossier = revive_dossier(record)
    rows, sections = list_reports(dossier, numbers), outline(dossier)
    items = [item for section in sections for item in section.items]
    liner = Liner(dossier.story.id, numbers, gather_words(record))
    lines = tuple(liner.section(section, most=limit(len(section.items)) if is_whole else None) for section in sections)
    chosen, months = choose_items(items) if is_whole else [], draw_months(items)
    return StoryView(
        dossier=dossier,
        rows=rows[: limit(len(rows))] if is_whole else rows,
        sections=lines,
        gaps=list_gaps(rows) if is_whole else (),
        timeline=draw_timeline(chosen),
        undrawn=sum(map(is_dated, items)) - len(chosen) if is_whole else 0,
        chain=draw_chain(dossier, rows) if is_whole else None,
        months=months,
        unsheeted=count_later(items, months),
        liner=liner,
        shown=frozenset(line.id for section in lines for group in section.groups for line in group.lines),
    )


def limit(count: int) -> int:
    """How many of so many lines the page of the whole story shows."""
    return count if count <= MOST_LINES else FIRST_LINES


def is_dated(item: Item) -> bool:
    """Whether a finding stands on a timeline."""
    return find_days(item.finding) is not None


def list_gaps(rows: tuple[Row, ...]) -> tuple[str, ...]:
    """What the reports do not say about themselves, as far as a dossier tells: it does not hold their blocks."""
    told = filter(None, (tell_undated(rows), tell_unplaced(rows), tell_summaries(rows)))
    return (*told, *map(tell_unread, filter(is_unread, rows)))


def choose_items(items: list[Item]) -> list[Item]:
    """The dated items of most reports, in the order of the page."""
    dated = [item for item in items if is_dated(item)]
    most = sorted(dated, key=lambda item: -len(item.finding.reports))[:MOST_MARKS]
    chosen = {item.finding.id for item in most}
    return [item for item in dated if item.finding.id in chosen]


def gather_words(record: Record) -> Words:
    """The words of every cite of a record."""
    findings = record["findings"]
    origins = [origin for part in (*findings, *record["reports"]) for origin in part["origins"]]
    cites = [cite for part in (*findings, *origins) for cite in part["cites"]]
    return {(cite["report"], cite["start"], cite["end"]): cite["text"] for cite in cites}
