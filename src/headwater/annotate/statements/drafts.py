"""A statement while it is being built."""

from __future__ import annotations

from dataclasses import dataclass, field

from headwater.annotate.statements.passages import Passage
from headwater.model.notes import Relay
from headwater.model.sentence import Sentence
from headwater.model.span import Spans


@dataclass(slots=True)
class Draft:
    """What is known of a statement so far; ``sentence`` and ``cue_word`` are where its cue stands, None without one."""

    passage: Passage
    content: Spans
    rule: str
    cue: Spans = ()
    speaker: Spans = ()
    kind: str = "speech"
    sentence: Sentence | None = None
    cue_word: int | None = None
    heads: tuple[int, ...] = ()
    """Head words of the speaker, in ``sentence``."""
    relays: list[Relay] = field(default_factory=list)
    venue: Spans = ()
    unknown: str | None = None
    more: list[Passage] = field(default_factory=list)
    """Later passages the content goes on in."""

    def covers(self, place: int) -> bool:
        """Whether a character belongs to the content."""
        return any(span.start <= place < span.end for span in self.content)

    def meets(self, other: Draft) -> bool:
        """Whether two contents share a character."""
        return any(a.meets(b) for a in self.content for b in other.content)

    @property
    def size(self) -> int:
        """Characters of the content."""
        return sum(end - start for start, end in self.content)

    @property
    def quotations(self) -> list[int]:
        """Quotations of its passage that belong to the content."""
        inner = [q.inner for q in self.passage.quotations]
        return [n for n, span in enumerate(inner) if any(part.holds(span) for part in self.content)]

    def content_words(self) -> list[int]:
        """The words of the cue's sentence that belong to the content."""
        if self.sentence is None:
            return []
        return [n for n, span in enumerate(self.sentence.spans) if self.covers(span.start)]

    @property
    def end(self) -> int:
        """The last character of content, cue and speaker in the passage."""
        return max(span.end for span in (*self.content, *self.cue, *self.speaker))


def in_order(drafts: list[Draft]) -> list[Draft]:
    """Drafts in text order."""
    return sorted(drafts, key=lambda draft: (draft.content[0], draft.cue, draft.rule))
