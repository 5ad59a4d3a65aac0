"""Word lists as data: TOML files beside this one, each entry with an example, loaded once."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent


@cache
def load(name: str) -> dict[str, Any]:
    """The content of ``name.toml``. Shared between callers: read it, do not change it."""
    with (FOLDER / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)
