"""The commands, one file each. Only click is imported until a command runs."""

from headwater.cli.entry import main

__all__ = ["main"]
