"""Stories of a store as dossiers, for the exporters of :mod:`headwater.show.exporters`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from headwater.desk.refresh import assemble, gather
from headwater.model.dossier import Dossier
from headwater.store import Store
from headwater.store.stories import get_story, list_stories


def find_dossiers(store: Store, stories: Sequence[str] = ()) -> Iterator[Dossier]:
    """The dossiers of stories, all of them if none are named, as readers corrected them; the one changed last first.

    Raises StoreError for a story that is not there.
    """
    with store.connect() as connection:
        named = [get_story(connection, id).id for id in stories]
        ids = named or [row.id for row in list_stories(connection, limit=None)]
    for id in ids:
        with store.connect() as connection:
            material = gather(connection, id)
        if material.readings:
            yield assemble(id, material)
