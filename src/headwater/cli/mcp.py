"""``headwater mcp``: a store for programs that speak the Model Context Protocol."""

# ruff: noqa: PLC0415 - the work is imported when the command runs, so that --help stays quick
from __future__ import annotations

import click

from headwater.cli import options


@click.command(
    short_help="Serve a store over the Model Context Protocol (standard input and output).",
    epilog=options.show_examples(
        "headwater mcp",
        "headwater mcp --store desk.db",
    ),
)
@options.store
def mcp(where: str | None) -> int:
    """Serve a store over the Model Context Protocol.

    The program that starts this command asks over standard input and output: list_stories, dossier, trace, due, cite,
    search. It can read, and change nothing. Every answer carries its cites, which the tool cite turns into the exact
    characters. Needs headwater[mcp].
    """
    from headwater.cli.answering import serve_answers

    serve_answers(where)
    return 0
