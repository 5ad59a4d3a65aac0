"""The same bytes in, the same bytes out: whatever the hash seed and the order of the input."""

import os
import random
import subprocess
import sys
from pathlib import Path

EXAMPLE = Path(__file__).parent.parent / "examples" / "strait"


def brief(paths: list[Path], *, seed: str) -> bytes:
    command = [sys.executable, "-m", "headwater", "brief", "--format", "json", *map(str, paths)]
    run = subprocess.run(command, capture_output=True, check=False, env={**os.environ, "PYTHONHASHSEED": seed})
    assert run.returncode == 0, run.stderr.decode()
    return run.stdout


def test_two_hash_seeds_and_two_orders_give_the_same_bytes() -> None:
    paths = sorted(path for path in EXAMPLE.iterdir() if path.suffix in {".txt", ".html"})
    shuffled = random.Random(3).sample(paths, len(paths))
    assert brief(paths, seed="1") == brief(shuffled, seed="2")
