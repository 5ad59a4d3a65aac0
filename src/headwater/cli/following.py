"""The work of ``headwater follow``."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import click

from headwater.cli.adding import refresh_all
from headwater.cli.dossiers import name_failures
from headwater.cli.store_options import open_named, read_clock
from headwater.cli.watching import tell_watches
from headwater.desk.collecting import Collected
from headwater.desk.following import Follower, follow_feed, stop_following
from headwater.desk.looking import Looked
from headwater.errors import InputError, StoreError, UsageError
from headwater.fetch.polite import Guest
from headwater.read.extractor import Extractor
from headwater.settings import Fetching, Settings
from headwater.show.counts import count
from headwater.show.printable import one_line
from headwater.store import Store
from headwater.store.feeds import get_feed, list_feeds, put_feed
from headwater.store.rows import FeedRow

NAP = 20.0
"""Seconds between two looks at whose turn it is."""


def run(feeds: tuple[str, ...], *, once: bool, minutes: int, networks: tuple[str, ...], where: str | None) -> int:
    """Follow feeds, those given and those followed already; the exit status."""
    settings = Settings(fetching=Fetching(networks=networks))
    with open_named(where) as store, Extractor(settings.reading) as extractor:
        for address in feeds:
            follow_or_refuse(store, address)
        if not known_feeds(store):
            raise UsageError("no feed is followed yet; give the address of one")
        guest = Guest(settings.fetching)
        follower = Follower(store, guest, extractor, read_clock, settings, every=timedelta(minutes=minutes))
        if once:
            return 1 if take_turn(follower, is_only=True) else 0
        return go_on(follower)


def follow_or_refuse(store: Store, address: str) -> None:
    """Follow an address given on the command line."""
    try:
        follow_feed(store, address)
    except InputError as error:
        raise UsageError(str(error)) from error


def known_feeds(store: Store) -> list[FeedRow]:
    """The feeds followed."""
    with store.connect() as connection:
        return list_feeds(connection)


def go_on(follower: Follower) -> int:
    """Take turns until stopped; a store that cannot be written to just now is tried again."""
    while True:
        try:
            take_turn(follower)
        except StoreError as error:
            click.echo(f"headwater: {error}", err=True)
        time.sleep(NAP)


def take_turn(follower: Follower, *, is_only: bool = False) -> int:
    """One turn, told line by line, then the stories anew; the number of failures. An only turn tells that nothing was due."""
    failures = added = 0
    idle = is_only
    for result in follower.take_turn():
        idle = False
        if isinstance(result, Looked):
            click.echo(tell_look(result))
            name_failures([(error.culprit, error.code, error.message) for error in result.failures])
            failures += (result.feed.error is not None) + len(result.failures)
        else:
            failures += tell_collected(result)
            added += len(result.added)
    if idle:
        click.echo(tell_idle(known_feeds(follower.store)))
    if added:
        stories = refresh_all(follower.store)
        click.echo(f"{count(added, 'report')} added; {stories} {'story' if stories == 1 else 'stories'} told anew")
    return failures + tell_watches(follower.store, networks=follower.settings.fetching.networks)


def tell_idle(feeds: list[FeedRow]) -> str:
    """``no feed is due; the next one is after 2031-05-05 08:15 UTC``."""
    times = [feed.next_try for feed in feeds if feed.next_try and not feed.paused]
    if not times:
        return "no feed is due: all are paused; headwater follow --resume FEED asks one again"
    return f"no feed is due; the next one is after {minute(min(times))}"


def tell_look(looked: Looked) -> str:
    """``https://harbour.example/rss: 20 listed, 3 new``."""
    if looked.feed.error:
        return one_line(f"{looked.feed.url}: {looked.feed.error}; asked again after {minute(looked.feed.next_try)}")
    left = f", {looked.left} left for later: the queue is full" if looked.left else ""
    return one_line(f"{looked.feed.url}: {looked.listed} listed, {looked.new} new{left}")


def tell_collected(collected: Collected) -> int:
    """Name what failed on stderr; how many addresses failed for good."""
    name_failures([(error.culprit, error.code, error.message) for error in collected.failures])
    if collected.from_feed:
        click.echo(f"headwater: {one_line(collected.address)}: kept what its feed brings of it", err=True)
    return 0 if collected.added or collected.again else 1


def minute(at: str | None) -> str:
    """A time of the store to the minute, in UTC."""
    return f"{at[:10]} {at[11:16]} UTC" if at else "the next turn"


def show_feeds(where: str | None) -> int:
    """Print each feed and how it does; the exit status."""
    with open_named(where) as store:
        feeds = known_feeds(store)
    for feed in feeds:
        click.echo(one_line(f"{feed.url}\t{tell_health(feed)}"))
    if not feeds:
        click.echo("headwater: no feed is followed", err=True)
    return 0


def tell_health(feed: FeedRow) -> str:
    """``ok, last seen 2031-05-05 08:00 UTC``; ``paused``; ``failing (3 times): …``."""
    if feed.paused:
        return f"paused{': ' + feed.error if feed.error else ''}"
    if feed.failures:
        times = "once" if feed.failures == 1 else f"{feed.failures} times"
        return f"failing ({times}): {feed.error}; asked again after {minute(feed.next_try)}"
    return f"ok, last seen {minute(feed.last_ok)}" if feed.last_ok else "not asked yet"


def stop(address: str, where: str | None) -> int:
    """Follow a feed no longer."""
    with open_named(where) as store:
        stop_following(store, address)
    return 0


def pause(address: str, where: str | None) -> int:
    """Leave a feed alone."""
    return change(address, where, lambda feed: replace(feed, paused=True))


def resume(address: str, where: str | None) -> int:
    """Ask a feed again at the next turn."""
    return change(address, where, lambda feed: replace(feed, paused=False, failures=0, next_try=None))


def change(address: str, where: str | None, edit: Callable[[FeedRow], FeedRow]) -> int:
    """Change a feed. Raises StoreError where it is not followed."""
    with open_named(where) as store, store.begin() as connection:
        feed = get_feed(connection, address)
        if feed is None:
            raise StoreError(f"{address} is not followed; headwater follow --list names what is")
        put_feed(connection, edit(feed))
    return 0
