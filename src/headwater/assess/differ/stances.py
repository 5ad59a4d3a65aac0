"""An event that some report states and others deny."""

from __future__ import annotations

from collections.abc import Iterator

from headwater.assess.differ.days import list_events
from headwater.assess.differ.sides import Dispute, make_dispute
from headwater.assess.independence import Background

DENIALS = frozenset({"denied", "negated"})
"""Stances that stand against "happened"."""
ASSERTED = frozenset({"happened", "ongoing"})


def find_stances(background: Background) -> Iterator[Dispute]:
    """Linked events of both stances."""
    for group in list_events(background):
        told = [[(r, event.trigger[0]) for r, event in group if event.stance in s] for s in (ASSERTED, DENIALS)]
        if all(told):
            yield make_dispute("denial", told)
