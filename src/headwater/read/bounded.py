"""Reading no more than is allowed, also of what is packed."""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path
from typing import IO

from headwater.errors import InputError


def read_bounded(file: IO[bytes], culprit: str, largest: int) -> bytes:
    """All bytes of a file. Raises InputError: ``too_large``, ``truncated``, ``damaged`` (packed files)."""
    try:
        data = file.read(largest + 1)
    except EOFError as error:
        raise InputError(culprit, "truncated", "the packed file ends too early; fetch or pack it again") from error
    except (gzip.BadGzipFile, zlib.error) as error:
        raise InputError(culprit, "damaged", "cannot be unpacked; pack it again or give it unpacked") from error
    if len(data) > largest:
        raise InputError(culprit, "too_large", f"has more than {largest:,} bytes; give it in parts")
    return data


def read_file(path: Path, largest: int) -> bytes:
    """All bytes of a file on disk, unpacked if it is gzip."""
    with path.open("rb") as start:
        packed = start.read(2) == b"\x1f\x8b"
    file: IO[bytes]
    with gzip.open(path) if packed else path.open("rb") as file:  # type: ignore[assignment]
        return read_bounded(file, str(path), largest)
