"""A deed as a word names it."""

from __future__ import annotations

from dataclasses import dataclass

from headwater.annotate.events.senses import Sense


@dataclass(frozen=True, slots=True)
class Deed:
    """A sense found at a word, with the heads of its parts."""

    word: int
    sense: Sense
    trigger: tuple[int, ...]
    actor: tuple[int, ...]
    recipient: tuple[int, ...]
    complement: int | None = None
    """Head of the clause or deed the word governs (what is demanded, threatened, promised)."""
    guessed: bool = False
    """Whether the recipient was taken from inside the complement."""
