"""Groups that are alike on average."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from headwater.link.averages import join_on_average
from headwater.link.groups import Groups


def near(one: float, other: float) -> float:
    return 1 - abs(one - other)


def group(numbers: list[float], least: float) -> list[list[float]]:
    groups = Groups(numbers)
    join_on_average(groups, combinations(numbers, 2), measure=near, least=least)
    return groups.members()


def test_near_numbers_are_joined() -> None:
    assert group([0.0, 0.1, 0.9, 1.0], 0.8) == [[0.0, 0.1], [0.9, 1.0]]


def test_a_chain_of_near_pairs_is_no_group() -> None:
    chain = [n / 5 for n in range(6)]
    assert max(len(members) for members in group(chain, 0.79)) < len(chain)


def test_what_is_forbidden_is_never_in_one_group() -> None:
    groups = Groups([1, 2, 3])
    pairs = combinations([1, 2, 3], 2)
    joined = join_on_average(
        groups, pairs, measure=lambda one, other: 1.0, least=0.5, forbids=lambda a, b: {a, b} == {1, 3}
    )
    assert groups.members() == [[1, 2], [3]]
    assert joined == [(1, 2)]


@given(st.lists(st.floats(0, 1), unique=True, max_size=12))
def test_every_item_is_in_one_group(numbers: list[float]) -> None:
    assert sorted(n for members in group(numbers, 0.9) for n in members) == sorted(numbers)
