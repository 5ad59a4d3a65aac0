"""Lines of a dossier. A finding without a cite cannot be built."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from headwater.errors import UncitedFinding
from headwater.model.origin import Origin
from headwater.model.span import Cite

FindingKind = Literal["said", "happened", "due", "differs", "unattributed", "reported"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of a dossier."""

    kind: FindingKind
    line: str
    cites: tuple[Cite, ...]
    origins: tuple[Origin, ...] = ()
    id: str = ""
    """Stable: made from the content, not from the order."""
    details: dict[str, Any] = field(default_factory=dict)
    """Typed by kind in docs/formats.md: speaker, mode, relays, due, status, stance, variants…"""

    def __post_init__(self) -> None:
        if not self.cites:
            raise UncitedFinding(self.line)

    @property
    def reports(self) -> tuple[str, ...]:
        """The reports cited, in order, each once."""
        return tuple(dict.fromkeys(cite.report for cite in self.cites))
