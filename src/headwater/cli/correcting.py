"""The work of ``headwater correct``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from headwater.cli.adding import refresh_all
from headwater.cli.progress import watch
from headwater.cli.store_options import open_named, read_clock
from headwater.desk.corrections import correct, undo
from headwater.desk.rebuild import reread
from headwater.errors import HeadwaterError, UsageError
from headwater.show.json_text import dump_json
from headwater.show.printable import one_line
from headwater.spread import count_cores
from headwater.store import Store
from headwater.store.corrections import list_corrections
from headwater.store.rows import CorrectionRow


def keep_correction(where: str | None, kind: str, target: Any, *, value: Any, author: str) -> int:
    """Keep one correction, tell the stories it changes anew, and print it with its number."""
    with open_named(where) as store:
        row = correct(store, kind, target, value, author=author, now=read_clock)
        bring_up_to_date(store)
    click.echo(write_row(row))
    return 0


def undo_correction(where: str | None, number: int) -> int:
    """Undo one correction and tell the stories it changed anew."""
    with open_named(where) as store:
        row = undo(store, number, now=read_clock)
        bring_up_to_date(store)
    click.echo(f"undone: {write_row(row)}")
    return 0


def bring_up_to_date(store: Store) -> None:
    """Read again the reports whose furniture was marked, and tell anew the stories that have changed."""
    for _ in watch(reread(store, jobs=count_cores(), now=read_clock), "reports read again:"):
        pass
    refresh_all(store)


def show_corrections(where: str | None, *, form: str) -> int:
    """Print all corrections."""
    with open_named(where) as store, store.connect() as connection:
        rows = list_corrections(connection)
    if form == "json":
        click.echo(dump_json({"corrections": [asdict(row) for row in rows]}, indent=1))
        return 0
    for row in rows:
        click.echo(write_row(row) + (f" (undone {row.undone[:16]})" if row.undone else ""))
    if not rows:
        click.echo("headwater: nothing has been corrected", err=True)
    return 0


def write_row(row: CorrectionRow) -> str:
    """A correction on one line."""
    target = " · ".join(list_words(row.target))
    value = ", ".join(list_words(row.value))
    made = f"{row.made[:16]} by {row.author or 'somebody'}"
    return one_line(f"{row.id}. {row.kind}: {target} → {value or '–'} ({made})")


def list_words(part: Any) -> Iterator[str]:
    """The words of a target or value; cites are left out."""
    if isinstance(part, dict):
        for name, inner in part.items():
            if name != "cites":
                yield from list_words(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from list_words(inner)
    else:
        yield str(part)


def import_corrections(where: str | None, file: str) -> int:
    """Make the corrections of a file that do not hold here yet; the exit status is 1 where some cannot be made."""
    rows, failed = load_corrections(file), 0
    with open_named(where) as store:
        with store.connect() as connection:
            known = {name_row(asdict(row)) for row in list_corrections(connection, undone=False)}
        for row in rows:
            if name_row(row) in known:
                continue
            failed += not import_one(store, row)
        bring_up_to_date(store)
    return 1 if failed else 0


def import_one(store: Store, row: dict[str, Any]) -> bool:
    """Make one correction of another store; whether that could be done."""
    try:
        made = correct(store, row["kind"], row["target"], row["value"], author=row["author"], now=read_clock)
    except HeadwaterError as error:
        click.echo(one_line(f"headwater: correction {row['id']}: {error}"), err=True)
        return False
    click.echo(write_row(made))
    return True


def name_row(row: dict[str, Any]) -> str:
    """What two stores know a correction by."""
    return json.dumps([row["kind"], row["target"], row["value"], row["author"]], sort_keys=True)


def load_corrections(file: str) -> list[dict[str, Any]]:
    """The corrections of a file that hold; raises UsageError where it is no such list."""
    try:
        rows: list[dict[str, Any]] = json.loads(Path(file).read_text("utf-8"))["corrections"]
        return [row for row in rows if row["undone"] is None]
    except OSError as error:
        raise UsageError(f"{file} cannot be read: {error.strerror}") from error
    except (ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{file} is no list of corrections; make one with: headwater correct list -f json") from error
