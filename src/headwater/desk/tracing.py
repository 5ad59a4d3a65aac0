"""Where some words stand in the stories of a store, and two of its reports side by side."""

from __future__ import annotations

from sqlalchemy import Connection

from headwater.assess.comparison import Comparison
from headwater.assess.trace import Trace
from headwater.desk.readings import unpack_reading
from headwater.desk.refresh import assemble, gather
from headwater.errors import StoreError
from headwater.model.dossier import Dossier
from headwater.pipeline import compare_readings, trace_dossiers
from headwater.store.records import get_readings
from headwater.store.search import search
from headwater.store.stories import list_members

MOST_STORIES = 3
"""Stories traced, those found first: each is put together anew."""
MOST_REPORTS = 150
"""A story with more reports would take longer than a reader waits."""
HITS = 50
"""Hits among which stories are looked for."""


def trace_stored(connection: Connection, words: str) -> tuple[tuple[Dossier, Trace], ...]:
    """Where words stand, in the stories that hold all of them, as corrected by their readers."""
    found = dict.fromkeys(hit.story for hit in search(connection, words, limit=HITS))
    small = [story for story in found if len(list_members(connection, story)) <= MOST_REPORTS]
    dossiers = (assemble(story, gather(connection, story)) for story in small[:MOST_STORIES])
    return trace_dossiers(words, dossiers)


def compare_stored(connection: Connection, one: str, other: str) -> Comparison:
    """Two reports by their ids; StoreError where one is not there."""
    kept = {reading.report: reading for reading in get_readings(connection, [one, other])}
    for id in (one, other):
        if id not in kept:
            raise StoreError(f"there is no report {id!r} in the store")
    return compare_readings(unpack_reading(kept[one]), unpack_reading(kept[other]))
