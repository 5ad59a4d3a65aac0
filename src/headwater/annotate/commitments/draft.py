"""What a rule has found, before it is dated, vetted and written down."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from headwater.annotate.commitments.scene import Scene
from headwater.model.notes import CommitmentKind


@dataclass(frozen=True, slots=True)
class Draft:
    """A cue and the words it ties together, by their numbers in the sentence."""

    kind: CommitmentKind
    rule: str
    cue: int
    holder: int | None = None
    to: int | None = None
    what: tuple[int, ...] = ()
    """Heads of the phrases that say what is committed to."""
    needs: str = ""
    """"due", "due or condition": what must be found for the cue to count; "" = nothing; "day sets apart": nothing either, but
    without a day or a condition it is only plainly said (:data:`~headwater.annotate.commitments.build.PLAIN`)."""
    deed: bool = True
    """Whether somebody must have uttered it: such cues are vetoed by fears, denials and wishes above them."""
    past: bool = False
    """Whether the day may lie before the report ("had threatened", "was expected")."""
    day: int | None = None
    """The uppermost word of its day, where the rule knows which time that is."""


Rule = Callable[[Scene], Iterator[Draft]]
