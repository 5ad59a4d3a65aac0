"""Statements sure enough to be shown alone: quoted words beside the cue that names their speaker."""

from __future__ import annotations

from headwater.model.notes import Statement

CERTAIN_RULES = frozenset({"quote-after", "quote-before", "signed", "turn", "intro"})
"""Of the rules for quoted words those that go by what stands beside a quotation, not by the extent of a clause or the paragraph before."""


def is_certain(statement: Statement) -> bool:
    """Whether a statement is direct or mixed, and its speaker stands beside it."""
    name = statement.rule.partition("@")[0]
    return statement.mode != "indirect" and bool(statement.speaker) and name in CERTAIN_RULES
