"""Where output goes: standard output, or a file that is whole or not there."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import click

from headwater.errors import UsageError


def check_target(path: str | None) -> None:
    """Raise UsageError before any work is done where ``path`` could not be written afterwards."""
    if path is None:
        return
    target = Path(path)
    if target.is_dir():
        raise UsageError(f"{path} is a folder; name a file in it")
    if not target.parent.is_dir():
        raise UsageError(f"{path}: there is no folder {target.parent}; make it first")
    if not os.access(target.parent, os.W_OK):
        raise UsageError(f"{path}: the folder {target.parent} may not be written to")


def write_out(text: str | bytes, path: str | None = None) -> None:
    """Print the text as UTF-8, or put it into a file; bytes go out as they are."""
    data = text.encode("utf-8", "backslashreplace") if isinstance(text, str) else text
    if path is None:
        click.echo(data, nl=False)
    else:
        write_beside(Path(path), data)


def write_beside(target: Path, data: bytes) -> None:
    """Write a file beside ``target``, then rename it: whatever stops the run, no half of it is left.

    A target that is no regular file (``/dev/stdout``) is written to directly.
    """
    target = target.resolve()
    if target.exists() and not target.is_file():
        target.write_bytes(data)
        return
    handle, part = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
    try:
        with open(handle, "wb") as file:
            file.write(data)
        Path(part).chmod(0o666 & ~read_umask())
        Path(part).replace(target)
    except BaseException:
        Path(part).unlink(missing_ok=True)
        raise


def read_umask() -> int:
    """The mask of this process; the system tells it only when it is set."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
