"""``headwater due``: threats, promises, demands, deadlines and scheduled events, by date."""

# ruff: noqa: PLC0415 - the work is imported when the command runs, so that --help stays quick
from __future__ import annotations

import click

from headwater.cli import options
from headwater.cli.files import check_target
from headwater.errors import UsageError


@click.command(
    short_help="What is due, and what became of it.",
    epilog=options.show_examples(
        "headwater due reports/",
        "headwater due reports/ --as-of 2031-05-04",
        "headwater due reports/ --ics due.ics      # for a calendar; a second export updates the first",
        "headwater due reports/ --csv > due.csv",
    ),
)
@options.paths
@click.option("--ics", metavar="FILE", type=click.Path(), help="Write an iCalendar file instead of printing.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV.")
@options.as_of
@options.jobs
def due(
    paths: tuple[str, ...], ics: str | None, as_json: bool, as_csv: bool, as_of: str | None, jobs: int | None
) -> int:
    """List what is due and what became of it: who, to whom, what, when, who says so.

    "Passed, no report" means that no report says what happened, not that a promise was broken.
    """
    if sum(map(bool, (ics, as_json, as_csv))) > 1:
        raise UsageError("--ics, --json and --csv exclude one another; give one of them")
    check_target(ics)
    from headwater.cli.calendar import show_due

    form = "json" if as_json else "csv" if as_csv else "table"
    return show_due(paths, form=form, calendar=ics, as_of=as_of, jobs=jobs)
