"""Progress of long work, on stderr and only where a person looks at it."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")


def watch(items: Iterable[Item], what: str, *, total: int | None = None) -> Iterator[Item]:
    """The items, counted on a line of stderr that goes away at the end; just the items where stderr is no terminal."""
    if not sys.stderr.isatty():
        yield from items
        return
    of_total = f" of {total}" if total else ""
    try:
        for number, item in enumerate(items, start=1):
            sys.stderr.write(f"\r\x1b[K{what} {number}{of_total}")
            sys.stderr.flush()
            yield item
    finally:
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()
