"""The work of ``headwater rebuild``."""

from __future__ import annotations

from collections import Counter
from importlib.metadata import version
from itertools import groupby

import click

from headwater.cli.progress import watch
from headwater.cli.store_options import read_clock
from headwater.desk.rebuild import Done
from headwater.desk.rebuild import rebuild as rebuild_store
from headwater.show.printable import one_line
from headwater.spread import count_cores
from headwater.store import Store


def rebuild_all(store: Store, *, jobs: int | None, whole: bool) -> int:
    """Make anew what another version made, with progress; the number of failures, each named on stderr."""
    counts: Counter[str] = Counter()
    work = rebuild_store(store, jobs=jobs or count_cores(), now=read_clock, whole=whole)
    for what, pieces in groupby(work, key=lambda done: done.what):
        for done in watch(pieces, f"{what}:"):
            counts[what] += 1
            counts["failed"] += tell_failed(done)
    parts = [f"{what} again: {number}" for what, number in counts.items() if number and what != "failed"]
    click.echo(
        "; ".join(parts)
        or f"Everything was made by this version ({version('headwater')}). To make it anew: headwater rebuild --all"
    )
    return counts["failed"]


def tell_failed(done: Done) -> bool:
    """Name a report that could not be read again on stderr; whether it is one."""
    if done.failure:
        click.echo(one_line(f"headwater: {done.id}: {done.failure}"), err=True)
    return bool(done.failure)
