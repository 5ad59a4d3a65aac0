"""What is held against the plan: "an hour earlier than promised", "before the deadline", "a week later than planned"."""

from __future__ import annotations

import re
from functools import cache

from headwater.lexicon import load


def is_late(text: str) -> bool:
    """Whether a sentence says that something took place after its day."""
    return bool(_pattern("late").search(text))


def is_early(text: str) -> bool:
    """Whether a sentence says that something took place on its day or before."""
    return bool(_pattern("early").search(text))


def is_in_time(text: str) -> bool:
    """Whether a sentence places something before a deadline."""
    return bool(_pattern("in_time").search(text))


def is_measured(text: str) -> bool:
    """Whether a sentence holds something against a plan at all."""
    return is_late(text) or is_early(text) or is_in_time(text)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile("|".join(load("commitments_outcomes")["measured"][name]), re.I)
