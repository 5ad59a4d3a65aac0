"""Whether a report tells of the event of a story: what speaks for and against it, weighed once and for all."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import astuple, dataclass
from math import exp, inf, log, log1p
from typing import NamedTuple

from headwater.link.live_story import LiveStory, Outline

LEAST_NEARNESS = 0.1
"""Nearness below which nothing speaks for a story: two events of one day are not one for that."""
LEAST_CROWD = 0.05
"""What other stories are at least taken to be near: few are known at first."""
CROWD = slice(2, 8)
"""Which of the stories, the nearest first, tell how near a report is to stories that are not its own.

The very nearest do not: they may be parts of its own story, or the other of two like events."""
FEW_NUMBERS = 0.1
"""Weight of numbers below which sharing all of them says little."""


class Evidence(NamedTuple):
    """What tells whether a report belongs to a story; each from 0 where nothing is known, but the logarithms."""

    nearness: float
    """Logarithm of how near its words are to the story's."""
    crowd: float
    """Logarithm of how near they are to other stories: words of any shooting are near to all shootings."""
    silence: float
    """Logarithm of the days between it and the nearest report of the story."""
    undated: float
    """1 where the days between are not known."""
    fresh: float
    """1 on the very day, about a third on the next, and so on."""
    same_day: float
    """Share of the story's reports that speak of a day it speaks of."""
    other_day: float
    """1 where both speak of days, and of none alike."""
    numbers: float
    """Share of its numbers that the story has."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What each piece of evidence counts, in log odds but for a constant.

    Learned by logistic regression over the six nearest stories of each report, the reports before it being where they belong, on
    the train parts of gva, ecbplus and basil, each counting the same; rounded. Where the weights are learned without the reports
    judged (five folds of stories), B-cubed F1 is 93.0 / 89.6 / 99.0 there; with nearness and silence alone it is 90.1 / 88.9 / 97.7.
    Learned was -3 for ``undated``, from one collection that has no dates at all; -2 does no harm there and leaves a report that
    lost its date with its story. Tried and left out, for making no difference there: the shares of title words and of names,
    the rarest name shared, years, the story's size, its nearest report; how much nearer it is than the second made it worse.
    """

    nearness: float = 4.2
    crowd: float = -1.9
    silence: float = -0.53
    undated: float = -2.0
    fresh: float = 2.5
    same_day: float = 2.7
    other_day: float = -1.1
    numbers: float = 3.3


WEIGHTS = astuple(Weights())
ACCEPT = -0.9
"""What must speak for a story at least for a report to join. Chosen on the train parts as well, by B-cubed F1 online."""
EARLY = -1.0
"""What is added to that at first, less and less until FEW reports are known: nearness comes out lower while it is not known which
words are rare. Chosen on folders of about eight reports drawn from the train parts."""
FEW = 10
"""Reports after which that is known well enough."""


def weigh_stories(outline: Outline, stories: Sequence[LiveStory], *, day: int | None) -> list[float]:
    """The log odds that a report tells of each story's event; the stories are those nearest by their words, in any order."""
    near = [story.nearness(outline.words) for story in stories]
    crowd = _tell_crowd(near)
    return [
        sum(w * e for w, e in zip(WEIGHTS, collect(outline, story, near=n, crowd=crowd, day=day), strict=True))
        if n >= LEAST_NEARNESS
        else -inf
        for story, n in zip(stories, near, strict=True)
    ]


def collect(outline: Outline, story: LiveStory, *, near: float, crowd: float, day: int | None) -> Evidence:
    """What speaks for and against a report's telling of a story's event."""
    apart = None if day is None or not story.days else story.days_apart(day)
    same, other = story.compare_days(outline.days)
    return Evidence(
        nearness=log(near),
        crowd=crowd,
        silence=0.0 if apart is None else log1p(apart),
        undated=float(apart is None),
        fresh=0.0 if apart is None else exp(-apart),
        same_day=same,
        other_day=float(other),
        numbers=_share_numbers(outline, story),
    )


def _tell_crowd(near: Collection[float]) -> float:
    others = sorted(near, reverse=True)[CROWD]
    return log(max(LEAST_CROWD, sum(others) / max(1, len(others))))


def _share_numbers(outline: Outline, story: LiveStory) -> float:
    shared = sum(weight for number, weight in outline.numbers.items() if number in story.middle)
    return shared / (sum(outline.numbers.values()) + FEW_NUMBERS)
