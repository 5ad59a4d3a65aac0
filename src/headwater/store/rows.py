"""What is read from a store: one frozen record a row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

Piece = tuple[str, bool]
"""Words around a hit, and whether they are the ones looked for."""


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report as lists show it."""

    id: str
    title: str | None
    outlet: str | None
    published: str | None
    how: str
    url: str | None
    path: str | None
    story: str
    received: str
    version: int
    """Counts from 1: the same address with another text is a new version of the report."""
    supersedes: str | None
    """The id of the version before."""
    feed: str | None
    superseded: bool = False
    """True where a later version is there: a dossier cites that one."""


@dataclass(frozen=True, slots=True)
class StoryRow:
    """A story as lists show it."""

    id: str
    title: str
    as_of: str | None
    first: str | None
    """Earliest publication date among its reports."""
    last: str | None
    reports: int
    origins: int
    findings: int
    new: int
    """Findings new or changed since the reader's last look."""
    updated: str
    stale: bool = False
    """True while reports wait to be told in its dossier."""


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A line of a dossier and its history."""

    id: str
    story: str
    kind: str
    line: str
    reports: int
    origins: int
    first_seen: str
    changed: str
    superseded: str | None
    """When it left the dossier; None while it stands."""
    data: dict[str, Any]
    """The finding as ``brief --format json`` prints it."""
    by: str | None = None
    """Of one superseded: the id of the finding that stands in its place, if any does."""


@dataclass(frozen=True, slots=True)
class PersonRow:
    """An actor of a story."""

    story: str
    id: str
    name: str
    label: str
    reports: int


@dataclass(frozen=True, slots=True)
class FailureRow:
    """Something that could not be read."""

    culprit: str
    code: str
    message: str
    at: str
    feed: str | None


@dataclass(frozen=True, slots=True)
class FeedRow:
    """A feed that is followed, and its health."""

    url: str
    kind: str
    title: str | None = None
    etag: str | None = None
    modified: str | None = None
    last_try: str | None = None
    last_ok: str | None = None
    next_try: str | None = None
    failures: int = 0
    """Failed tries in a row."""
    error: str | None = None
    paused: bool = False


@dataclass(frozen=True, slots=True)
class ListedRow:
    """An address that a feed lists."""

    address: str
    feed: str
    stamp: str
    """What the feed says of it, in short: it changes when the entry does."""
    brought: str | None
    """The report the feed itself brings, as JSON."""
    listed: str
    state: Literal["waiting", "done", "failed"] = "waiting"
    tries: int = 0
    next_try: str | None = None
    error: str | None = None


@dataclass(frozen=True, slots=True)
class WatchRow:
    """A rule that makes notices."""

    id: int
    rule: dict[str, Any]
    targets: list[Any]
    created: str
    author: str


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """What a rule found, and whether its reader was told."""

    id: int
    watch: int
    story: str
    finding: str
    line: str
    made: str
    delivered: str | None
    error: str | None


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """What a reader set right."""

    id: int
    kind: str
    target: Any
    value: Any
    author: str
    made: str
    undone: str | None


@dataclass(frozen=True, slots=True)
class Hit:
    """A report or finding that holds the words looked for."""

    kind: Literal["report", "finding"]
    id: str
    story: str
    title: str
    pieces: tuple[Piece, ...]
