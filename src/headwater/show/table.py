"""Rows as a table for a terminal, or as plain text for a pipe."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from headwater.show.printable import one_line, shorten
from headwater.show.tables import Row

LONGEST_CELL = 400
WIDE = ("words", "what")
"""The columns that get the room; the others are at most NARROW wide."""
NARROW = 20
WEIGHT = 2.5
"""How many times the room of another column one of WIDE keeps."""
GAP, EDGES = 2, 2
"""Characters between two columns, and outside the outer ones."""


def write_table(rows: Iterable[Row], columns: Sequence[str], *, width: int = 100, colours: bool = False) -> str:
    """The rows under their columns, at most ``width`` characters wide; a column without a value anywhere is left out."""
    rows = list(rows)
    shown = [column for column in columns if any(row.get(column) not in (None, "") for row in rows)]
    table = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold")
    for column, room in zip(shown, share_room(rows, shown, width=width), strict=True):
        table.add_column(column, overflow="fold", width=room)
    for row in rows:
        table.add_row(*(Text(shorten(show_cell(row.get(column)), LONGEST_CELL)) for column in shown))
    return print_wide(table, width=width, colours=colours)


def share_room(rows: Sequence[Row], columns: Sequence[str], *, width: int) -> list[int]:
    """The width of each column: what it needs, the broadest cut down until all stand on a line."""
    room = [find_need(rows, column) for column in columns]
    spare = width - EDGES - GAP * (len(columns) - 1)
    weights = [WEIGHT if column in WIDE else 1 for column in columns]
    while sum(room) > max(spare, len(columns)):
        widest = max(range(len(room)), key=lambda place: (room[place] > 1, room[place] / weights[place]))
        room[widest] -= 1
    return room


def find_need(rows: Iterable[Row], column: str) -> int:
    """The width at which a column's cells stand on one line, within bounds."""
    longest = max([len(column), *(cell_len(show_cell(row.get(column))) for row in rows)])
    return min(longest, LONGEST_CELL if column in WIDE else max(NARROW, len(column)))


def show_cell(cell: str | int | None) -> str:
    """A cell as text."""
    return "" if cell is None else one_line(str(cell))


def print_wide(table: Table, *, width: int, colours: bool) -> str:
    """What rich prints of a table, without blanks at line ends."""
    out = io.StringIO()
    console = Console(
        file=out, width=width, force_terminal=colours, color_system="standard" if colours else None, highlight=False
    )
    console.print(table)
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())
