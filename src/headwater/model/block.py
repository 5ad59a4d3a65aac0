"""Stretches of a report's text with a role."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from headwater.model.span import Span

Role = Literal["title", "byline", "credit", "dateline", "body", "caption", "furniture"]
DATELINE = "dateline@2"
"""The rule that marks place, day and agency before a report's first sentence; later steps trust what stands there."""
READ_ROLES: frozenset[Role] = frozenset({"title", "body", "caption"})
"""Blocks whose sentences are read for notes."""


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text (a line, or part of one) and its role. Blocks do not overlap and are in text order."""

    span: Span
    role: Role
    rule: str
    kind: str | None = None
    """Of furniture: share, comment, paywall, newsletter, related, navigation, cookies, disclaimer, placeholder, copyright…"""
    flows: bool = False
    """Whether its line breaks stand there only for the width of the text: its sentences run on over them."""
