"""The work of ``headwater due``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import click

from headwater.cli.dossiers import make_dossiers
from headwater.cli.files import write_out
from headwater.cli.rows import show_rows
from headwater.model.dossier import Dossier
from headwater.show.counts import count
from headwater.show.due_table import DUE_COLUMNS, fit_due, flatten_due, list_due, number_cited
from headwater.show.ics import write_calendar
from headwater.show.json_text import dump_json
from headwater.show.printable import one_line
from headwater.show.tables import write_csv

TABLE = ("due", "status", "kind", "who", "what", "condition", "cites")
"""The columns that fit a terminal."""


def show_due(paths: Iterable[str], *, form: str, calendar: str | None, as_of: str | None, jobs: int | None) -> int:
    """Print what is due, or write it as a calendar; the exit status of the command."""
    told = make_dossiers(paths, as_of=as_of, jobs=jobs)
    if calendar:
        page = write_calendar(told.dossiers)
        write_out(page, calendar)
        click.echo(f"headwater: {count(page.count('BEGIN:VEVENT'), 'dated item')} written to {calendar}", err=True)
    else:
        write_out(write_due(told.dossiers, form=form))
    return 1 if told.failures else 0


def write_due(dossiers: Sequence[Dossier], *, form: str) -> str:
    """What is due as ``json``, ``csv`` or ``table``."""
    records = list_due(dossiers)
    if form == "json":
        return dump_json(records, indent=1) + "\n"
    if form == "csv":
        return write_csv(list(map(flatten_due, records)), DUE_COLUMNS)
    numbers = number_cited(dossiers, records)
    table = show_rows([fit_due(record, numbers) for record in records], TABLE, form=form, plain=False)
    return table + "".join(f" [{number}] {one_line(report)}\n" for report, number in numbers.items())
