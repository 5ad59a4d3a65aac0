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

    Prints "N of N cites hold" and, on stderr, each cite that does not; exit status 1 if any does not.
    """
    from headwater.cli.intake import read_inputs
    from headwater.cli.verifying import check_cites, load_cites

    cites = load_cites(dossier)
    problems = check_cites(cites, read_inputs(paths))
    for problem in problems:
        click.echo(f"headwater: {problem}", err=True)
    click.echo(f"{len(cites) - len(problems)} of {len(cites)} cites hold")
    return 1 if problems else 0
