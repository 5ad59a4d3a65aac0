"""``headwater news``: what is new since you last looked, story by story."""

# ruff: noqa: PLC0415 - the work is imported when the command runs, so that --help stays quick
from __future__ import annotations

import click

from headwater.cli import options


@click.command(
    short_help="What is new in a store since you last looked.",
    epilog=options.show_examples(
        "headwater news",
        "headwater news --keep              # and let it be new next time, too",
        "headwater news --format json | jq '.stories[].new[].line'",
    ),
)
@options.store
@options.reader
@click.option("--keep", is_flag=True, help="Do not count this as a look.")
@click.option("--all", "whole", is_flag=True, help="Print every line; else the first ten of each story.")
@click.option(
    "--format",
    "-f",
    "form",
    type=click.Choice(["terminal", "json"]),
    default="terminal",
    show_default=True,
    help="What to print.",
)
def news(where: str | None, reader: str, keep: bool, whole: bool, form: str) -> int:
    """Print what is new, has changed or has left the dossiers since you last looked, and count this as a look.

    Lines begin with + (new), ~ (changed) or - (left). Stories that wait to be told anew are told first.
    """
    from headwater.cli.store_options import open_known
    from headwater.cli.telling import tell_news

    with open_known(where) as store:
        tell_news(store, reader=reader, keep=keep, whole=whole, form=form)
    return 0
