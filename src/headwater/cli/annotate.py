"""``headwater annotate``: JSON lines in, JSON lines out, in the same order."""

# ruff: noqa: PLC0415 - the work is imported when the command runs, so that --help stays quick
from __future__ import annotations

import click

from headwater.cli import options


@click.command(
    short_help="Notes of each report, as JSON lines.",
    epilog=options.show_examples(
        "headwater annotate reports.jsonl > notes.jsonl",
        "zcat reports.jsonl.gz | headwater annotate | jq -c '.notes[] | select(.kind==\"time\")'",
        "headwater annotate page.html",
    ),
)
@options.source
@options.jobs
def annotate(source: str, jobs: int | None) -> int:
    """Find names, times, statements, events and commitments, one line of JSON per report.

    FILE holds one report a line: {"id", "text"} and, if known, "title", "published", "outlet", "url", "language". A
    line that cannot be read gives {"id", "error"} in its place. docs/formats.md describes the output.
    """
    from headwater.cli.annotating import annotate_lines
    from headwater.cli.lines import print_lines

    failed = print_lines(annotate_lines(source, jobs=jobs))
    if failed:
        click.echo(f'headwater: {failed} of the inputs failed; their lines have "error"', err=True)
    return 1 if failed else 0
