"""The page docs/cli.md, made from the commands: ``python -m headwater.cli.reference > docs/cli.md``."""

from __future__ import annotations

from collections.abc import Iterator

import click

from headwater.cli.entry import headwater

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
        return "\n".join([INTRODUCTION, *write_pages(headwater, whole)])


def write_pages(command: click.Command, ctx: click.Context) -> Iterator[str]:
    """The help page of a command, then those of the commands below it."""
    yield write_page(ctx.command_path, command.get_help(ctx))
    for name in command.list_commands(ctx) if isinstance(command, click.Group) else ():
        below = command.get_command(ctx, name)  # type: ignore[attr-defined]
        with click.Context(below, info_name=name, parent=ctx, terminal_width=WIDTH, max_content_width=WIDTH) as inner:
            yield from write_pages(below, inner)


def write_page(title: str, help_page: str) -> str:
    """One command."""
    return f"## {title}\n\n```\n{help_page.strip()}\n```\n"


if __name__ == "__main__":
    click.echo(write_reference(), nl=False)
