"""``headwater stories``: which reports tell the same story."""

# ruff: noqa: PLC0415 - the work is imported when the command runs, so that --help stays quick
from __future__ import annotations

import click

from headwater.cli import options


@click.command(
    short_help="Which reports tell the same story.",
    epilog=options.show_examples(
        "headwater stories reports.jsonl",
        "headwater stories --batch < reports.jsonl | jq -r '[.story, .id] | @tsv' | sort",
    ),
)
@options.source
@click.option("--batch", is_flag=True, help="Read everything first: earlier decisions may be revised.")
def stories(source: str, batch: bool) -> int:
    """Print the story of each report, one line of JSON per report: {"id", "story"}.

    FILE holds one report a line, as for annotate. Without --batch each line is decided as it comes, in the order
    received.
    """
    from headwater.cli.grouping import group_lines
    from headwater.cli.lines import print_lines

    return 1 if print_lines(group_lines(source, batch=batch)) else 0
