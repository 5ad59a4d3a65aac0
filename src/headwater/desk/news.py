"""What is new since a reader last looked, story by story."""

from __future__ import annotations

from dataclasses import dataclass, replace

from headwater.store import Store
from headwater.store.findings import list_findings
from headwater.store.looks import get_look
from headwater.store.rows import FindingRow, StoryRow
from headwater.store.stories import list_unseen
from headwater.store.watched import list_new_versions


@dataclass(frozen=True, slots=True)
class StoryNews:
    """A story and what changed in it."""

    story: StoryRow
    seen: str | None
    """When the reader last looked; None where never."""
    new: tuple[FindingRow, ...]
    changed: tuple[FindingRow, ...]
    gone: tuple[FindingRow, ...]
    """Left the dossier, and nothing stands in their place."""
    edited: tuple[str, ...]
    """Titles of reports whose text was replaced since the last look."""
    was: dict[str, FindingRow]
    """Of what is changed so much that it goes by another id: its id -> the finding in whose place it stands."""


def find_news(store: Store, *, reader: str = "", limit: int | None = None) -> list[StoryNews]:
    """The stories with something new to a reader, the one changed last first."""
    with store.connect() as connection:
        unseen = list_unseen(connection, reader=reader, limit=limit)
        found = []
        for story in unseen:
            seen = get_look(connection, reader, story.id)
            news = sort_news(story, seen, list_findings(connection, story.id, since=""))
            edited = list_new_versions(connection, since=seen) if seen else []
            found.append(replace(news, edited=tuple(title for _, id, title, _ in edited if id == story.id)))
        return found


def sort_news(story: StoryRow, seen: str | None, rows: list[FindingRow]) -> StoryNews:
    """Sort the findings of a story by what they are to a reader who last looked at ``seen``."""
    since = seen or ""
    standing = [row for row in rows if row.superseded is None and row.changed > since]
    left = [row for row in rows if row.superseded and row.superseded > since and row.first_seen <= since]
    ids = {row.id for row in standing}
    was = {row.by: row for row in left if row.by in ids}
    return StoryNews(
        story,
        seen,
        tuple(row for row in standing if row.first_seen > since and row.id not in was),
        tuple(row for row in standing if row.first_seen <= since or row.id in was),
        tuple(row for row in left if row.by not in ids),
        (),
        {by: row for by, row in was.items() if by is not None},
    )
