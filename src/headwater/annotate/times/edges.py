"""What stands before or after an expression and belongs to it: "the end of", "early", "around", "or later"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from headwater.annotate.times.grammar import Found
from headwater.annotate.times.meaning import Calendar, Clocked, Draft, Fixed, Holiday, Named, Part, Shift


@dataclass(frozen=True, slots=True)
class Edge:
    """A pattern beside an expression and what it does to the meaning (None = it does not belong to it)."""

    pattern: str
    join: Callable[[Draft, Found], Draft | None]


def at_edge(draft: Draft, found: Found) -> Draft | None:
    """For "the end of the year", "early May", "later this month"."""
    if draft.mod or not isinstance(draft.meaning, Calendar | Fixed | Holiday | Part | Named | Shift | Clocked):
        return None
    if found.word(found.first).lower() == "later" and found.has("IN"):
        return None
    return replace(draft, mod=str(found.value("EDGE", "EARLY")), at_edge=found.has("EDGE"))


def around(draft: Draft, found: Found) -> Draft | None:
    """For "around Nov. 9", "about 7:15 p.m."."""
    if (
        draft.mod
        or not isinstance(draft.meaning, Calendar | Clocked | Shift)
        or found.word(found.first).lower() in {"some", "nearly", "almost"}
    ):
        return None
    if found.word(found.first).lower() == "about" and not isinstance(draft.meaning, Clocked):
        return None
    return replace(draft, mod="APPROX")


def onwards(draft: Draft, found: Found) -> Draft | None:
    """For "1995 or later", "1990 and beyond"."""
    return replace(draft, mod="ON_OR_AFTER") if isinstance(draft.meaning, Calendar) else None


def or_so(draft: Draft, found: Found) -> Draft:
    """For "the next year or so"."""
    return replace(draft, mod=draft.mod or "APPROX")


LEADS = (
    Edge("THE EDGE OF", at_edge),
    Edge("EDGE OF", at_edge),
    Edge("THE? EARLY DASH?(IN|ON)?", at_edge),
    Edge("NEARLY", around),
)
LEADS_END = ("OF", "EARLY", "DASH", "IN", "ON", "NEARLY")
"""The kinds that leads end in: most expressions have none of them before, and no pattern is tried in vain."""
TRAILS = (Edge("OR EARLY|AND BEYOND", onwards), Edge("OR SO", or_so))
