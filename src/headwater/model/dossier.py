"""What is shown: a story's findings as of a moment."""

from __future__ import annotations

from dataclasses import dataclass

from headwater.model.story import Story


@dataclass(frozen=True, slots=True)
class Dossier:
    """The findings of a story as of a moment."""

    story: Story
    as_of: str | None
    """Latest publication date among the reports (YYYY-MM-DD), or what the reader asked for; None = unknown."""
    title: str
    failures: tuple[tuple[str, str, str], ...] = ()
    """(path or id, code, message) of reports that could not be read."""
