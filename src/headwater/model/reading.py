"""What has been found so far in one report: the one type that passes through the steps."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from headwater.model.block import Block
from headwater.model.notes import Actor, Commitment, Event, Mention, Note, Statement, Time
from headwater.model.report import Provenance, Report
from headwater.model.sentence import Sentence
from headwater.model.span import Span


def _start(sentence: Sentence) -> int:
    return sentence.spans[0].start


def _end(sentence: Sentence) -> int:
    return sentence.spans[-1].end


@dataclass(frozen=True, slots=True)
class Reading:
    """A report and every layer of notes over it. A step fills one field; until then it holds its empty default."""

    report: Report
    repeated: tuple[Span, ...] = ()
    """Lines that other articles of the same site hold, too: known only where reports are read together."""
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

    def sentences_in(self, span: Span) -> tuple[Sentence, ...]:
        """The sentences that share a character with ``span``, in text order; takes logarithmic time."""
        first = bisect_right(self.sentences, span.start, key=_end)
        last = bisect_left(self.sentences, span.end, lo=first, key=_start)
        return self.sentences[first:last]

    @property
    def notes(self) -> tuple[Note, ...]:
        """All notes, grouped by kind, each group in text order."""
        return (*self.mentions, *self.times, *self.statements, *self.events, *self.commitments)
