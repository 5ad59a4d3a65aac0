"""Lines of a dossier. A finding without a cite cannot be built."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from headwater.errors import UncitedFinding
from headwater.model.span import Cite

if TYPE_CHECKING:
    from headwater.model.story import Origin, Story

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


@dataclass(frozen=True, slots=True)
class Dossier:
    """The findings of a story as of a moment."""

    story: Story
    as_of: str | None
    """Latest publication date among the reports (YYYY-MM-DD), or what the reader asked for; None = unknown."""
    title: str
    failures: tuple[tuple[str, str, str], ...] = ()
    """(path or id, code, message) of reports that could not be read."""
