"""A short run of the program that kills: the long one is benchmarks/crash.py."""

import subprocess
import sys
from pathlib import Path

CRASH = Path(__file__).parents[2] / "benchmarks" / "crash.py"


def test_nothing_acknowledged_is_lost_by_a_kill(where: str) -> None:
    command = [sys.executable, str(CRASH), "--kills", "3", "--copies", "3", "--store", where]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "faults: 0" in done.stdout
