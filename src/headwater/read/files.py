"""Paths -> files to read, in a stable order; what is no readable file is named."""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from headwater.errors import InputError
from headwater.read.sniffing import ENDINGS


class Found(NamedTuple):
    """A file and the id of its report."""

    path: Path
    id: str


def find_files(paths: Iterable[str | Path]) -> list[Found | InputError]:
    """The files of paths and folders, folders walked in the order of names.

    A file's id is its name, or its path below the folder given; where two would be the same both take their whole path.
    Files given by name are taken whatever their ending; of a folder, hidden ones and those of other endings are passed over.
    """
    found = list(once(entry for path in paths for entry in _look(Path(path))))
    uses = Counter(entry.id for entry in found if isinstance(entry, Found))
    return [
        Found(entry.path, entry.path.as_posix()) if isinstance(entry, Found) and uses[entry.id] > 1 else entry
        for entry in found
    ]


def once(entries: Iterable[Found | InputError]) -> Iterator[Found | InputError]:
    """Entries without files that came before: a folder and a file in it may both be given."""
    seen: set[Path] = set()
    for entry in entries:
        place = entry.path.resolve() if isinstance(entry, Found) else None
        if place is None or place not in seen:
            yield entry
        if place is not None:
            seen.add(place)


def _look(path: Path) -> Iterator[Found | InputError]:
    if path.is_dir():
        yield from _walk(path)
    else:
        yield _check(path, path.name)


def _check(path: Path, name: str) -> Found | InputError:
    """The file, or what keeps it from being read."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return InputError(str(path), "not_found", "there is no such file or folder")
    except OSError as error:
        return InputError(str(path), "unreadable", error.strerror or "cannot be looked at")
    if not stat.S_ISREG(mode):
        return InputError(str(path), "not_a_file", "is a pipe, socket or device, not a file")
    return (
        Found(path, name)
        if os.access(path, os.R_OK)
        else InputError(str(path), "unreadable", "may not be read: check its permissions")
    )


def _walk(folder: Path) -> Iterator[Found | InputError]:
    root = folder.resolve()
    for place, folders, names in os.walk(folder, onerror=None):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(place, name)
            if name.startswith(".") or path.suffix.lower() not in ENDINGS | {""}:
                continue
            if not leads_inside(path, root):
                yield InputError(
                    str(path), "outside", f"is a link that leads out of {folder}; give what it points to by name"
                )
            else:
                yield _check(path, path.relative_to(folder).as_posix())


def leads_inside(path: Path, root: Path) -> bool:
    """Whether a path, links followed, lies below ``root``. A loop of links leads nowhere and is told as unreadable later."""
    try:
        return path.resolve().is_relative_to(root)
    except (OSError, RuntimeError):  # a loop: RuntimeError up to Python 3.12, OSError after
        return True
