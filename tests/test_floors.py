"""Measured claims keep their floors (benchmarks/floors.toml)."""

import re
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
FLOORS: list[dict[str, Any]] = tomllib.loads((ROOT / "benchmarks" / "floors.toml").read_text("utf8"))["floor"]


@cache
def output_of(command: str) -> str:
    done = subprocess.run([sys.executable, command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.xdist_group("floors")
@pytest.mark.parametrize("floor", FLOORS, ids=lambda floor: str(floor["name"]))
def test_floor(floor: dict[str, Any]) -> None:
    output = output_of(floor["command"])
    found = re.search(floor["pattern"], output)
    assert found, f"{floor['command']} prints no figure for {floor['name']!r}:\n{output}"
    figure = float(found[1])
    assert figure >= floor.get("at_least", figure), f"{floor['name']}: {figure} fell below its floor"
    assert figure <= floor.get("at_most", figure), f"{floor['name']}: {figure} rose above its ceiling"
