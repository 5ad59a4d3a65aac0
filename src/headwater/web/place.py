"""What every page works with: the store, the clock, the gate, the work under way, the reader."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from headwater.store import Store
from headwater.web.gate import Gate
from headwater.web.shelf import Shelf
from headwater.web.work import Work


@dataclass(frozen=True, slots=True)
class Place:
    """One desk being served."""

    store: Store
    now: Callable[[], datetime]
    gate: Gate
    work: Work
    reader: str = ""
    """Whose looks count; one desk has one reader."""
    shelf: Shelf = field(default_factory=Shelf)
