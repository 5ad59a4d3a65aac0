"""The work of ``headwater watch``."""

from __future__ import annotations

import getpass
from collections import Counter
from collections.abc import Mapping
from typing import Any

import click

from headwater.cli.store_options import open_known, open_named, read_clock
from headwater.desk.delivery import Post, deliver, find_kind, hide_secrets
from headwater.desk.rules import Rule, check_event, read_rule
from headwater.desk.watching import check_watches, set_watch
from headwater.errors import StoreError
from headwater.settings import Fetching
from headwater.show.counts import count
from headwater.show.printable import one_line
from headwater.store import Store
from headwater.store.notices import list_notices
from headwater.store.watches import drop_watch, list_watches


def keep_rule(conditions: Mapping[str, Any], targets: tuple[str, ...], *, where: str | None, author: str | None) -> int:
    """Keep a rule; the exit status. Raises UsageError for a rule or target that cannot be."""
    rule = Rule(**conditions)
    check_event(rule.event)
    for target in targets:
        find_kind(target)
    with open_named(where) as store:
        kept = set_watch(store, rule, targets, author=author or getpass.getuser(), now=read_clock)
    click.echo(f"watch {kept.id}: {one_line(str(rule))}")
    return 0


def list_rules(where: str | None) -> int:
    """Print the rules; the exit status."""
    with open_known(where) as store, store.connect() as connection:
        watches = list_watches(connection)
        made = Counter(notice.watch for notice in list_notices(connection, limit=None))
        waiting = Counter(notice.watch for notice in list_notices(connection, waiting=True, limit=None))
    for watch in watches:
        told = ", ".join(hide_secrets(target) for target in watch.targets)
        rest = f", {waiting[watch.id]} waiting" if waiting[watch.id] else ""
        line = f"{watch.id}\t{read_rule(watch.rule)}\tto {told}\t{count(made[watch.id], 'notice')}{rest}"
        click.echo("\t".join(map(one_line, line.split("\t"))))
    if not watches:
        click.echo("headwater: nothing is watched; add a rule with: headwater watch add", err=True)
    return 0


def drop(number: int, where: str | None) -> int:
    """Take a rule away; the exit status."""
    with open_known(where) as store, store.begin() as connection:
        if not drop_watch(connection, number):
            raise StoreError(f"there is no watch {number}; headwater watch list names them")
    return 0


def check_now(where: str | None, *, networks: tuple[str, ...]) -> int:
    """Make and deliver notices; the exit status: 1 where some could not be delivered."""
    with open_known(where) as store:
        return 1 if tell_watches(store, networks=networks) else 0


def tell_watches(store: Store, *, networks: tuple[str, ...] = ()) -> int:
    """Make the notices of what is new and deliver all that wait; how many targets failed, each named on stderr."""
    check_watches(store, now=read_clock)
    post = Post(lambda line: click.echo(one_line(line)), Fetching(networks=networks))
    reasons = deliver(store, post, now=read_clock)
    for reason in reasons:
        click.echo(f"headwater: not delivered: {one_line(reason)}", err=True)
    return len(reasons)
