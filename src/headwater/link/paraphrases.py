"""The same utterance in other words: how much of what is rare in the story two wordings share."""

from __future__ import annotations

from dataclasses import dataclass

from headwater.lexicon import load
from headwater.link.alignment import excludes_numbers, expand
from headwater.link.likeness import Rarity
from headwater.link.speakers import Tie
from headwater.link.wordings import Wording


@dataclass(frozen=True, slots=True)
class Likeness:
    """From which shares two wordings are one; read off the development folders of ``benchmarks/folders``."""

    share: float
    """Of the lesser wording's weight that the other has."""
    cosine: float
    shared: int
    """Words both have."""


BY_ONE_SPEAKER = (Likeness(0.65, 0.3, 3), Likeness(0.75, 0.6, 2))
"""Either is enough where both name the same speaker."""
BY_ANYBODY = Likeness(0.95, 0.6, 3)
"""Where one speaker may be the other."""
NAMED = 5
"""Shared words that a reason lists."""


@dataclass(frozen=True, slots=True)
class Paraphrase:
    """What ties two wordings."""

    score: float
    reason: str
    possible: bool


def compare_paraphrase(one: Wording, other: Wording, *, speakers: Tie, rarity: Rarity) -> Paraphrase | None:
    """What ties two wordings of which one at least is no quotation; only possible where one denies what the other says."""
    shared = one.terms & other.terms
    wanted = {"same": BY_ONE_SPEAKER, "unknown": (BY_ANYBODY,), "different": ()}[speakers]
    share, cosine = rarity.share(one.terms, other.terms), rarity.cosine(one.terms, other.terms)
    is_alike = any(share >= w.share and cosine >= w.cosine and len(shared) >= w.shared for w in wanted)
    if not is_alike or excludes_numbers(one.keys, other.keys):
        return None
    words = ", ".join(sorted(shared, key=lambda word: (-rarity.weigh(word), word))[:NAMED])
    is_turned = _denies(one) != _denies(other)
    reason = f"{'same speaker' if speakers == 'same' else f'speaker {speakers}'}, shared words: {words}"
    return Paraphrase(round(share, 3), reason + (", changed: negation" if is_turned else ""), is_turned)


def _denies(wording: Wording) -> bool:
    return not set(expand(wording.keys)).isdisjoint(load("sameness")["negations"]["words"])
