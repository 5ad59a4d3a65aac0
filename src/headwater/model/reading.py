"""What has been found so far in one report: the one type that passes through the steps."""

from __future__ import annotations

from dataclasses import dataclass, field

from headwater.model.block import Block
from headwater.model.notes import Actor, Commitment, Event, Mention, Note, Statement, Time
from headwater.model.report import Provenance, Report
from headwater.model.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Reading:
    """A report and every layer of notes over it. A step fills one field; until then it holds its empty default."""

    report: Report
    language: str = "und"
    """BCP 47 code; "und" = undetermined."""
    blocks: tuple[Block, ...] = ()
    provenance: Provenance = field(default_factory=Provenance)
    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] = ()
    actors: tuple[Actor, ...] = ()
    times: tuple[Time, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    commitments: tuple[Commitment, ...] = ()

    @property
    def notes(self) -> tuple[Note, ...]:
        """All notes, grouped by kind, each group in text order."""
        return (*self.mentions, *self.times, *self.statements, *self.events, *self.commitments)
