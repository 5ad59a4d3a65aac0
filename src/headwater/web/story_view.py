"""A story's record arranged for its page: sections, pictures, the calendar of what is due."""

from __future__ import annotations

from dataclasses import dataclass

from headwater.model.dossier import Dossier
from headwater.show.chain import Chain, draw_chain
from headwater.show.outline import Item, outline
from headwater.show.report_list import (
    Row,
    is_unread,
    list_reports,
    number_reports,
    tell_summaries,
    tell_undated,
    tell_unplaced,
    tell_unread,
)
from headwater.show.timeline import Timeline, draw_timeline
from headwater.web.calendar import Month, draw_months
from headwater.web.page import Record
from headwater.web.revive import revive_dossier
from headwater.web.story_lines import Liner, LineSection, Words

MOST_MARKS = 60
"""Findings on the timeline: those of most reports; a picture with more could not be read."""


@dataclass(frozen=True, slots=True)
class StoryView:
    """What the template shows of a story."""

    dossier: Dossier
    rows: tuple[Row, ...]
    sections: tuple[LineSection, ...]
    gaps: tuple[str, ...]
    timeline: Timeline | None
    chain: Chain | None
    months: tuple[Month, ...]
    liner: Liner


def view_story(record: Record) -> StoryView:
    """The story, cut up for the template."""
    dossier = revive_dossier(record)
    rows, sections = list_reports(dossier), outline(dossier)
    items = [item for section in sections for item in section.items]
    liner = Liner(dossier.story.id, number_reports(dossier.story), gather_words(record))
    return StoryView(
        dossier=dossier,
        rows=rows,
        sections=tuple(map(liner.section, sections)),
        gaps=list_gaps(rows),
        timeline=draw_timeline(choose_items(items)),
        chain=draw_chain(dossier, rows),
        months=draw_months(items),
        liner=liner,
    )


def list_gaps(rows: tuple[Row, ...]) -> tuple[str, ...]:
    """What the reports do not say about themselves, as far as a dossier tells: it does not hold their blocks."""
    told = filter(None, (tell_undated(rows), tell_unplaced(rows), tell_summaries(rows)))
    return (*told, *map(tell_unread, filter(is_unread, rows)))


def choose_items(items: list[Item]) -> list[Item]:
    """The items of most reports, in the order of the page."""
    most = sorted(items, key=lambda item: -len(item.finding.reports))[:MOST_MARKS]
    chosen = {item.finding.id for item in most}
    return [item for item in items if item.finding.id in chosen]


def gather_words(record: Record) -> Words:
    """The words of every cite of a record."""
    findings = record["findings"]
    origins = [origin for part in (*findings, *record["reports"]) for origin in part["origins"]]
    cites = [cite for part in (*findings, *origins) for cite in part["cites"]]
    return {(cite["report"], cite["start"], cite["end"]): cite["text"] for cite in cites}
