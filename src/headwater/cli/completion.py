"""``headwater completion``: a script that completes commands and options in a shell."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from headwater.cli import options

SHELLS = ("bash", "zsh", "fish")


@click.command(
    short_help="Completion for bash, zsh or fish.",
    epilog=options.show_examples(
        'eval "$(headwater completion bash)"      # in ~/.bashrc',
        'eval "$(headwater completion zsh)"       # in ~/.zshrc',
        "headwater completion fish > ~/.config/fish/completions/headwater.fish",
    ),
)
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print the completion script of a SHELL: bash, zsh or fish."""
    complete = get_completion_class(shell)
    assert complete is not None, f"click completes {SHELLS}"
    click.echo(complete(ctx.find_root().command, {}, "headwater", "_HEADWATER_COMPLETE").source())
