"""``headwater watch``: rules, and being told."""

# ruff: noqa: PLC0415 - the work is imported when the command runs, so that --help stays quick
from __future__ import annotations

import click

from headwater.cli import options
from headwater.cli.correct import author
from headwater.cli.networks import allow_network


@click.group(
    short_help="Be told of what you wait for: rules over findings.",
    epilog=options.show_examples(
        "headwater watch add --actor Holm --origins 2",
        "headwater watch add --due-within 3 --to mailto:desk@harbour.example",
        "headwater watch add --difference --to https://hooks.example/T0/B0",
        "headwater watch list",
    ),
)
def watch() -> None:
    """Be told of what you wait for.

    A rule is held against everything that is added or followed from now on; each finding that it wants becomes a notice,
    once. `headwater add` and `headwater follow` deliver notices; `headwater watch check` does so by itself.
    """


@watch.command(
    "add",
    epilog=options.show_examples(
        "headwater watch add --phrase 'the strait will be closed'",
        "headwater watch add --event ASSAULT --to file:notices.jsonl --to terminal",
        "headwater watch add --correction --to atom:corrections.atom",
    ),
)
@click.option("--actor", metavar="NAME", help="Part of the name of somebody who speaks, acts, or is acted on.")
@click.option("--phrase", metavar="WORDS", help="Words of the finding or of what it cites.")
@click.option("--event", metavar="TYPE", help="A PLOVER type, such as THREATEN.")
@click.option(
    "--due-within", type=click.IntRange(min=1), metavar="DAYS", help="What is due within DAYS of today and not done."
)
@click.option("--origins", type=click.IntRange(min=1), metavar="N", help="At least N independent origins.")
@click.option("--difference", is_flag=True, help="Where reports differ.")
@click.option("--correction", is_flag=True, help="Reports whose text was replaced by another.")
@click.option("--story", metavar="ID", help="Only in this story.")
@click.option(
    "--to",
    "targets",
    multiple=True,
    metavar="TARGET",
    default=("terminal",),
    help="terminal (if none is given), file:PATH, atom:PATH, https://… (a webhook) or mailto:ADDRESS.",
)
@options.store
@author
def add_rule(
    targets: tuple[str, ...], where: str | None, author: str | None, **conditions: str | int | bool | None
) -> int:
    """Keep a rule: all its conditions must hold."""
    from headwater.cli.watching import keep_rule

    return keep_rule(conditions, targets, where=where, author=author)


@watch.command("list", epilog=options.show_examples("headwater watch list"))
@options.store
def show_rules(where: str | None) -> int:
    """Name the rules, and how many notices each has made."""
    from headwater.cli.watching import list_rules

    return list_rules(where)


@watch.command("drop", epilog=options.show_examples("headwater watch drop 3"))
@click.argument("number", type=int)
@options.store
def drop_rule(number: int, where: str | None) -> int:
    """Take rule NUMBER and its notices away."""
    from headwater.cli.watching import drop

    return drop(number, where)


@watch.command("check", epilog=options.show_examples("headwater watch check     # daily, so that due days are told"))
@allow_network
@options.store
def check(networks: tuple[str, ...], where: str | None) -> int:
    """Hold the rules against what is new, and deliver what waits."""
    from headwater.cli.watching import check_now

    return check_now(where, networks=networks)
