"""The page docs/cli.md, made from the commands: ``python -m headwater.cli.reference > docs/cli.md``."""

from __future__ import annotations

import click

from headwater.cli.entry import COMMANDS, headwater

INTRODUCTION = """# Commands

This page is made from the commands: `python -m headwater.cli.reference > docs/cli.md`.

Results go to standard output, everything else to standard error. Colours and progress appear only on a terminal; `NO_COLOR` is
respected. Exit status: 0 done, 1 done but some input failed (each named on standard error), 2 unusable arguments, 130 stopped by
Ctrl-C.
"""
WIDTH = 100


def write_reference() -> str:
    """The help pages of all commands."""
    settings = {**headwater.context_settings, "terminal_width": WIDTH, "max_content_width": WIDTH}
    with click.Context(headwater, info_name="headwater", **settings) as whole:
        pages = [write_page("headwater", headwater.get_help(whole))]
        for name in COMMANDS:
            command = headwater.get_command(whole, name)
            assert command is not None, name
            with click.Context(command, info_name=name, parent=whole, **settings) as ctx:
                pages.append(write_page(f"headwater {name}", command.get_help(ctx)))
    return "\n".join([INTRODUCTION, *pages])


def write_page(title: str, help_page: str) -> str:
    """One command."""
    return f"## {title}\n\n```\n{help_page.strip()}\n```\n"


if __name__ == "__main__":
    click.echo(write_reference(), nl=False)
