"""Numbers of any things that two reports count for the same, and that exclude each other.

A number of a plan is held against another of the same plan, or against what came of it; any other only where the clauses
agree in what is done and in what else they are about. A noun alone never makes two counts one.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise, product

from headwater.assess.differ.counted import Counted, find_counted
from headwater.assess.differ.sides import Dispute, make_dispute
from headwater.assess.independence import Background
from headwater.lexicon import load

SURE = 2
"""Digits before the final noughts, and words shared, above which digits in another order are a slip and no chance."""
MOST = 60
"""Counts of one noun that are held against each other."""


def find_numbers(background: Background) -> Iterator[Dispute]:
    """Counts of one thing, by noun, once a pair of values."""
    by_noun: dict[str, dict[str, list[Counted]]] = {}
    for reading in background.story.readings:
        for counted in find_counted(reading):
            if not counted.is_money and not counted.is_toll:
                by_noun.setdefault(counted.noun, {}).setdefault(reading.report.id, []).append(counted)
    for found in by_noun.values():
        sides: dict[tuple[float, float], tuple[list[Counted], list[Counted]]] = {}
        for one, other in _list_pairs(found):
            first, second = sorted((one, other), key=lambda counted: counted.count.value)
            pair = sides.setdefault((first.count.value, second.count.value), ([], []))
            pair[0].append(first)
            pair[1].append(second)
        for pair in sides.values():
            yield make_dispute("number", ([(c.reading, c.count.span) for c in side] for side in pair))


def _list_pairs(found: dict[str, list[Counted]]) -> Iterator[tuple[Counted, Counted]]:
    """Counts of two reports neither of which has the other's number, too; and rivals in one."""
    for counts in found.values():
        for one, other in pairwise(counts):
            if other.is_rival and other.sentence == one.sentence + 1 and one.count.contradicts(other.count):
                yield one, other
    for mine, theirs in combinations(list(found.values())[:MOST], 2):
        for one, other in product(mine, theirs):
            if not _agrees(one, theirs) and not _agrees(other, mine) and counts_same(one, other):
                yield one, other


def _agrees(counted: Counted, others: list[Counted]) -> bool:
    return any(not counted.count.contradicts(other.count) for other in others)


def counts_same(one: Counted, other: Counted) -> bool:
    """Whether two counts of one noun are of the same things."""
    if one.narrowing and other.narrowing and not one.narrowing & other.narrowing:
        return False
    if one.names and other.names and not one.names & other.names:
        return False
    shared = len(one.context & other.context)
    if is_transposed(one.count.value, other.count.value) and not one.is_measure:
        return shared + _count_digits(one.count.value) > SURE
    is_vague = one.is_measure or one.noun in _persons()
    if one.is_open and other.is_open:
        return shared >= (2 if is_vague else 1)
    if one.is_open != other.is_open:
        return bool(one.days & other.days) and not is_vague
    is_one_day = one.published == other.published or not one.published or not other.published or one.days & other.days
    is_one_deed = bool(one.deed) and one.deed == other.deed and shared >= 2 + is_vague
    return is_one_deed and bool(is_one_day) and not one.is_running


def is_transposed(one: float, other: float) -> bool:
    """Whether two numbers have the same digits in another order: 1,240 and 1,420."""
    digits = [f"{value:.0f}" for value in (one, other)]
    return one != other and one == int(one) and other == int(other) and sorted(digits[0]) == sorted(digits[1])


def _count_digits(value: float) -> int:
    return len(f"{value:.0f}".rstrip("0"))


def _persons() -> frozenset[str]:
    lists = load("sameness_counts")
    return frozenset((*lists["people"]["words"], *lists["persons"]["words"]))
