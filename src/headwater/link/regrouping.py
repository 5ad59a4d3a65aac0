"""A second look at the stories of a batch, now that its reports are read: two like events apart, latecomers where they belong.

:mod:`headwater.link.stories` groups by title, text and date; here places, people, days and quotations decide. Where they say
little, a story is left as it is.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from headwater.link.bearings import Bearings, measure_shares, take_bearings
from headwater.link.halves import find_halves
from headwater.model.reading import Reading

SMALL = 2
"""Reports of a group that may be joined to a story."""
NAMES = 5
"""Names a group must share with a story where no quotation says that they are one: a town, its mayor and its police chief are named
by reports of two events."""
RIVAL = 0.5
"""How much of what is shared with a story another may share as well."""
LATE = 30
"""Days from a story's reports beyond which a dated group does not join it: a hearing months later quotes the one before."""


def regroup_readings(readings: Sequence[Reading], stories: Sequence[str]) -> tuple[str, ...]:
    """The story of each reading after the second look: its id is that of its first reading in the order given."""
    groups: dict[str, list[Bearings]] = {}
    for number, (reading, story) in enumerate(zip(readings, stories, strict=True)):
        groups.setdefault(story, []).append(take_bearings(reading, number))
    parted = [part for group in groups.values() for part in part_story(group)]
    names: dict[int, str] = {}
    for group in join_small(parted):
        first = readings[min(b.number for b in group)].report.id
        names |= {b.number: first for b in group}
    return tuple(names[number] for number in range(len(readings)))


def part_story(story: Sequence[Bearings]) -> list[Sequence[Bearings]]:
    """A story as the events it clearly holds."""
    halves = find_halves(story)
    return [story] if halves is None else [part for half in halves for part in part_story(half)]


def join_small(groups: Sequence[Sequence[Bearings]]) -> list[list[Bearings]]:
    """The groups, small ones put with the one larger story whose quotations or names they share."""
    index = _find_holders(groups)
    joined = {n: list(group) for n, group in enumerate(groups)}
    for n, group in enumerate(groups):
        target = _choose(n, groups, index=index) if len(group) <= SMALL else None
        if target is not None and not _is_late(group, groups[target]):
            joined[target] += joined.pop(n)
    return list(joined.values())


def _find_holders(groups: Sequence[Sequence[Bearings]]) -> Mapping[object, list[int]]:
    """The groups of more than SMALL reports that have a name or a quoted run."""
    holders: dict[object, list[int]] = defaultdict(list)
    for n, group in enumerate(groups):
        if len(group) > SMALL:
            for feature in {f for b in group for f in (*b.names, *b.wide, *b.quotes)}:
                holders[feature].append(n)
    return holders


def _choose(n: int, groups: Sequence[Sequence[Bearings]], *, index: Mapping[object, list[int]]) -> int | None:
    names = {name for b in groups[n] for name in b.names}
    wide = {name for b in groups[n] for name in b.wide}
    quotes = {run for b in groups[n] for run in b.quotes}
    placed = Counter(story for name in names | wide for story in index.get(name, ()))
    quoted = Counter(story for run in quotes for story in index.get(run, ()) if placed[story])
    if quoted:
        return _take_clear(quoted)
    shared = Counter(story for name in names for story in index.get(name, ()))
    best = _take_clear(shared)
    people = {name for b in groups[n] for name in b.people}
    if best is None or shared[best] < NAMES or shared[best] * 2 <= len(names):
        return None
    known = measure_shares([b.people for b in groups[best]])
    return best if any(name in known for name in people) else None


def _take_clear(counted: Counter[int]) -> int | None:
    """The story with the most, where no other has nearly as much."""
    first, *others = [*counted.most_common(2), (0, 0)]
    return first[0] if first[1] and others[0][1] <= RIVAL * first[1] else None


def _is_late(group: Sequence[Bearings], story: Sequence[Bearings]) -> bool:
    ours, theirs = ([date.fromisoformat(b.published) for b in reports if b.published] for reports in (group, story))
    return bool(ours and theirs) and min(abs((a - b).days) for a in ours for b in theirs) > LATE
