"""The work of ``headwater add``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import click

from headwater.cli.dossiers import name_failures
from headwater.cli.intake import read_inputs
from headwater.cli.progress import watch
from headwater.cli.store_options import read_clock
from headwater.cli.watching import tell_watches
from headwater.desk.intake import Added, add_reports
from headwater.desk.refresh import UNTOLD, refreshing
from headwater.desk.visiting import is_address, visit
from headwater.errors import InputError
from headwater.fetch.polite import Guest
from headwater.model.report import Report
from headwater.settings import Fetching, Settings
from headwater.show.counts import count
from headwater.show.printable import one_line
from headwater.spread import Crew, count_cores
from headwater.store import Store
from headwater.store.failures import list_failures
from headwater.store.stories import list_stale

TOLD = {"new": "added", "version": "new version", "unchanged": "already there"}


def add_all(
    store: Store, paths: Iterable[str], *, jobs: int | None, verbose: bool, networks: tuple[str, ...] = ()
) -> int:
    """Add reports, then tell their stories anew; the number of failures, each named on stderr.

    Notices of what is new are delivered last.
    """
    counts: Counter[str] = Counter()
    settings = Settings(fetching=Fetching(networks=networks))
    found = find_reports(paths, settings)
    with Crew(jobs or count_cores()) as crew:
        for result in watch(add_reports(store, found, jobs=crew, now=read_clock), "reports:"):
            if isinstance(result, InputError):
                name_failures([(result.culprit, result.code, result.message)])
                counts["failed"] += 1
                continue
            counts[result.what] += 1
            if verbose:
                click.echo(tell_added(result))
        refreshed = refresh_all(store, crew)
    click.echo(tell_counts(counts, refreshed))
    return counts["failed"] + tell_watches(store, networks=networks)


def find_reports(given: Iterable[str], settings: Settings) -> Iterator[Report | InputError]:
    """The reports of files, folders and standard input, then those of web addresses; the store tells equal ids apart."""
    places = list(given)
    addresses = [place for place in places if is_address(place)]
    paths = [place for place in places if not is_address(place) and "://" not in place]
    for place in places:
        if "://" in place and not is_address(place):
            yield InputError(place, "not_http", "is no web address; give one that starts with https:// or http://")
    if paths:
        yield from read_inputs(paths, apart=False)
    if addresses:
        yield from visit(addresses, guest=Guest(settings.fetching), settings=settings)


def tell_added(added: Added) -> str:
    """A report as kept, and its story."""
    return one_line(f"{TOLD[added.what]}: {added.id} (story {added.story})")


def refresh_all(store: Store, jobs: Crew | None = None) -> int:
    """Tell the stale stories anew, with progress; how many were. One that cannot be told is named on stderr, and waits."""
    with store.connect() as connection:
        total = len(list_stale(connection))
    work = list(watch(refreshing(store, now=read_clock, jobs=jobs or count_cores()), "stories told anew:", total=total))
    name_failures((done.story, UNTOLD, done.failure) for done in work if done.failure)
    return sum(not done.failure for done in work)


def tell_counts(counts: Counter[str], stories: int) -> str:
    """``8 reports added, 2 already there; 1 story told anew``."""
    parts = [f"{count(counts['new'], 'report')} added"]
    if counts["version"]:
        parts.append(count(counts["version"], "new version"))
    if counts["unchanged"]:
        parts.append(f"{counts['unchanged']} already there")
    if counts["failed"]:
        parts.append(f"{counts['failed']} failed")
    told = f"; {stories} {'story' if stories == 1 else 'stories'} told anew" if stories else ""
    return ", ".join(parts) + told


def show_failed(store: Store) -> int:
    """Print what could not be read; the exit status."""
    with store.connect() as connection:
        rows = list_failures(connection, limit=None)
    for row in rows:
        click.echo(one_line(f"{row.at[:16]} {row.culprit}: {row.message} [{row.code}]"))
    if not rows:
        click.echo("headwater: nothing has failed", err=True)
    return 0
