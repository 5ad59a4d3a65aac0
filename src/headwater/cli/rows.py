"""Rows in the format asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from headwater.cli.screen import find_screen
from headwater.model.reading import Reading
from headwater.show.json_text import dump_json
from headwater.show.printable import one_line
from headwater.show.table import write_table
from headwater.show.tables import QUOTE_COLUMNS, QUOTE_TABLE, Row, fit_quote, list_quotes, list_speakers, write_csv

MOST_NAMES = 10
"""Speakers named where the one asked for is none of them."""


def show_rows(rows: Sequence[Row], columns: Sequence[str], *, form: str, plain: bool) -> str:
    """The rows as ``table``, ``json`` or ``csv``; ``plain`` where they go to a file."""
    if form == "json":
        return dump_json(rows, indent=1) + "\n"
    if form == "csv":
        return write_csv(rows, columns)
    screen = find_screen(plain=plain)
    return write_table(rows, columns, width=screen.width, colours=screen.colours)


def show_quotes(readings: Iterable[Reading], *, form: str, speaker: str, certain: bool, plain: bool) -> str:
    """The statements of some readings; see list_quotes."""
    rows = list_quotes(readings, speaker=speaker, certain=certain)
    if form == "table":
        return show_rows([fit_quote(row) for row in rows], QUOTE_TABLE, form=form, plain=plain)
    return show_rows(rows, QUOTE_COLUMNS, form=form, plain=plain)


def miss_speaker(readings: Sequence[Reading], *, speaker: str, certain: bool) -> str:
    """Which speakers there are, where none has ``speaker`` in the name; nothing where one has."""
    if not speaker or list_quotes(readings, speaker=speaker, certain=certain):
        return ""
    names = list_speakers(readings, certain=certain)
    if not names:
        return f"no speaker matches “{one_line(speaker)}”: no statement names a speaker"
    more = f" and {len(names) - MOST_NAMES} more" if len(names) > MOST_NAMES else ""
    return f"no speaker matches “{one_line(speaker)}”; there are: {', '.join(map(one_line, names[:MOST_NAMES]))}{more}"
