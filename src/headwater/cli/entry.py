"""The ``headwater`` command: finds the subcommand, and turns every end of a run into an exit status.

0 done · 1 done, but some input failed (each named on stderr) · 2 unusable arguments · 130 stopped by Ctrl-C.
"""

from __future__ import annotations

import difflib
import os
import sys
from collections.abc import Sequence
from importlib import import_module

import click

from headwater.errors import HeadwaterError, UsageError

SHELVES = (
    ("Read reports", ("brief", "trace", "compare", "quotes", "due", "events", "verify")),
    (
        "Keep them, follow feeds, be told",
        ("demo", "add", "follow", "serve", "news", "watch", "correct", "export", "rebuild"),
    ),
    ("For programs", ("annotate", "stories", "mcp", "completion")),
)
"""The help page's headings, with the commands under each."""
COMMANDS = tuple(name for _, names in SHELVES for name in names)
"""Each is the function of its name in ``headwater.cli.<name>``."""
STOPPED = 130


class LazyGroup(click.Group):
    """A group that imports a subcommand when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of the help page."""
        return list(COMMANDS)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands under their headings, all in one width."""
        for title, names in SHELVES:
            found = [
                (name, command.get_short_help_str(100)) for name in names if (command := self.get_command(ctx, name))
            ]
            with formatter.section(title):
                formatter.write_dl([(name.ljust(max(map(len, COMMANDS))), about) for name, about in found])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The subcommand, or None where there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"headwater.cli.{cmd_name}"), cmd_name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The subcommand of ``args``; a misspelt one is refused with the nearest name."""
        near = difflib.get_close_matches(args[0], COMMANDS, n=1)
        if near and near[0] != args[0]:
            ctx.fail(f"No such command {args[0]!r}. Did you mean {near[0]!r}?")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run the subcommand; a reader who has seen enough and closes the pipe is no error."""
        try:
            status: object = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            hush()
            return 0
        return status


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Start with: headwater brief FOLDER, or headwater demo to look around.",
)
@click.version_option(package_name="headwater", message="headwater %(version)s")
def headwater() -> None:
    """Trace the news to its source.

    Reads reports of one developing story and answers, each line cited to exact characters: what is reported and from
    how many independent origins, who said what through whom, what happened, what is due, where reports differ, and
    what cannot be established.

    Exit status: 0 done, 1 done but some input failed (each named), 2 unusable arguments.
    """


def main() -> None:
    """Run the command line of this process."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run a command line and return its exit status; no error of a user shows a traceback."""
    try:
        status = headwater.main(list(arguments), prog_name="headwater", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("headwater: stopped", err=True)
        return STOPPED
    except HeadwaterError as error:
        click.echo(f"headwater: {error}", err=True)
        return 2 if isinstance(error, UsageError) else 1
    except OSError as error:
        return tell_unwritten(error)
    return status if isinstance(status, int) else 0


def tell_unwritten(error: OSError) -> int:
    """One line on stderr for a full disk and its like; what is still unwritten is given up. The exit status."""
    hush()
    click.echo(f"headwater: {error.filename or 'output'}: {error.strerror or 'cannot be written'}", err=True)
    return 1


def hush() -> None:
    """Send what is still unwritten nowhere: nobody can read it any more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
