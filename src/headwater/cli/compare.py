"""``headwater compare``: two reports side by side."""

# ruff: noqa: PLC0415 - the work is imported when the command runs, so that --help stays quick
from __future__ import annotations

import click

from headwater.cli import options
from headwater.cli.files import check_target

FORMATS = ("terminal", "markdown", "html", "json")


@click.command(
    short_help="Two reports side by side.",
    epilog=options.show_examples(
        "headwater compare a.txt b.html",
        "headwater compare a.txt b.html --format html --output compared.html",
        "headwater compare a.txt b.html --format json | jq '.said[].changes'",
    ),
)
@click.argument("one", metavar="A", type=click.Path())
@click.argument("other", metavar="B", type=click.Path())
@click.option(
    "--format", "-f", "form", type=click.Choice(FORMATS), default="terminal", show_default=True, help="What to print."
)
@options.output
def compare(one: str, other: str, form: str, output: str | None) -> int:
    """Hold report A against report B: what both say, what only one has, where they differ.

    A and B are files that hold one report each.
    """
    check_target(output)
    from headwater.cli.comparing import show_comparison

    return show_comparison(one, other, form=form, output=output)
