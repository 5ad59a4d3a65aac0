"""The work of ``headwater correct``."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import click
from sqlalchemy import Connection

from headwater.cli.adding import refresh_all
from headwater.cli.progress import watch
from headwater.cli.store_options import open_known, read_clock
from headwater.desk.corrections import correct, undo
from headwater.desk.described import describe
from headwater.desk.rebuild import reread
from headwater.desk.regrouping import SPLIT, name_part
from headwater.show.json_text import dump_json
from headwater.show.kinds import tell_kind
from headwater.show.printable import one_line
from headwater.spread import count_cores
from headwater.store import Store
from headwater.store.corrections import list_corrections
from headwater.store.findings import list_findings
from headwater.store.rows import CorrectionRow
from headwater.store.stories import get_story, list_stories


def keep_correction(where: str | None, kind: str, target: Any, *, value: Any, author: str) -> int:
    """Keep one correction, tell the stories it changes anew, and print it with its number."""
    with open_known(where) as store:
        row = correct(store, kind, target, value, author=author, now=read_clock)
        with store.connect() as connection:
            told = write_row(connection, row)
        bring_up_to_date(store)
    click.echo(told)
    if row.kind == SPLIT:
        click.echo(one_line(f"the new story is {name_part(row)}; to take it back: headwater correct undo {row.id}"))
    return 0


def undo_correction(where: str | None, number: int) -> int:
    """Undo one correction and tell the stories it changed anew."""
    with open_known(where) as store:
        row = undo(store, number, now=read_clock)
        bring_up_to_date(store)
        with store.connect() as connection:
            click.echo(f"undone: {write_row(connection, row)}")
    return 0


def bring_up_to_date(store: Store) -> None:
    """Read again the reports whose furniture was marked, and tell anew the stories that have changed."""
    for _ in watch(reread(store, jobs=count_cores(), now=read_clock), "reports read again:"):
        pass
    refresh_all(store)


def show_corrections(where: str | None, *, form: str) -> int:
    """Print all corrections."""
    with open_known(where) as store, store.connect() as connection:
        rows = list_corrections(connection)
        if form == "json":
            click.echo(dump_json({"corrections": [asdict(row) for row in rows]}, indent=1))
            return 0
        for row in rows:
            click.echo(write_row(connection, row) + (f" (undone {row.undone[:16]})" if row.undone else ""))
    if not rows:
        click.echo("headwater: nothing has been corrected", err=True)
    return 0


def write_row(connection: Connection, row: CorrectionRow) -> str:
    """A correction on one line."""
    return one_line(f"{row.id}. {describe(connection, row)} ({row.made[:16]} by {row.author or 'somebody'})")


def show_ids(where: str | None, story: str | None) -> int:
    """Print the ids of the findings of a story with their lines; without one, the stories."""
    with open_known(where) as store, store.connect() as connection:
        if story is None:
            rows = [(told.id, told.title) for told in list_stories(connection, limit=1_000_000)]
        else:
            get_story(connection, story)
            found = list_findings(connection, story)
            rows = [(row.id, f"{tell_kind(row.kind, row.data['details'])}: {row.line}") for row in found]
    for id, line in rows:
        click.echo(f"{one_line(id)}\t{one_line(line)}")
    if not rows:
        click.echo("headwater: there is none yet; give the store reports with: headwater add PATH", err=True)
    return 0
