"""The work of ``headwater export``."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from headwater.cli.adding import refresh_all
from headwater.cli.files import write_out
from headwater.cli.progress import watch
from headwater.cli.store_options import open_known
from headwater.desk.exporting import find_dossiers
from headwater.errors import UsageError
from headwater.show.exporters import find_exporter


def write_export(form: str, stories: Sequence[str], *, output: str | None, where: str | None) -> None:
    """Write stories in a form; those that wait to be told anew are told first."""
    exporter = find_exporter(form)
    if exporter.binary and output is None and sys.stdout.isatty():
        raise UsageError(f"{form} is no text for a terminal; add --output FILE")
    with open_known(where) as store:
        refresh_all(store)
        dossiers = list(watch(find_dossiers(store, stories), "stories:"))
    if not dossiers:
        click.echo("headwater: the store holds no story yet; add reports with: headwater add PATH…", err=True)
    write_out(exporter.write(dossiers), output)
