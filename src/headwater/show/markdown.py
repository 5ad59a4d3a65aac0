"""A dossier as Markdown; the words of the reports are escaped, never taken as mark-up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from headwater.model.dossier import Dossier
from headwater.show.counts import count
from headwater.show.outline import Group, Item, Section, outline
from headwater.show.printable import one_line
from headwater.show.refs import refer_all
from headwater.show.report_list import Row, list_gaps, list_reports, number_reports
from headwater.show.terminal import GAPS, UNREAD, VERSIONS, list_cut_lines
from headwater.show.timeline import Timeline, draw_timeline
from headwater.show.versions import list_versions

MARKS = re.compile(r"([\\`*_{}\[\]<>#|~&!$])")
LEADS = re.compile(r"^(\d+)([.)])|^([-+=])")
COLUMNS = ("no.", "title", "outlet", "published", "credit", "origin")


def write_markdown(dossier: Dossier, *, cuts: bool = False) -> str:
    """The dossier as one Markdown document."""
    return "\n".join(list_lines(dossier, cuts=cuts)) + "\n"


def list_lines(dossier: Dossier, *, cuts: bool) -> Iterable[str]:
    """The lines of the document."""
    rows, numbers = list_reports(dossier), number_reports(dossier.story)
    yield f"# {escape(dossier.title)}"
    yield ""
    yield f"{count(len(rows), 'report')}, {f'as of {dossier.as_of}' if dossier.as_of else 'date unknown'}"
    sections = outline(dossier)
    for section in sections:
        yield from write_section(section, numbers)
    yield from write_timeline(draw_timeline(item for section in sections for item in section.items), numbers)
    yield from write_reports(rows)
    yield from write_notes(VERSIONS, list_versions(dossier))
    yield from write_notes(GAPS, list_gaps(dossier))
    yield from write_notes(UNREAD, [f"{path}: {message} [{code}]" for path, code, message in dossier.failures])
    if cuts:
        yield from write_notes("Cut as leftovers of the site", list_cut_lines(rows))


def write_reports(rows: Iterable[Row]) -> Iterable[str]:
    """The table of reports."""
    yield from ("", "## Reports", "", write_row(COLUMNS), write_row(["---"] * len(COLUMNS)))
    for row in rows:
        copied = f"copy of report {row.copy_of}; " if row.copy_of else ""
        cells = (str(row.number), row.title, row.outlet, row.published, row.credit, copied + row.origins)
        yield write_row(map(escape, cells))


def write_row(cells: Iterable[str]) -> str:
    """One row of a table."""
    return f"| {' | '.join(cells)} |"


def write_section(section: Section, numbers: Mapping[str, int]) -> Iterable[str]:
    """A heading and its findings."""
    yield from ("", f"## {section.title}")
    for group in section.groups:
        yield from write_group(group, numbers)


def write_group(group: Group, numbers: Mapping[str, int]) -> Iterable[str]:
    """The findings under one name, or under none."""
    yield ""
    if group.title:
        yield f"### {escape(group.title)}{f', {escape(group.note)}' if group.note else ''}"
        yield ""
    for item in group.items:
        yield write_item(item, numbers)


def write_item(item: Item, numbers: Mapping[str, int]) -> str:
    """The line, what is known beside it, and its cites."""
    below = " · ".join([*item.facts, item.counts, refer_all(item.finding.cites, numbers)])
    return f"- {escape(item.text)}  \n  {escape(below)}"


def write_timeline(timeline: Timeline | None, numbers: Mapping[str, int]) -> Iterable[str]:
    """The dated findings by day, with the words each day was read from."""
    if timeline is None:
        return
    yield from ("", "## Timeline", "")
    for mark in timeline.marks:
        below = " · ".join(filter(None, (mark.source, refer_all(mark.item.finding.cites, numbers))))
        yield f"- **{mark.days}** {escape(mark.line)}  \n  {escape(below)}"


def write_notes(title: str, lines: Iterable[str]) -> Iterable[str]:
    """A heading and plain lines under it; nothing where there are none."""
    items = [f"- {escape(line)}" for line in lines]
    if items:
        yield from ("", f"## {title}", "", *items)


def escape(text: str) -> str:
    """The text as Markdown that shows exactly these characters."""
    marked = MARKS.sub(r"\\\1", one_line(text))
    return LEADS.sub(lambda match: f"{match[1] or ''}\\{match[2] or match[3]}", marked)
