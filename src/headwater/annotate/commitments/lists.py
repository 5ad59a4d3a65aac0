"""The word lists of commitments in the shape the rules ask for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from headwater import lexicon
from headwater.model.notes import CommitmentKind

Holder = Literal["anyone", "actor"]


@dataclass(frozen=True, slots=True)
class VerbCue:
    """A verb that makes a commitment of what stands in its complement."""

    kind: CommitmentKind
    takes: frozenset[str]
    holder: Holder
    own: bool
    needs: str


@cache
def words_of(name: str, part: str, key: str) -> frozenset[str]:
    """One list of ``name.toml``."""
    return frozenset(lexicon.load(name)[part][key])


@lru_cache(maxsize=1)
def verb_cues() -> dict[str, tuple[VerbCue, ...]]:
    """Lemma to the ways it makes a commitment."""
    cues: dict[str, tuple[VerbCue, ...]] = {}
    for entry in lexicon.load("commitments")["verb"]:
        cue = VerbCue(
            entry["kind"], frozenset(entry["takes"]), entry["holder"], entry.get("own", False), entry.get("needs", "")
        )
        for word in entry["words"]:
            cues[word] = (*cues.get(word, ()), cue)
    return cues


@dataclass(frozen=True, slots=True)
class NounCue:
    """A noun that makes a commitment of its complement."""

    kind: CommitmentKind
    takes_things: bool
    """Whether a phrase may follow ("a promise of aid"), or only a clause ("a commitment to pay")."""
    own: bool
    """Whether the clause must be the holder's own doing: "notice that it would", not "a warning that the river would"."""


@lru_cache(maxsize=1)
def noun_cues() -> dict[str, NounCue]:
    """Lemma of a noun to the way it makes a commitment."""
    return {
        word: NounCue(entry["kind"], entry.get("takes") != ["clause"], entry.get("own", False))
        for entry in lexicon.load("commitments")["noun"]
        for word in entry["words"]
    }
