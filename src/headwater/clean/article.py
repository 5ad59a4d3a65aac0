"""Which lines are the article and which are leftovers of the site: by their words, by what they stand among, by the line model."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from headwater.clean.furniture import Leftover, find_leftover, is_prose
from headwater.clean.lines import Line
from headwater.clean.signatures import Signature, find_signature

AMONG = "among_leftovers@1"
BY_MODEL = "line_model@1"
PAGE_LINES = 40
"""Lines a text must have before the line model is asked: it knows whole pages, not clean texts."""
PAGE_LEFTOVERS = 3
"""Lines that must be leftovers by their words, likewise."""
PAGE_SHARE = 0.8
"""Share of lines that may be running text, likewise."""
LEAST = -1.2
"""Log odds of being article below which the model marks a line."""
SHORT_LINE = 12
"""Words of the longest line that counts as a leftover for standing between two of one kind."""
LEAST_IN_RUN = -2.0
"""The same for running text that goes on from lines that are article."""
SURE = 1.0
"""Log odds from which a line is the article's for sure."""
RUN_GAP = 2
"""Lines after which a run of running text ends if none of them is any."""
REACH = 8
"""Lines from which a marked line takes the kind of a leftover that its words tell."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A line and what its words say."""

    line: Line
    leftover: Leftover | None
    signature: Signature | None
    prose: bool


Score = Callable[[Sequence[Seen]], NDArray[np.float32]]


def look(line: Line) -> Seen:
    """What the words of one line say."""
    signature = find_signature(line)
    leftover = None if signature and signature.role == "credit" else find_leftover(line)
    return Seen(line, leftover, signature, leftover is None and signature is None and is_prose(line))


def find_leftovers(seen: Sequence[Seen], score: Score) -> dict[int, Leftover]:
    """The leftovers of a site by line number; ``score`` gives the log odds of each line being article."""
    found = spread(seen)
    if is_whole_page(seen):
        scores = score(seen).tolist()
        held = held_by_run(seen, scores)
        for n in range(len(seen)):
            least = LEAST_IN_RUN if n in held else LEAST
            if n not in found and scores[n] < least:
                found[n] = Leftover(kind_near(seen, n), BY_MODEL)
    return found


def held_by_run(seen: Sequence[Seen], scores: Sequence[float]) -> set[int]:
    """Lines of running text that stand in one run with a line the model takes for the article's."""
    held: set[int] = set()
    run: list[int] = []
    for n, one in enumerate(seen):
        if one.prose:
            if run and n - run[-1] > RUN_GAP:
                run = []
            run.append(n)
            if scores[n] > SURE or run[0] in held:
                held.update(run)
    return held


def is_whole_page(seen: Sequence[Seen]) -> bool:
    """Whether the lines look like all of a page, menus and all, and not like a text with a few leftovers."""
    leftovers = sum(one.leftover is not None for one in seen)
    prose = sum(one.prose for one in seen)
    return len(seen) >= PAGE_LINES and leftovers >= PAGE_LEFTOVERS and prose <= PAGE_SHARE * len(seen)


def spread(seen: Sequence[Seen]) -> dict[int, Leftover]:
    """Lines that say they are leftovers, what stands between two of a kind and, after the last prose, what follows them."""
    found = {n: one.leftover for n, one in enumerate(seen) if one.leftover}
    for n, one in enumerate(seen):
        before, after = found.get(n - 1), found.get(n + 1)
        if n not in found and before and after and before.kind == after.kind and len(one.line.words) <= SHORT_LINE:
            found[n] = Leftover(before.kind, AMONG, before.spreads)
    last = max((n for n, one in enumerate(seen) if one.prose and n not in found), default=-1)
    heading: Leftover | None = None
    for n, one in enumerate(seen):
        if n in found:
            heading = found[n] if found[n].spreads else heading
        elif one.prose:
            heading = None
        elif heading and n > last and not one.signature:
            found[n] = Leftover(heading.kind, AMONG)
    return found


def kind_near(seen: Sequence[Seen], n: int) -> str:
    """The kind of the nearest line above, else below, whose words tell one; a line among none is navigation."""
    above = range(n - 1, max(-1, n - 1 - REACH), -1)
    below = range(n + 1, min(len(seen), n + 1 + REACH))
    for near in (*above, *below):
        leftover: Leftover | None = seen[near].leftover
        if leftover is not None and leftover.spreads:
            return leftover.kind
    return "navigation"
