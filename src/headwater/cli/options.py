"""Options that several commands share, and the examples under their help."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])

paths = click.argument("paths", nargs=-1, required=True, metavar="PATH…", type=click.Path())
source = click.argument("source", default="-", metavar="[FILE|-]", type=click.Path())
jobs = click.option(
    "--jobs",
    "-j",
    type=click.IntRange(min=1),
    metavar="N",
    help="Processes to use; as many as there are cores if not given.",
)
output = click.option(
    "--output", "-o", metavar="FILE", type=click.Path(), help="Write to FILE, whole or not at all, instead of printing."
)


def read_day(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """The day of an option as YYYY-MM-DD; refuses what is none."""
    if value is None:
        return None
    try:
        return datetime.strptime(value, "%Y-%m-%d").date().isoformat()
    except ValueError as error:
        raise click.BadParameter(f"{value!r} is no day; give a day as YYYY-MM-DD") from error


as_of = click.option(
    "--as-of",
    callback=read_day,
    metavar="DATE",
    help="The day the answer stands for (YYYY-MM-DD); the latest publication date of the reports if not given.",
)
store = click.option(
    "--store",
    "where",
    envvar="HEADWATER_STORE",
    metavar="PATH|URL",
    help="The store: a file, or postgresql://…; HEADWATER_STORE, else a file in your data folder if not given.",
)
reader = click.option(
    "--reader", default="", metavar="NAME", help="Whose looks are remembered, where several people share a store."
)


def show_examples(*lines: str) -> str:
    """Examples as they stand under a help page, unwrapped."""
    return "\n".join(["\b", "Examples:", *(f"  {line}" for line in lines)])
