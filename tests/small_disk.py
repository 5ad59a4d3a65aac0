"""A file system of a few megabytes for tests, made where we may mount one, grown and gone afterwards."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

NO_FULL_DISK = "a full disk was not tested"


class NoDisk(Exception):
    """Why there is none."""


@dataclass(frozen=True, slots=True)
class SmallDisk:
    """A mounted file system in memory."""

    folder: Path

    def grow(self, megabytes: int) -> None:
        """Make room."""
        call("mount", "-o", f"remount,size={megabytes}m", str(self.folder))


@contextmanager
def mount_disk(megabytes: int) -> Iterator[SmallDisk]:
    """A file system of that size; raises NoDisk where none may be mounted."""
    if os.geteuid() != 0:
        raise NoDisk("only root may mount a small file system")
    folder = Path(tempfile.mkdtemp(prefix="small", dir="/tmp"))
    try:
        call("mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(folder))
        try:
            yield SmallDisk(folder)
        finally:
            call("umount", str(folder))
    finally:
        folder.rmdir()


def call(*command: str) -> None:
    """Run a program; NoDisk with what it said where it fails."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except FileNotFoundError as error:
        raise NoDisk(f"there is no program {command[0]}") from error
    if done.returncode:
        raise NoDisk(done.stderr.strip() or f"{command[0]} failed")
