"""``headwater demo``: the desk with the shipped example in it."""

# ruff: noqa: PLC0415 - the work is imported when the command runs, so that --help stays quick
from __future__ import annotations

import click

from headwater.cli import options


@click.command(
    short_help="Open the desk with the shipped example in it.",
    epilog=options.show_examples("headwater demo", "headwater demo --port 9000 --no-open"),
)
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8765, show_default=True, help="Where to listen; 0: a free one."
)
@click.option("--open/--no-open", "show", default=True, help="Open the browser, or only tell the address.")
def demo(port: int, show: bool) -> int:
    """Fill a store with the shipped example, eight invented reports of one story, and open the desk on it.

    The store is a temporary file: it goes when the desk is closed with Ctrl-C.
    """
    from headwater.cli.demonstrating import open_demo

    open_demo(port, show=show)
    return 0
