"""``headwater verify``: does every cite of a dossier stand where it says?"""

# ruff: noqa: PLC0415 - the work is imported when the command runs, so that --help stays quick
from __future__ import annotations

import click

from headwater.cli import options


@click.command(
    short_help="Check every cite of a dossier.",
    epilog=options.show_examples(
        "headwater brief reports/ --format json --output dossier.json", "headwater verify dossier.json reports/"
    ),
)
@click.argument("dossier", metavar="DOSSIER.json", type=click.Path())
@options.paths
def verify(dossier: str, paths: tuple[str, ...]) -> int:
    """Read the reports again and hold every cite of a dossier against them.

    Prints "N of N cites hold" and, on stderr, each cite that does not, what is not shaped as a dossier is, and what
    cannot be read; exit status 1 if there is any of these.
    """
    from headwater.cli.intake import read_inputs
    from headwater.cli.shape import find_faults
    from headwater.cli.verifying import check_cites, find_cites, load_dossier
    from headwater.show.dossier_json import load_schema

    record = load_dossier(dossier)
    cites = list(find_cites(record))
    held, problems = check_cites(cites, read_inputs(paths))
    problems = [f"{dossier}: {fault}" for fault in find_faults(record, load_schema())] + problems
    for problem in problems:
        click.echo(f"headwater: {problem}", err=True)
    click.echo(f"{held} of {len(cites)} cites hold")
    return 1 if problems else 0
