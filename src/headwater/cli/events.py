"""``headwater events``: who did what to whom, in the records of the field."""

# ruff: noqa: PLC0415 - the work is imported when the command runs, so that --help stays quick
from __future__ import annotations

import click

from headwater.cli import options
from headwater.cli.files import check_target, write_out


@click.command(
    short_help="Who did what to whom.",
    epilog=options.show_examples(
        "headwater events reports/",
        "headwater events reports/ --stance happened,denied",
        "headwater events reports/ --format tsv --output polecat.tsv",
    ),
)
@options.paths
@click.option(
    "--format",
    "-f",
    "form",
    type=click.Choice(["table", "jsonl", "tsv"]),
    default="table",
    show_default=True,
    help="A table, PLOVER records one a line, or the columns of POLECAT.",
)
@click.option("--stance", default="", metavar="LIST", help="Only these stances, parted by commas: happened,denied.")
@options.output
@options.jobs
def events(paths: tuple[str, ...], form: str, stance: str, output: str | None, jobs: int | None) -> int:
    """List events with actor, recipient, PLOVER type, stance, time and place.

    Stances: happened, ongoing, expected, threatened, promised, demanded, refused, denied, hypothetical, negated.
    """
    check_target(output)
    from headwater.cli.coding import read_stances, show_events
    from headwater.cli.dossiers import read_all

    wanted = read_stances(stance)
    readings, failures = read_all(paths, jobs=jobs)
    write_out(show_events(readings, form=form, stances=wanted, plain=output is not None), output)
    return 1 if failures else 0
