"""A dossier for a terminal, or as plain text for a pipe."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from headwater.model.dossier import Dossier
from headwater.show.counts import count
from headwater.show.cuts import list_cuts, name_cut
from headwater.show.outline import Group as Lines
from headwater.show.outline import Item, Section, outline
from headwater.show.printable import one_line, shorten
from headwater.show.refs import refer_all
from headwater.show.report_list import Row, list_gaps, list_reports, number_reports, tell_row
from headwater.show.timeline import Timeline, draw_timeline
from headwater.show.versions import list_versions

HEADING = "bold cyan"
QUIET = "dim"
UNREAD = "Inputs that could not be read"
VERSIONS = "Reports that were edited"
GAPS = "What the reports do not say about themselves"


def write_terminal(dossier: Dossier, *, width: int = 100, colours: bool = False, cuts: bool = False) -> str:
    """The dossier as lines of at most ``width`` characters; escape codes only with ``colours``."""
    out = io.StringIO()
    console = open_console(out, width=width, colours=colours)
    for part in list_parts(dossier, cuts=cuts):
        console.print(part)
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())


def open_console(out: io.StringIO, *, width: int, colours: bool) -> Console:
    """A console that prints text as it is: no mark-up, nothing guessed from it."""
    return Console(
        file=out,
        width=width,
        force_terminal=colours,
        color_system="standard" if colours else None,
        highlight=False,
        emoji=False,
        markup=False,
    )


def list_parts(dossier: Dossier, *, cuts: bool) -> Iterable[RenderableType]:
    """The parts of the page from top to bottom."""
    rows, numbers = list_reports(dossier), number_reports(dossier.story)
    yield draw_heading(dossier)
    sections = outline(dossier)
    for section in sections:
        yield draw_section(section, numbers)
    yield from draw_marks(draw_timeline(item for section in sections for item in section.items), numbers)
    yield draw_reports(rows)
    yield from draw_notes(VERSIONS, list_versions(dossier))
    yield from draw_notes(GAPS, list_gaps(dossier))
    yield from draw_notes(UNREAD, [f"{path}: {message} [{code}]" for path, code, message in dossier.failures])
    if cuts:
        yield from draw_notes("Cut as leftovers of the site", list_cut_lines(rows))


def draw_heading(dossier: Dossier) -> RenderableType:
    """Title, number of reports and the day the dossier stands for."""
    as_of = f"as of {dossier.as_of}" if dossier.as_of else "date unknown"
    facts = f"{count(len(dossier.story.readings), 'report')} · {as_of}"
    return Group(Text(one_line(dossier.title), style="bold"), Text(facts, style=QUIET))


def draw_reports(rows: Iterable[Row]) -> RenderableType:
    """The reports by the numbers that cites call them."""
    table = Table.grid(padding=(0, 1))
    table.add_column(justify="right", width=4)
    table.add_column(overflow="fold")
    for row in rows:
        table.add_row(str(row.number), Text(shorten(row.title, 120)))
        table.add_row("", Text(one_line(" · ".join(tell_row(row))), style=QUIET))
    return Group("", Text("Reports", style=HEADING), table)


def draw_section(section: Section, numbers: Mapping[str, int]) -> RenderableType:
    """A heading and its findings."""
    return Group(
        "",
        Text(section.title, style=HEADING),
        *(part for group in section.groups for part in draw_group(group, numbers)),
    )


def draw_group(group: Lines, numbers: Mapping[str, int]) -> Iterable[RenderableType]:
    """The findings under one name, or under none."""
    if group.title:
        name = Text(one_line(group.title), style="bold")
        yield name.append(f", {one_line(group.note)}", style="not bold") if group.note else name
    for item in group.items:
        yield Padding(draw_item(item, numbers), (0, 0, 0, 2))


def draw_item(item: Item, numbers: Mapping[str, int]) -> RenderableType:
    """The line, then what is known beside it, then how many stand behind it and where."""
    return draw_line(item.text, " · ".join([*item.facts, item.counts, refer_all(item.finding.cites, numbers)]))


def draw_line(text: str, below: str) -> RenderableType:
    """A bullet, with what is known beside it in a paragraph of its own."""
    table = Table.grid(padding=(0, 1))
    table.add_column(width=1)
    table.add_column(overflow="fold")
    table.add_row("•", Text(one_line(text)))
    table.add_row("", Text(one_line(below), style=QUIET))
    return table


def draw_marks(timeline: Timeline | None, numbers: Mapping[str, int]) -> Iterable[RenderableType]:
    """The dated findings by day, with the words each day was read from."""
    if timeline is None:
        return
    yield Group("", Text("Timeline", style=HEADING))
    for day in timeline.days:
        span = f"{day.first}" if day.first == day.last else f"{day.first} to {day.last}"
        yield Text(f"{span} {day.weekday}".rstrip(), style="bold")
        for mark in day.marks:
            below = " · ".join(filter(None, (mark.source, refer_all(mark.item.finding.cites, numbers))))
            yield Padding(draw_line(mark.line, below), (0, 0, 0, 2))


def draw_notes(title: str, lines: Iterable[str]) -> Iterable[RenderableType]:
    """A heading and plain lines under it; nothing where there are none."""
    texts = [Text(f"  • {one_line(line)}") for line in lines]
    if texts:
        yield Group("", Text(title, style=HEADING), *texts)


def list_cut_lines(rows: Iterable[Row]) -> Iterable[str]:
    """``report 1, share (rule@1): Send this …``."""
    for row in rows:
        for block in list_cuts(row.reading):
            words = shorten(row.reading.report.quote(block.span), 80)
            yield f"report {row.number}, {name_cut(block)}: {words}"
