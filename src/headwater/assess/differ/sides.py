"""What two or more reports say of one thing, side by side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from headwater.assess.wording import join_words
from headwater.model.reading import Reading
from headwater.model.span import Cite, Span

Place = tuple[Reading, Span]


@dataclass(frozen=True, slots=True)
class Side:
    """What one or more reports say."""

    text: str
    cites: tuple[Cite, ...]
    figure: str = ""
    """The number meant, where the words spell it out."""

    @property
    def reports(self) -> tuple[str, ...]:
        """The reports of this side."""
        return tuple(dict.fromkeys(cite.report for cite in self.cites))

    def detail(self) -> dict[str, Any]:
        """The side as the details of findings give it."""
        cites = [{"report": report, "start": span.start, "end": span.end} for report, span in self.cites]
        return {"text": self.text, "reports": list(self.reports), "cites": cites}


@dataclass(frozen=True, slots=True)
class Dispute:
    """Sides that cannot all be right."""

    about: str
    sides: tuple[Side, ...]
    thing: str = ""
    """What is disputed, as far as it makes one dispute known again."""


def make_side(places: Iterable[Place]) -> Side:
    """A side with the words of its first place, which cites all of them."""
    listed = tuple(places)
    reading, span = listed[0]
    return Side(join_words(reading, (span,)), tuple(dict.fromkeys(Cite(r.report.id, s) for r, s in listed)))


def make_dispute(about: str, sides: Iterable[Iterable[Place]]) -> Dispute:
    """A dispute of sides given by their places."""
    return Dispute(about, tuple(map(make_side, sides)))
