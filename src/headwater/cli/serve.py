"""``headwater serve``: the desk in the browser."""

# ruff: noqa: PLC0415 - the work is imported when the command runs, so that --help stays quick
from __future__ import annotations

from typing import Any

import click

from headwater.cli import options


@click.command(
    short_help="Open the desk: a store in the browser.",
    epilog=options.show_examples(
        "headwater serve",
        "headwater serve --store desk.db --port 9000 --open",
        "HEADWATER_TOKEN=… headwater serve --host 0.0.0.0 --allow-host desk.example",
    ),
)
@options.store
@options.reader
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8765,
    show_default=True,
    help="Where to listen; 0 takes a free one.",
)
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="The address to listen at.")
@click.option(
    "--token",
    envvar="HEADWATER_TOKEN",
    metavar="TEXT",
    help="Let in only who knows this token; better given as HEADWATER_TOKEN, which others on this machine cannot see.",
)
@click.option("--i-know", is_flag=True, help="Serve without a token at an address that others can reach.")
@click.option("--allow-host", "names", multiple=True, metavar="NAME", help="A further name this desk is reached by.")
@click.option("--open", "show", is_flag=True, help="Open the desk in the browser.")
def serve(where: str | None, reader: str, *, show: bool, **reach: Any) -> int:
    """Show a store in the browser until Ctrl-C: stories, reports, search, corrections, feeds.

    Only this machine can reach the desk unless --host says otherwise, and then it needs a token. Stories that wait to
    be told anew are told while the desk is open. Every page is there as JSON too: add .json to its address.
    """
    from headwater.cli.serving import open_desk
    from headwater.cli.store_options import open_named
    from headwater.web.gate import open_gate

    gate = open_gate(**reach)
    with open_named(where) as store:
        open_desk(store, gate, reader=reader, show=show)
    return 0
