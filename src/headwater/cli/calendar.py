"""The work of ``headwater due``."""

from __future__ import annotations

from collections.abc import Iterable

import click

from headwater.cli.dossiers import make_dossiers
from headwater.cli.files import write_out
from headwater.cli.rows import show_rows
from headwater.show.counts import count
from headwater.show.due_table import DUE_COLUMNS, list_due
from headwater.show.ics import write_calendar

TABLE = ("due", "status", "kind", "who", "what", "condition", "through", "origins", "cites")
"""The columns that fit a terminal."""


def show_due(paths: Iterable[str], *, form: str, calendar: str | None, as_of: str | None, jobs: int | None) -> int:
    """Print what is due, or write it as a calendar; the exit status of the command."""
    told = make_dossiers(paths, as_of=as_of, jobs=jobs)
    if calendar:
        page = write_calendar(told.dossiers)
        write_out(page, calendar)
        click.echo(f"headwater: {count(page.count('BEGIN:VEVENT'), 'dated item')} written to {calendar}", err=True)
    else:
        columns = TABLE if form == "table" else DUE_COLUMNS
        write_out(show_rows(list_due(told.dossiers), columns, form=form, plain=False))
    return 1 if told.failures else 0
