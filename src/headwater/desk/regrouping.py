"""Merges and splits of stories, replayed over the stories that reports were first put into."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy import Connection

from headwater.store.corrections import list_corrections
from headwater.store.members import start_epoch
from headwater.store.membership import (
    forget_moves,
    list_decisions,
    list_families,
    list_moved,
    move_reports,
    move_stories,
)
from headwater.store.rows import CorrectionRow
from headwater.store.stories import touch_story

MERGE, SPLIT = "merge stories", "split story"


def name_part(correction: CorrectionRow) -> str:
    """The id of the story that a split makes."""
    return f"{correction.target}~{correction.id}"


def regroup(connection: Connection, *, now: str) -> list[str]:
    """Replay every merge and split; the stories whose reports changed, now stale."""
    before = list_moved(connection)
    replay(connection, list_corrections(connection))
    after = list_moved(connection)
    moved = {id for id in before.keys() | after.keys() if before.get(id) != after.get(id)}
    decided = list_decisions(connection, moved)
    touched = {places.get(id, decided[id]) for id in moved for places in (before, after)}
    for story in sorted(touched):
        touch_story(connection, story, title=story, now=now)
    if touched:
        start_epoch(connection)
    return sorted(touched)


def replay(connection: Connection, corrections: Iterable[CorrectionRow]) -> None:
    """Apply merges and splits in the order made.

    Reports that joined the part a split had made go back with it when it is undone.
    """
    forget_moves(connection)
    for correction in corrections:
        if correction.kind == MERGE and correction.undone is None:
            move_stories(connection, correction.value, correction.target)
        elif correction.kind == SPLIT and correction.undone is None:
            move_reports(connection, correction.value, name_part(correction))
        elif correction.kind == SPLIT:
            move_stories(connection, [name_part(correction)], correction.target)


@dataclass(frozen=True, slots=True)
class Moves:
    """What merges and splits mean to a report that is about to come."""

    parts: dict[str, str] = field(default_factory=dict)
    """Family of a report that was split off -> its part."""
    steps: tuple[tuple[frozenset[str], str], ...] = ()
    """Stories that became part of another, in the order that happened."""

    def follow(self, story: str) -> str:
        """Where the reports of a story are now."""
        for gone, into in self.steps:
            story = into if story in gone else story
        return story


def find_moves(connection: Connection) -> Moves:
    """The merges and splits that hold."""
    parts: dict[str, str] = {}
    steps: list[tuple[frozenset[str], str]] = []
    for row in list_corrections(connection):
        if row.kind == MERGE and row.undone is None:
            steps.append((frozenset(row.value), row.target))
        elif row.kind == SPLIT and row.undone is None:
            parts |= dict.fromkeys(list_families(connection, row.value), name_part(row))
        elif row.kind == SPLIT:
            steps.append((frozenset({name_part(row)}), row.target))
    return Moves(parts, tuple(steps))


def find_names(connection: Connection, story: str) -> frozenset[str]:
    """The stories whose corrections hold for a story: itself, those merged into it, and the one it was split from."""
    names = {story}
    for correction in reversed(list_corrections(connection, undone=False)):
        if correction.kind == MERGE and correction.target in names:
            names |= set(correction.value)
        elif correction.kind == SPLIT and name_part(correction) in names:
            names.add(correction.target)
    return frozenset(names)
