"""The cue lexicon, ready for look-up: which frames a verb, noun or adjective takes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any

from headwater import lexicon


@dataclass(frozen=True, slots=True)
class Cue:
    """One reading of a word as a cue: a class of the lexicon."""

    name: str
    kind: str
    """speech, mind or evidence."""
    needs: str | None = None
    """would: an auxiliary "would" before it; document: a subject that is a document, a poll or a study."""


@dataclass(slots=True)
class Entry:
    """What one word (with its particle) takes: frame or preposition -> the class that says so."""

    frames: dict[str, Cue] = field(default_factory=dict)
    preps: dict[str, Cue] = field(default_factory=dict)


Entries = Mapping[str, Mapping[str, Entry]]
"""lemma -> particle or preposition that belongs to the verb ("" for none) -> entry."""


def _add(
    entries: dict[str, dict[str, Entry]], word: str, *, cue: Cue, frames: Iterable[str], preps: Iterable[str]
) -> None:
    lemma, _, part = word.partition(" ")
    entry = entries.setdefault(lemma, {}).setdefault(part, Entry())
    for frame in frames:
        entry.frames.setdefault(frame, cue)
    for prep in preps:
        entry.preps.setdefault(prep, cue)


def _read_class(entries: dict[str, dict[str, Entry]], group: Mapping[str, Any]) -> None:
    """Add one class; ``word:prep`` gives a word its own preposition."""
    cue = Cue(group["name"], group["kind"], group.get("needs"))
    for word in group["words"]:
        base, colon, prep = word.partition(":")
        preps = [prep] if colon else group.get("preps", ())
        _add(entries, base, cue=cue, frames=group["frames"], preps=preps)


@lru_cache(maxsize=3)
def entries(kind: str) -> Entries:
    """All entries of ``verb``, ``noun`` or ``adjective``."""
    found: dict[str, dict[str, Entry]] = {}
    for group in lexicon.load("cues")[kind]:
        _read_class(found, group)
    return found


@lru_cache(maxsize=1)
def support_verbs() -> frozenset[str]:
    """Verbs that say with a noun what one cue says: "issue" in "issued a warning"."""
    return frozenset(lexicon.load("cues")["support"]["words"])


@lru_cache(maxsize=1)
def hearsay() -> frozenset[str]:
    """Adverbs that pass a report on without a speaker: "reportedly"."""
    return frozenset(word for group in lexicon.load("cues")["adverb"] for word in group["words"])


@cache
def nouns(group: str) -> frozenset[str]:
    """A list of nouns of statements.toml: ``document``, ``observer``, ``medium``…"""
    return frozenset(lexicon.load("statements")[group]["words"])
