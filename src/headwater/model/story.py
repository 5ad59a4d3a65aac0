"""Several readings of one developing event, and what ties them together."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from headwater.model.finding import Finding
from headwater.model.origin import Origin
from headwater.model.reading import Reading
from headwater.model.span import Span

LinkKind = Literal["utterance", "event", "commitment", "passage"]
NoteRef = tuple[str, int]
"""A note: report id and its number in that reading's statements, events or commitments."""


@dataclass(frozen=True, slots=True)
class Link:
    """Notes of several reports that say the same thing."""

    kind: LinkKind
    members: tuple[NoteRef, ...]
    score: float
    """0-1: the weakest tie that holds the group together."""
    reason: str
    possible: bool = False
    """True where the tie is likely and not certain ("new way" / "new path")."""


@dataclass(frozen=True, slots=True)
class Copy:
    """One report repeats another's text."""

    report: str
    of: str
    containment: float
    """Share (0-1) of the report's words that stand in ``of``."""
    passages: tuple[tuple[Span, Span], ...] = ()
    """(span in ``report``, span in ``of``)."""


@dataclass(frozen=True, slots=True)
class Person:
    """An actor across reports."""

    id: str
    name: str
    label: str
    actors: tuple[tuple[str, str], ...]
    """(report id, actor id in that report)."""


@dataclass(frozen=True, slots=True)
class Version:
    """An earlier text of a report: it was published again at the same address."""

    report: str
    """The report that stands now."""
    earlier: Reading


@dataclass(frozen=True, slots=True)
class Story:
    """The reports of one developing event. A step fills one field; until then it holds its empty default."""

    id: str
    readings: tuple[Reading, ...]
    copies: tuple[Copy, ...] = ()
    people: tuple[Person, ...] = ()
    utterances: tuple[Link, ...] = ()
    events: tuple[Link, ...] = ()
    commitments: tuple[Link, ...] = ()
    origins: dict[NoteRef, tuple[Origin, ...]] = field(default_factory=dict)
    """Origins of each *statement*, by its reference."""
    report_origins: dict[str, tuple[Origin, ...]] = field(default_factory=dict)
    """Origins of a report as a whole, for what it says in its own voice."""
    findings: tuple[Finding, ...] = ()
    versions: tuple[Version, ...] = ()
    """Earlier texts of the reports, oldest first; no findings are made from them."""

    def reading(self, report: str) -> Reading:
        """The reading of a report by its id."""
        return next(r for r in self.readings if r.report.id == report)
