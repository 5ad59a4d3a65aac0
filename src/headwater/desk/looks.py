"""What a reader has seen."""

from __future__ import annotations

from collections.abc import Iterable

from headwater.store import Store
from headwater.store.looks import put_look
from headwater.store.rows import StoryRow


def mark_seen(store: Store, stories: Iterable[StoryRow], *, reader: str = "") -> None:
    """Note that a reader has seen stories as their rows were; what changed since stays new."""
    with store.begin() as connection:
        for story in stories:
            put_look(connection, reader, story.id, seen=story.updated)
