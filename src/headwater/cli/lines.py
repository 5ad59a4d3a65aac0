"""Lines of output printed one by one, as they come."""

from __future__ import annotations

from collections.abc import Iterable

import click

from headwater.api import Failure
from headwater.cli.dossiers import name_failures


def print_lines(lines: Iterable[tuple[str, Failure | None]]) -> int:
    """Print each line, and name the failure it tells of on stderr; the number of failures."""
    failed = 0
    for line, failure in lines:
        click.echo(line)
        if failure is not None:
            name_failures([failure])
            failed += 1
    return failed
