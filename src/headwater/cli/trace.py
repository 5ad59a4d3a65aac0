"""``headwater trace``: where some words stand, and where each wording entered the news."""

# ruff: noqa: PLC0415 - the work is imported when the command runs, so that --help stays quick
from __future__ import annotations

import click

from headwater.cli import options
from headwater.cli.files import check_target

FORMATS = ("terminal", "markdown", "html", "json")


@click.command(
    short_help="Where some words stand, and where they entered the news.",
    epilog=options.show_examples(
        'headwater trace "the strait closed" reports/',
        'headwater trace "the strait closed" reports/ --format html --output trace.html',
        'headwater trace "the strait closed" reports/ --format json | jq ".traces[].places[].report"',
    ),
)
@click.argument("words", metavar="WORDS")
@options.paths
@click.option(
    "--format", "-f", "form", type=click.Choice(FORMATS), default="terminal", show_default=True, help="What to print."
)
@options.output
@options.jobs
def trace(words: str, paths: tuple[str, ...], form: str, output: str | None, jobs: int | None) -> int:
    """Find every report that carries WORDS, each wording against the fullest one, earliest first.

    WORDS are a quotation or a part of one, in quotation marks of the shell. Words in no statement are found, too. Exit
    status 1 where no report carries the words, as with grep, or where some input failed.
    """
    check_target(output)
    from headwater.cli.tracing import show_trace

    return show_trace(words, paths, form=form, output=output, jobs=jobs)
