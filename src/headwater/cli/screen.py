"""What standard output is: a terminal, with a width and perhaps colours, or not."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass

NARROWEST, WIDEST, PIPED = 40, 120, 100
"""Characters a line: on terminals between the first two; in files and pipes always the third, so that bytes do not vary."""


@dataclass(frozen=True, slots=True)
class Screen:
    """Where text will be read."""

    width: int
    colours: bool


def find_screen(*, plain: bool = False) -> Screen:
    """The terminal of this process; ``plain`` for text that goes elsewhere. NO_COLOR is respected."""
    if plain or not sys.stdout.isatty():
        return Screen(PIPED, colours=False)
    width = shutil.get_terminal_size((PIPED, 24)).columns
    colours = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return Screen(max(NARROWEST, min(WIDEST, width)), colours)
