"""Classes of what goes wrong with statements, for ``benchmarks/quotes.py --errors``: found and not in the gold, missed, wrong speaker."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from headwater.annotate.statements.cues import entries, hearsay
from headwater.language.lemmas import lemma_of

Characters = frozenset[int]
NEAR = 0.2
"""Share of characters from which two contents count as the same statement with another extent."""
SLACK = 3
"""Letters by which a content may differ at an edge and still count as having that edge."""


@dataclass(frozen=True, slots=True)
class Said:
    """A statement as sets of letters and digits, found or gold."""

    content: Characters
    speaker: Characters
    cue: Characters
    mode: str
    cue_text: str = ""


def alike(one: Characters, other: Characters) -> float:
    """Jaccard similarity."""
    return len(one & other) / len(one | other) if one or other else 0.0


def class_extent(found: Characters, gold: Characters) -> str:
    """Where a content and the one meant part."""
    edges = {
        "begins too early": sum(n < min(gold) for n in found),
        "begins too late": sum(n < min(found) for n in gold),
        "ends too early": sum(n > max(found) for n in gold),
        "ends too late": sum(n > max(gold) for n in found),
    }
    wrong = [name for name, letters in edges.items() if letters > SLACK]
    return " and ".join(wrong) or "same edges, a gap in the middle"


def class_found(found: Said, gold: Sequence[Said]) -> str:
    """Why a statement that was found matches none of the gold."""
    near = max(gold, key=lambda g: alike(found.content, g.content), default=None)
    if near is not None and alike(found.content, near.content) >= NEAR:
        return f"other extent: {class_extent(found.content, near.content)}"
    if any(found.content <= g.content for g in gold):
        return "inside what another said: the gold has the outer statement"
    if any(g.content < found.content for g in gold):
        return "around what another said: the gold has the inner statement"
    if any(found.cue & g.cue for g in gold):
        return "right cue, another content"
    return "the gold has no statement here"


def class_missed(gold: Said, found: Iterable[Said]) -> str:
    """Why a statement of the gold was not found."""
    others = list(found)
    if any(alike(f.content, gold.content) >= NEAR for f in others):
        return "found with another extent"
    if any(gold.content <= f.content for f in others):
        return "taken as part of another statement"
    if any(gold.cue & f.cue for f in others):
        return "cue found, another content"
    if not gold.cue:
        return "no cue in the gold"
    return "cue is a known word, not used here" if is_known(gold.cue_text) else "cue is no word of the lexicon"


def is_known(cue: str) -> bool:
    """Whether any word of a cue is in the lexicon of cues."""
    return any(
        lemma_of(word.lower(), tag) in entries(kind) or word.lower() in hearsay() or word.lower() == "according"
        for word in cue.split()
        for tag, kind in (("VERB", "verb"), ("NOUN", "noun"), ("ADJ", "adjective"))
    )


def class_speaker(found: Said, gold: Said) -> str:
    """What is wrong with the speaker of a matched statement."""
    if not found.speaker:
        return "speaker left open, the gold names one"
    if not gold.speaker:
        return "speaker named, the gold leaves it open"
    return "another speaker"
