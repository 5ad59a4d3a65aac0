"""Rendered pages that need not be made again while what they show stays as it is."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

LARGEST = 32_000_000
"""Bytes kept in all."""


class Shelf:
    """Pages by address, the one used longest ago leaving first. Several threads may use it."""

    def __init__(self, largest: int = LARGEST) -> None:
        self.largest = largest
        self.size = 0
        self._pages: OrderedDict[str, tuple[str, bytes]] = OrderedDict()
        self._lock = Lock()

    def take(self, address: str, stamp: str) -> bytes | None:
        """The page of an address, if it was kept under this stamp."""
        with self._lock:
            kept = self._pages.get(address)
            if kept is None or kept[0] != stamp:
                return None
            self._pages.move_to_end(address)
            return kept[1]

    def keep(self, address: str, stamp: str, *, page: bytes) -> None:
        """Keep a page in the place of what was kept for its address."""
        with self._lock:
            _, old = self._pages.pop(address, ("", b""))
            self._pages[address] = stamp, page
            self.size += len(page) - len(old)
            while self.size > self.largest:
                _, (_, gone) = self._pages.popitem(last=False)
                self.size -= len(gone)
