"""``headwater add``: keep reports, and tell their stories anew."""

# ruff: noqa: PLC0415 - the work is imported when the command runs, so that --help stays quick
from __future__ import annotations

import click

from headwater.cli import options
from headwater.cli.networks import allow_network


@click.command(
    short_help="Keep reports in a store and tell their stories anew.",
    epilog=options.show_examples(
        "headwater add reports/",
        "headwater add page.html more.jsonl --store desk.db",
        "headwater add reports/ --store postgresql://user@host/desk",
        "headwater add https://harbour.example/ferry-talks.html",
        "headwater add --failed",
    ),
)
@click.argument("paths", nargs=-1, metavar="PATH|URL…", type=click.Path())
@options.store
@options.jobs
@click.option("--verbose", "-v", is_flag=True, help="Print a line for each report as soon as it is kept.")
@click.option("--failed", is_flag=True, help="List what could not be read, and add nothing.")
@allow_network
def add(
    paths: tuple[str, ...], where: str | None, jobs: int | None, verbose: bool, failed: bool, networks: tuple[str, ...]
) -> int:
    """Keep reports, put each into its story, and tell anew the stories that have changed.

    PATH is a file or a folder of reports, as for brief; - is JSON lines from standard input; URL is the address of a
    page, fetched as follow does: public hosts only, and as robots.txt allows. A report that is kept
    already changes nothing; the same address or file with another text is a new version of the report. What is printed
    as added is on disk: after a crash or a full disk, run the same command again.
    """
    from headwater.cli.adding import add_all, show_failed
    from headwater.cli.store_options import open_named

    if failed and not paths:
        with open_named(where) as store:
            return show_failed(store)
    if not paths or failed:
        raise click.UsageError("Give files or folders of reports, or --failed alone.")
    with open_named(where) as store:
        return 1 if add_all(store, paths, jobs=jobs, verbose=verbose, networks=networks) else 0
