"""``headwater brief``: reports in, one cited dossier out."""

# ruff: noqa: PLC0415 - the work is imported when the command runs, so that --help stays quick
from __future__ import annotations

import click

from headwater.cli import options
from headwater.cli.files import check_target, write_out
from headwater.errors import UsageError

FORMATS = ("terminal", "lines", "markdown", "html", "json")


@click.command(
    short_help="Tell what reports say together, each line cited.",
    epilog=options.show_examples(
        "headwater brief reports/",
        "headwater brief a.html b.txt --format html --output dossier.html",
        "headwater brief reports/ --as-of 2031-05-04 --show-cuts",
        "headwater brief reports/ --format lines | grep ^said    # one finding a line, tabs between",
        "headwater brief reports/ --format json | jq '.findings[].line'",
        "headwater brief reports/ --since yesterday.json    # made with --format json",
    ),
)
@options.paths
@click.option(
    "--format", "-f", "form", type=click.Choice(FORMATS), default="terminal", show_default=True, help="What to print."
)
@options.as_of
@options.output
@click.option(
    "--show-cuts", is_flag=True, help="List what was marked as leftovers of the sites (HTML always shows it)."
)
@click.option(
    "--since",
    metavar="DOSSIER.json",
    type=click.Path(),
    help="Only what is new or changed since a dossier that was written with --format json.",
)
@options.jobs
def brief(
    paths: tuple[str, ...],
    form: str,
    as_of: str | None,
    output: str | None,
    show_cuts: bool,
    since: str | None,
    jobs: int | None,
) -> int:
    """Tell what reports say together, each line cited.

    PATH is a file or a folder of reports: .txt, .html, .jsonl and what else docs/inputs.md lists; - is JSON lines from
    standard input.
    """
    check_target(output)
    if since and show_cuts:
        raise UsageError("--show-cuts lists the leftovers of whole dossiers; leave it out with --since")
    if since and form == "lines":
        raise UsageError("--format lines shows whole dossiers; with --since take terminal, markdown, html or json")
    from headwater.cli.dossiers import make_dossiers, show_dossiers
    from headwater.cli.since import load_earlier, show_news

    before = load_earlier(since) if since else None
    told = make_dossiers(paths, as_of=as_of, jobs=jobs)
    plain = output is not None
    if since and before:
        write_out(show_news(told, before, since=since, form=form, plain=plain), output)
    elif told.dossiers or form == "json":
        write_out(show_dossiers(told, form, cuts=show_cuts, plain=plain), output)
    return 1 if told.failures else 0
