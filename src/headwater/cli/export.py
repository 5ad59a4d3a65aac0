"""``headwater export``: the stories of a store in other programs' forms."""

# ruff: noqa: PLC0415 - the work is imported when the command runs, so that --help stays quick
from __future__ import annotations

import click

from headwater.cli import options
from headwater.cli.files import check_target

FORMATS = ("json", "csv", "parquet", "ics", "atom", "markdown", "html", "stix", "plover", "polecat")
"""The names in headwater.show.exporters; a test holds the one against the other."""


@click.command(
    short_help="Write stories of a store as JSON, CSV, Parquet, iCalendar, Atom, STIX, PLOVER …",
    epilog=options.show_examples(
        "headwater export --format csv > findings.csv",
        "headwater export --format ics --output due.ics     # a second export updates the first",
        "headwater export --format stix --story STORY",
        "headwater export --format atom --output /var/www/strait.atom",
    ),
)
@click.option("--format", "-f", "form", type=click.Choice(FORMATS), default="json", show_default=True, help="The form.")
@click.option("--story", "stories", multiple=True, metavar="ID", help="Only this story; may be given more than once.")
@options.output
@options.store
def export(form: str, stories: tuple[str, ...], output: str | None, where: str | None) -> int:
    """Write the stories of a store in a form that other programs read.

    Nothing in what is written depends on when it is written: the same store gives the same bytes.
    """
    check_target(output)
    from headwater.cli.exporting import write_export

    write_export(form, stories, output=output, where=where)
    return 0
