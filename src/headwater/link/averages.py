"""Groups whose members are alike on average: one close pair does not chain two groups together."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from itertools import islice, product
from typing import TypeVar

from headwater.link.groups import Groups

Item = TypeVar("Item", bound=Hashable)
HELD = 12
"""Members of either group that are held side by side."""


def join_on_average(
    groups: Groups[Item],
    pairs: Iterable[tuple[Item, Item]],
    *,
    measure: Callable[[Item, Item], float],
    least: float,
    forbids: Callable[[Item, Item], bool] = lambda one, other: False,
) -> list[tuple[Item, Item]]:
    """Join groups along pairs, the likest first, where their members average ``least``; the pairs that joined two.

    No pair of the first HELD members of two joined groups is one that ``forbids``.
    """
    members = {group[0]: group for group in groups.members()}
    scored = ((measure(one, other), n, one, other) for n, (one, other) in enumerate(pairs))
    joined = []
    for _, _, one, other in sorted((s for s in scored if s[0] >= least), key=lambda s: (-s[0], s[1])):
        first, second = groups.root(one), groups.root(other)
        if first == second:
            continue
        held = list(product(islice(members[first], HELD), islice(members[second], HELD)))
        is_alike = sum(measure(*pair) for pair in held) >= least * len(held)
        if is_alike and not any(forbids(*pair) for pair in held):
            groups.join(first, second)
            members[groups.root(first)] = members.pop(first) + members.pop(second)
            joined.append((one, other))
    return joined
