"""The work of ``headwater correct import``: the corrections of another store made here."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import click

from headwater.cli.correcting import bring_up_to_date, write_row
from headwater.cli.store_options import open_named, read_clock
from headwater.desk.corrections import correct
from headwater.desk.regrouping import SPLIT
from headwater.errors import HeadwaterError, UsageError
from headwater.show.counts import count
from headwater.show.printable import one_line
from headwater.store import Store
from headwater.store.corrections import list_corrections
from headwater.store.rows import CorrectionRow

Record = dict[str, Any]


@dataclass(slots=True)
class Import:
    """A list of corrections on its way into a store."""

    store: Store
    held: dict[str, CorrectionRow]
    """What holds here already, by :func:`name_row`."""
    parts: dict[str, str] = field(default_factory=dict)
    """The id of a story that a split made there -> the id of that story here."""
    made: int = 0
    there: int = 0
    """How many held here already."""
    is_stale: bool = False
    """Whether stories wait to be told anew since the last correction made."""

    def take(self, row: Record) -> HeadwaterError | None:
        """Make one correction unless it holds; what is in its way, after the stories were brought up to date."""
        if known := self.held.get(name_row(self.rename_parts(row))):
            self.there += 1
            self.note_part(row, known)
            return None
        error = self.make(row)
        if error and self.is_stale:
            bring_up_to_date(self.store)
            self.is_stale = False
            error = self.make(row)
        return error

    def make(self, row: Record) -> HeadwaterError | None:
        """Make one correction and print it; what is in its way."""
        here = self.rename_parts(row)
        try:
            made = correct(
                self.store, here["kind"], here["target"], here["value"], author=here["author"], now=read_clock
            )
        except HeadwaterError as error:
            return error
        self.made, self.is_stale = self.made + 1, True
        self.note_part(row, made)
        with self.store.connect() as connection:
            click.echo(write_row(connection, made))
        return None

    def note_part(self, row: Record, here: CorrectionRow) -> None:
        """Remember what the story of a split is called here."""
        if here.kind == SPLIT:
            self.parts[f"{row['target']}~{row['id']}"] = f"{here.target}~{here.id}"

    def rename_parts(self, row: Record) -> Record:
        """The correction with the stories of splits as they are called here."""
        target = row["target"]
        if isinstance(target, dict) and "story" in target:
            target = {**target, "story": self.parts.get(target["story"], target["story"])}
        elif isinstance(target, str):
            target = self.parts.get(target, target)
        value = row["value"]
        if row["kind"] == "merge stories":
            value = [self.parts.get(story, story) for story in value]
        return {**row, "target": target, "value": value}


def import_corrections(where: str | None, file: str) -> int:
    """Make the corrections of a file that do not hold here yet; the exit status is 1 where some cannot be made.

    They are made in their order; those that could not be made are tried once more after all others.
    """
    rows, undone = load_corrections(file)
    with open_named(where) as store:
        with store.connect() as connection:
            held = {name_row(asdict(row)): row for row in list_corrections(connection, undone=False)}
        work = Import(store, held)
        later = [row for row in rows if work.take(row)]
        failed = [(row, error) for row in later if (error := work.take(row))]
        bring_up_to_date(store)
    for row, error in failed:
        click.echo(one_line(f"headwater: correction {row['id']}: {error}"), err=True)
    click.echo(sum_up(work, undone=undone, failed=len(failed)))
    return 1 if failed else 0


def sum_up(work: Import, *, undone: int, failed: int) -> str:
    """``7 corrections made, 2 there already, 1 undone in the list and left out``."""
    parts = [f"{count(work.made, 'correction')} made"]
    parts += [f"{work.there} there already"] if work.there else []
    parts += [f"{undone} undone in the list and left out"] if undone else []
    parts += [f"{failed} could not be made"] if failed else []
    return ", ".join(parts)


def name_row(row: Record) -> str:
    """What two stores know a correction by."""
    return json.dumps([row["kind"], row["target"], row["value"], row["author"]], sort_keys=True)


def load_corrections(file: str) -> tuple[list[Record], int]:
    """The corrections of a file that hold, and how many were undone; raises UsageError where it is no such list."""
    try:
        rows: list[Record] = json.loads(Path(file).read_text("utf-8"))["corrections"]
        holding = [row for row in rows if row["undone"] is None]
    except OSError as error:
        raise UsageError(f"{file} cannot be read: {error.strerror}") from error
    except (ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{file} is no list of corrections; make one with: headwater correct list -f json") from error
    return holding, len(rows) - len(holding)
