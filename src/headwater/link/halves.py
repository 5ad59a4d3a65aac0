"""Whether the reports of a story fall into two groups that tell of two events: other places and other people, or other days.

The two groups are sought by the names and days they share, not by words: two shootings are told in the same ones.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from math import log, sqrt

from headwater.link.bearings import Bearings, measure_shares

SEEDS = 20
"""Names and days from which two groups are grown, those of most reports first."""
ROUNDS = 5
"""Times the reports are given to the nearer of two groups."""
LEAST = 2
"""Reports of the smaller group."""
MOST = 0.5
"""Share of a group's reports that name what is its own, or what both have in common."""
FEW = 0.34
"""Share of the other group's reports that may name it as well: reports look back at the other event."""
MARKED = 0.6
"""How much more of one group's reports than of the other's must name the best known of what is its own."""
COMMON = 0.2
"""How much of what either group mostly names both may name.

From 0.15 to 0.25 the same stories fall apart in the story folders and ECB+'s train part, none of them wrongly; so it is with the
other settings a tenth up or down. That both places *and* people must be others is what keeps single events whole."""
COMMON_DAYS = 0.2
"""How much of the days."""
VICTIMS = 0.7
"""The same as MARKED, for people alone, where a place or an official is common to both."""
Halves = tuple[list[Bearings], list[Bearings]]
Shares = Mapping[str, float]
Weights = Mapping[str, float]


def find_halves(story: Sequence[Bearings]) -> Halves | None:
    """The two groups of a story that tell of two events, those with least in common; None where they are not clearly two."""
    found = [(measure_common(one, other), [b.number for b in one], (one, other)) for one, other in _propose(story)]
    apart = [entry for entry in found if _tell_two_events(*entry[2], common=entry[0])]
    return _follow_quotations(min(apart, key=lambda entry: entry[:2])[2]) if apart else None


def _follow_quotations(halves: Halves) -> Halves:
    """Put a report that tells both events with the one it quotes remarks of, where it quotes none of its own group's."""
    said = [Counter(run for b in half for run in b.quotes) for half in halves]
    shares = [measure_shares([_features(b) for b in half]) for half in halves]
    moved: Halves = ([], [])
    for n, half in enumerate(halves):
        for b in half:
            quotes_theirs = any(said[1 - n][run] for run in b.quotes) and all(said[n][run] == 1 for run in b.quotes)
            tells_both = any(shares[1 - n].get(f, 0) >= MOST > shares[n][f] for f in _features(b))
            moved[1 - n if quotes_theirs and tells_both else n].append(b)
    return moved if min(map(len, moved)) >= LEAST else halves


def measure_common(one: Sequence[Bearings], other: Sequence[Bearings]) -> float:
    """How much of the names that most reports of a group have is common to both groups, 0 to 1."""
    return _overlap(_names(one), _names(other))


def _propose(story: Sequence[Bearings]) -> Iterator[Halves]:
    """Groups grown from what some of the reports have; each once."""
    counted = Counter(feature for b in story for feature in _features(b))
    weights = {f: log((len(story) + 1) / n) ** 2 for f, n in counted.items() if n > 1}
    usable = sorted((-n, f) for f, n in counted.items() if LEAST <= n <= len(story) - LEAST)
    known: set[frozenset[int]] = set()
    for _, seed in usable[:SEEDS]:
        one = [b for b in story if seed in _features(b)]
        halves = _settle((one, [b for b in story if seed not in _features(b)]), story, weights=weights)
        first = frozenset(b.number for b in halves[0])
        if min(map(len, halves)) >= LEAST and first not in known:
            known |= {first, frozenset(b.number for b in halves[1])}
            yield (halves if story[0].number in first else (halves[1], halves[0]))


def _settle(halves: Halves, story: Sequence[Bearings], *, weights: Weights) -> Halves:
    """Give every report to the group it has more in common with, until none moves."""
    for _ in range(ROUNDS):
        if not all(halves):
            return halves
        ids = [{b.number for b in half} for half in halves]
        shares = [measure_shares([_features(b) for b in half]) for half in halves]
        lengths = [sqrt(sum(weights.get(f, 0) * share**2 for f, share in s.items())) or 1.0 for s in shares]
        moved: Halves = ([], [])
        for b in story:
            near = [
                sum(weights.get(f, 0) * (s.get(f, 0) - (b.number in known) / len(known)) for f in _features(b)) / length
                for s, known, length in zip(shares, ids, lengths, strict=True)
            ]
            moved[near[1] > near[0] or (near[0] == near[1] and b.number in ids[1])].append(b)
        if moved == halves:
            break
        halves = moved
    return halves


def _tell_two_events(one: Sequence[Bearings], other: Sequence[Bearings], *, common: float) -> bool:
    """Whether neither places nor people agree, or where some do, neither days nor those concerned."""
    if common > COMMON or _mark(one, other) < MARKED or _mark(other, one) < MARKED:
        return False
    if not _have_places_or_people_in_common(one, other):
        return all(_own(*pair, kind=kind) for pair in ((one, other), (other, one)) for kind in ("places", "people"))
    days, others = (measure_shares([b.days for b in half]) for half in (one, other))
    has_days = _list_own(days, others, size=len(one)) and _list_own(others, days, size=len(other))
    return (
        bool(has_days)
        and _overlap(days, others) <= COMMON_DAYS
        and min(_mark(one, other, kind="people"), _mark(other, one, kind="people")) >= VICTIMS
    )


def _features(b: Bearings) -> tuple[str, ...]:
    """Its names and the days before its own: what was written on one day is not of one event for that."""
    return (*b.names, *(day for day in b.days if day != b.published))


def _names(half: Sequence[Bearings], kind: str = "names") -> dict[str, float]:
    return measure_shares([getattr(b, kind) for b in half])


def _mark(half: Sequence[Bearings], other: Sequence[Bearings], kind: str = "names") -> float:
    theirs = _names(other)
    return max((share - theirs.get(name, 0) for name, share in _names(half, kind).items()), default=0.0)


def _own(half: Sequence[Bearings], other: Sequence[Bearings], *, kind: str) -> Collection[str]:
    """The places or people of a group that are its own."""
    of_kind = _names(half, kind)
    return [name for name in _list_own(_names(half), _names(other), size=len(half)) if name in of_kind]


def _list_own(ours: Shares, theirs: Shares, *, size: int) -> list[str]:
    own = (f for f, share in ours.items() if share >= MOST and share * size >= LEAST and theirs.get(f, 0) <= FEW)
    return sorted(own)


def _have_places_or_people_in_common(one: Sequence[Bearings], other: Sequence[Bearings]) -> bool:
    ours, theirs = _names(one), _names(other)
    kinds = frozenset[str]().union(*(b.places | b.people for b in (*one, *other)))
    return any(share >= MOST and theirs.get(name, 0) >= MOST for name, share in ours.items() if name in kinds)


def _overlap(ours: Shares, theirs: Shares) -> float:
    pairs = [(ours.get(f, 0.0), theirs.get(f, 0.0)) for f in sorted({*ours, *theirs})]
    told = [pair for pair in pairs if max(pair) >= MOST]
    return sum(map(min, told)) / sum(map(max, told)) if told else 1.0
