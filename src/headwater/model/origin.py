"""Where information entered the news."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from headwater.model.span import Cite

OriginKind = Literal[
    "state agency", "wire", "interview", "press conference", "broadcast", "document", "own reporting", "unknown"
]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a piece of information entered the news."""

    kind: OriginKind
    name: str
    """"KCNA", "AFP"; for own reporting the outlet, for unknown the report's id."""
    cites: tuple[Cite, ...] = ()
    """The words that state it; empty only for ``unknown``."""
    inferred: bool = False
    """True where no words state it outright."""
    claimed: bool = False
    """True where a page claims an agency's credit and shows signs that no agency or paper would print."""

    @property
    def key(self) -> tuple[str, str]:
        """What makes two origins the same one."""
        return self.kind, self.name.casefold()
