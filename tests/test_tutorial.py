"""The tutorial's commands run in its order, and print the lines it shows."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
GAP = "…"
"""On a line of its own: lines left out."""


def read_steps(page: str) -> list[tuple[str, list[str]]]:
    """Each command with the lines shown under it."""
    steps: list[tuple[str, list[str]]] = []
    for block in BLOCK.findall(page):
        for line in block.splitlines():
            if line.startswith("$ "):
                steps.append((line.removeprefix("$ "), []))
            elif line.strip() not in ("", GAP):
                steps[-1][1].append(line.strip())
    return steps


def squeeze(text: str) -> str:
    return " ".join(text.split())


def test_every_line_of_the_tutorial_is_what_its_command_prints(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HEADWATER_STORE", str(tmp_path / "desk.db"))
    steps = read_steps((ROOT / "docs" / "tutorial.md").read_text("utf8"))
    assert len(steps) > 10
    for command, shown in steps:
        program, *arguments = shlex.split(command)
        run = [sys.executable, "-m", "headwater", *arguments] if program == "headwater" else [program, *arguments]
        done = subprocess.run(run, capture_output=True, text=True)
        printed = squeeze(done.stdout + done.stderr)
        missing = [line for line in shown if squeeze(line) not in printed]
        assert missing == [], f"{command} prints:\n{done.stdout}{done.stderr}"
        assert done.returncode in (0, 1)
