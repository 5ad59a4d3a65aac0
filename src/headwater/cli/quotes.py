"""``headwater quotes``: who said what, statement by statement."""

# ruff: noqa: PLC0415 - the work is imported when the command runs, so that --help stays quick
from __future__ import annotations

import click

from headwater.cli import options
from headwater.cli.files import check_target, write_out


@click.command(
    short_help="Who said what, statement by statement.",
    epilog=options.show_examples(
        "headwater quotes reports/",
        "headwater quotes reports/ --speaker Brenn --high-confidence",
        "headwater quotes reports/ --format csv --output quotes.csv",
    ),
)
@options.paths
@click.option("--speaker", default="", metavar="NAME", help="Only speakers whose name holds NAME.")
@click.option("--high-confidence", is_flag=True, help="Only words in quotation marks whose speaker the text names.")
@click.option(
    "--format",
    "-f",
    "form",
    type=click.Choice(["table", "json", "csv"]),
    default="table",
    show_default=True,
    help="What to print.",
)
@options.output
@options.jobs
def quotes(
    paths: tuple[str, ...], speaker: str, high_confidence: bool, form: str, output: str | None, jobs: int | None
) -> int:
    """List every statement with its speaker, mode, relays and place in the text.

    A statement whose speaker the text does not name is listed with the reason.
    """
    check_target(output)
    from headwater.cli.dossiers import read_all
    from headwater.cli.rows import miss_speaker, show_quotes

    readings, failures = read_all(paths, jobs=jobs)
    page = show_quotes(readings, form=form, speaker=speaker, certain=high_confidence, plain=output is not None)
    write_out(page, output)
    if missed := miss_speaker(readings, speaker=speaker, certain=high_confidence):
        click.echo(f"headwater: {missed}", err=True)
    return 1 if failures else 0
