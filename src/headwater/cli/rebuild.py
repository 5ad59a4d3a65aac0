"""``headwater rebuild``: everything derived made anew."""

# ruff: noqa: PLC0415 - the work is imported when the command runs, so that --help stays quick
from __future__ import annotations

import click

from headwater.cli import options


@click.command(
    short_help="Make anew what an older version found.",
    epilog=options.show_examples(
        "headwater rebuild              # after an upgrade", "headwater rebuild --all --jobs 2 --store desk.db"
    ),
)
@options.store
@options.jobs
@click.option("--all", "--whole", "whole", is_flag=True, help="Make everything anew, also what this version made.")
def rebuild(where: str | None, jobs: int | None, whole: bool) -> int:
    """Read again the reports that another version read, decide their stories, and tell these anew.

    What this version made is left as it is. Its code may have changed all the same, as in a working copy of the source:
    then give --all.

    Reports, corrections, looks and notices stay. A run that was stopped goes on where it was: give the command again,
    without --all.
    """
    from headwater.cli.rebuilding import rebuild_all
    from headwater.cli.store_options import open_known

    with open_known(where) as store:
        return 1 if rebuild_all(store, jobs=jobs, whole=whole) else 0
