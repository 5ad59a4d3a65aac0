"""Rows as a table for a terminal, or as plain text for a pipe."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from headwater.show.printable import one_line, shorten
from headwater.show.tables import Row

LONGEST_CELL = 400
WIDE = ("words", "what")
"""The columns that get the room; the others are at most NARROW wide."""
NARROW = 20


def write_table(rows: Iterable[Row], columns: Sequence[str], *, width: int = 100, colours: bool = False) -> str:
    """The rows under their columns, at most ``width`` characters wide; a column without a value anywhere is left out."""
    rows = list(rows)
    shown = [column for column in columns if any(row.get(column) not in (None, "") for row in rows)]
    table = Table(box=SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for column in shown:
        if column in WIDE:
            table.add_column(column, overflow="fold", min_width=width // 3)
        else:
            table.add_column(column, overflow="fold", max_width=NARROW)
    for row in rows:
        table.add_row(*(Text(shorten(show_cell(row.get(column)), LONGEST_CELL)) for column in shown))
    return print_wide(table, width=width, colours=colours)


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
