"""The desk as a user starts it: a process of its own."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PATIENCE = 20


@contextmanager
def serving(store: Path, *options: str, **environment: str) -> Iterator[str]:
    """The address of a desk; it is closed politely, and must have nothing to complain of."""
    command = [sys.executable, "-m", "headwater", "serve", "--store", str(store), "--port", "0", *options]
    desk = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment or None)
    assert desk.stdout is not None
    line = desk.stdout.readline()
    try:
        assert line.startswith("The desk is open at http://"), desk.communicate(timeout=PATIENCE)
        yield line.split()[5]
    finally:
        desk.send_signal(signal.SIGTERM)
        out, complaints = desk.communicate(timeout=PATIENCE)
    assert (desk.returncode, out, complaints) == (0, "The desk is closed.\n", "")
