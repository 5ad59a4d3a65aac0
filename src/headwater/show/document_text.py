"""Documents for a terminal, or as plain text for a pipe."""

from __future__ import annotations

import io
from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from headwater.link.beside import Piece
from headwater.show.document import MARKS, Document, Entry, Heading, Legend, Pair, Part, Remark
from headwater.show.printable import one_line
from headwater.show.terminal import HEADING, QUIET, open_console

STYLES = {"one": "bold", "other": "bold", "both": "", "cut": QUIET}
WARNING = "bold"
NARROW = 80
"""Characters below which a pair stands one under the other."""


def write_text(document: Document, *, width: int = 100, colours: bool = False) -> str:
    """The document as lines of at most ``width`` characters; escape codes only with ``colours``."""
    out = io.StringIO()
    console = open_console(out, width=width, colours=colours)
    console.print(Text(one_line(document.title), style="bold"))
    console.print(Text(one_line(" · ".join(document.facts)), style=QUIET))
    for part in document.parts:
        console.print(draw_part(part, width=width))
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())


def draw_part(part: Part, *, width: int) -> RenderableType:
    """One part."""
    if isinstance(part, Heading):
        return Group("", Text(one_line(part.text), style=HEADING if part.level == 2 else "bold"))
    if isinstance(part, Remark):
        return Padding(Text(one_line(part.text), style=QUIET), (0, 0, 0, 2))
    if isinstance(part, Legend):
        return Group("", Text(part.tell(*("words".join(MARKS[where]) for where in ("one", "other"))), style=QUIET))
    if isinstance(part, Entry):
        return Padding(draw_entry(part, bullet="•"), (0, 0, 0, 2))
    return Padding(draw_pair(part, width=width), (0, 0, 0, 2))


def draw_entry(entry: Entry, *, bullet: str) -> RenderableType:
    """The label, the words, then what is known beside them."""
    table = Table.grid(padding=(0, 1))
    table.add_column(width=len(bullet))
    table.add_column(overflow="fold")
    lines = [Text(one_line(entry.label), style="bold")] if entry.label else []
    lines += [draw_pieces(entry.pieces)] if entry.pieces else []
    if entry.warning:
        lines.append(Text(f"! {one_line(entry.warning)}", style=WARNING))
    if entry.below:
        lines.append(Text(one_line(entry.below), style=QUIET))
    for number, line in enumerate(lines):
        table.add_row("" if number else bullet, line)
    return table


def draw_pair(pair: Pair, *, width: int) -> RenderableType:
    """Two columns, or one under the other where there is little room."""
    heads = [Text(one_line(pair.note), style=QUIET)] if pair.note else []
    heads += [Text(f"! {one_line(pair.warning)}", style=WARNING)] if pair.warning else []
    left, right = (draw_entry(entry, bullet="•") for entry in (pair.left, pair.right))
    if width < NARROW:
        return Group(*heads, left, right, "")
    table = Table.grid(padding=(0, 2), expand=True)
    table.add_column(ratio=1, overflow="fold")
    table.add_column(ratio=1, overflow="fold")
    table.add_row(left, right)
    return Group(*heads, table, "")


def draw_pieces(pieces: Iterable[Piece]) -> Text:
    """The words, those that one side lacks in brackets: no colour is needed to tell them."""
    text = Text()
    for number, piece in enumerate(pieces):
        words = "…" if piece.where == "cut" else one_line(piece.text).join(MARKS[piece.where])
        text.append(" " if number else "").append(words, style=STYLES[piece.where])
    return text
