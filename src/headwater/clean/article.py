"""Which lines are the article and which are leftovers of the site: by their words, by what they stand among, by the line model."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from headwater.clean.furniture import Leftover, addresses_reader, find_leftover, is_prose
from headwater.clean.lines import Line
from headwater.clean.signatures import Signature, find_signature

AMONG = "among_leftovers@1"
BY_MODEL = "line_model@1"
REPEATED = "repeated_on_site@1"
PAGE_LINES = 40
"""Lines a text must have before the line model is asked: it knows whole pages, not clean texts."""
PAGE_LEFTOVERS = 3
"""Lines that must be leftovers by their words, likewise."""
MENU_SHARE = 0.25
"""Share of lines of a few words from which a page has menus, where its leftovers speak a language no word list knows."""
MENU_LINE = 4
"""Words of the longest line of a menu."""
PAGE_SHARE = 0.8
"""Share of lines that may be running text, likewise."""
LEAST = -0.5
"""Log odds of being article below which the model marks a line."""
SHORT_LINE = 12
"""Words of the longest line that counts as a leftover for standing between two of one kind."""
LISTED, LIST_LINES, LIST_WORDS = "related", 3, 3
"""The kind of a heading that a list follows in the middle of an article, too; the lines it has at most, and words a line at least."""
PITCHES = frozenset({"newsletter", "paywall", "comment"})
"""Kinds of leftovers with sentences among them; between others a sentence is the report's."""
LEAST_IN_RUN = -2.5
"""The same for running text that goes on from lines that are article."""
SURE = 1.0
"""Log odds from which a line is the article's for sure."""
RUN_GAP = 2
"""Lines of other text that a run of running text may hold one after the other."""
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


def look(line: Line, *, repeated: bool = False) -> Seen:
    """What the words of one line say, and whether its site repeats it: who wrote a report may be named again and again."""
    signature = find_signature(line)
    leftover = None if signature and signature.role == "credit" else find_leftover(line)
    if repeated and not leftover and not signature:
        leftover = Leftover("navigation", REPEATED)
    return Seen(line, leftover, signature, leftover is None and signature is None and is_prose(line))


def find_leftovers(seen: Sequence[Seen], score: Score) -> dict[int, Leftover]:
    """The leftovers of a site by line number; ``score`` gives the log odds of each line being article.

    Lines that interrupt ("Advertisement") are leftovers, and the others are judged as if they were not there.
    """
    found = {n: one.leftover for n, one in enumerate(seen) if one.leftover and one.leftover.interrupts}
    rest = [n for n in range(len(seen)) if n not in found]
    told = judge([seen[n] for n in rest], score)
    return found | {rest[n]: leftover for n, leftover in told.items()}


def judge(seen: Sequence[Seen], score: Score) -> dict[int, Leftover]:
    """The leftovers among lines of which none interrupts."""
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
    """Lines of running text that stand in one run with a line the model takes for the article's.

    Leftovers inside a run do not end it, and sentences that a site says to its reader are none of it.
    """
    held: set[int] = set()
    run: list[int] = []
    gap = 0
    for n, one in enumerate(seen):
        if one.prose and not addresses_reader(one.line):
            run = [*run, n] if gap <= RUN_GAP else [n]
            gap = 0
            if scores[n] > SURE or run[0] in held:
                held.update(run)
        elif one.leftover is None:
            gap += 1
    return held


def is_whole_page(seen: Sequence[Seen]) -> bool:
    """Whether the lines look like all of a page, menus and all, and not like a text with a few leftovers."""
    if len(seen) < PAGE_LINES or sum(one.prose for one in seen) > PAGE_SHARE * len(seen):
        return False
    if sum(one.leftover is not None for one in seen) >= PAGE_LEFTOVERS:
        return True
    menu = sum(len(one.line.words) <= MENU_LINE and not one.line.ends_sentence for one in seen)
    return menu >= MENU_SHARE * len(seen)


def spread(seen: Sequence[Seen]) -> dict[int, Leftover]:
    """Lines that say they are leftovers, what stands between two of a kind, and what follows a heading of leftovers."""
    found = {n: name_kind(seen, n, one.leftover) for n, one in enumerate(seen) if one.leftover}
    for n, one in enumerate(seen):
        before, after = found.get(n - 1), found.get(n + 1)
        if n in found or not before or not after or before.kind != after.kind:
            continue
        if len(one.line.words) <= SHORT_LINE and (not one.prose or before.kind in PITCHES):
            found[n] = Leftover(before.kind, AMONG, before.spreads)
    return found | follow_headings(seen, found)


def follow_headings(seen: Sequence[Seen], found: Mapping[int, Leftover]) -> dict[int, Leftover]:
    """What is no sentence and follows a heading of leftovers: all of it after the last sentence of the report, else a few lines.

    In the middle of an article only headings like "Related stories" have a list below them.
    """
    last = max((n for n, one in enumerate(seen) if one.prose and n not in found), default=-1)
    below: dict[int, Leftover] = {}
    heading, at = None, 0
    for n, one in enumerate(seen):
        if n in found:
            heading, at = (found[n], n) if found[n].spreads else (heading, at)
        elif one.prose:
            heading = None
        elif heading and not one.signature and (n > last or is_listed(one, heading, n - at)):
            below[n] = Leftover(heading.kind, AMONG)
    return below


def is_listed(one: Seen, heading: Leftover, below: int) -> bool:
    """Whether a line in the middle of an article looks like the headline of another one in the list under a heading."""
    return heading.kind == LISTED and below <= LIST_LINES and len(one.line.words) >= LIST_WORDS


def name_kind(seen: Sequence[Seen], n: int, leftover: Leftover) -> Leftover:
    """The leftover with its kind: being repeated tells none, what stands near does."""
    return leftover._replace(kind=kind_near(seen, n)) if leftover.rule == REPEATED else leftover


def kind_near(seen: Sequence[Seen], n: int) -> str:
    """The kind of the nearest line above, else below, whose words tell one; a line among none is navigation."""
    above = range(n - 1, max(-1, n - 1 - REACH), -1)
    below = range(n + 1, min(len(seen), n + 1 + REACH))
    for near in (*above, *below):
        leftover: Leftover | None = seen[near].leftover
        if leftover is not None and leftover.spreads:
            return leftover.kind
    return "navigation"
