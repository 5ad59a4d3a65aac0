from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.annotate.actors.candidates import Candidate, Gender
from headwater.annotate.actors.person_names import are_one, parts_of
from headwater.annotate.actors.persons import group_persons
from headwater.model.span import Span


def name(text: str, sentence: int, *, title: str | None = None, gender: Gender | None = None) -> Candidate:
    return Candidate(Span(0, len(text)), sentence, 0, 1, 0, "PERSON", text, title=title, gender=gender)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Kim Dong-yub", ("kim", "dong", "yub")),
        ("Robert C. O'Brien", ("robert", "c", "o'brien")),
        ("José Lindé Jr.", ("jose", "linde")),
        ("J.R. Osei", ("j", "r", "osei")),
    ],
)
def test_parts_of_a_name(text: str, parts: tuple[str, ...]) -> None:
    assert parts_of(text) == parts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Robert C. Osei", "Robert Osei"),
        ("R. Osei", "Robert Osei"),
        ("Bill Osei", "William Osei"),
        ("Ken Osei", "Kenneth Osei"),
        ("Park Min-seo", "Park Min Seo"),
        ("Lind Garcia", "Mira Lind Garcia"),
    ],
)
def test_names_that_may_be_one_person(one: str, other: str) -> None:
    assert are_one(parts_of(one), parts_of(other))
    assert are_one(parts_of(other), parts_of(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Park Min Seo", "Park Dong-hyun"),
        ("Amara Osei", "Deborah Osei"),
        ("George W. Osei", "George H. Osei"),
        ("Amara Osei", "Amara Lind"),
        ("Mary Osei", "Deborah Mary Osei"),
    ],
)
def test_names_of_two_persons(one: str, other: str) -> None:
    assert not are_one(parts_of(one), parts_of(other))


def test_a_lone_name_goes_to_the_one_introduced_before() -> None:
    found = group_persons([name("Park Min Seo", 0), name("Park", 1), name("Park Dong-hyun", 8)])
    assert found == {0: 0, 1: 0, 2: 1}


def test_a_lone_name_right_after_its_other_bearer_is_open() -> None:
    found = group_persons([name("Park Min Seo", 0), name("Park", 1), name("Park Dong-hyun", 8), name("Park", 9)])
    assert 3 not in found


def test_a_lone_name_long_after_stays_with_the_one_called_by_it() -> None:
    candidates = [name("Park Min Seo", 0), name("Park", 1), name("Park Dong-hyun", 8), name("Park", 20)]
    assert group_persons(candidates)[3] == 0


def test_an_office_tells_which_of_two_is_meant() -> None:
    candidates = [name("Amara Osei", 0, title="president"), name("Deborah Osei", 0), name("Osei", 1, title="president")]
    assert group_persons(candidates) == {0: 0, 1: 1, 2: 0}


def test_a_pair_of_family_names_is_nobody() -> None:
    found = group_persons([name("Amara Osei", 0), name("Mira Lind", 0), name("Osei-Lind", 1)])
    assert found == {0: 0, 1: 1}


def test_father_and_son_are_two() -> None:
    found = group_persons([name("Tarn Hale Sr.", 0), name("Tarn Hale Jr.", 1)])
    assert found[0] != found[1]


@given(st.lists(st.sampled_from(["Park", "Park Min Seo", "Park Dong-hyun", "Osei", "Amara Osei", "Dr"]), max_size=8))
def test_full_names_that_differ_never_meet(texts: list[str]) -> None:
    found = group_persons([name(text, n) for n, text in enumerate(texts)])
    for person in set(found.values()):
        assert len({texts[n] for n, p in found.items() if p == person and " " in texts[n]}) <= 1


def test_those_still_named_in_full_are_not_the_one_called_by_the_family_name() -> None:
    candidates = [
        name("Amara Osei", 0),
        name("Deborah Osei", 0),
        name("Osei", 1),
        name("Deborah Osei", 3),
        name("Osei", 9),
    ]
    assert group_persons(candidates) == {0: 0, 1: 1, 2: 0, 3: 1, 4: 0}


def test_two_never_named_again_leave_the_family_name_open() -> None:
    assert 2 not in group_persons([name("Amara Osei", 0), name("Deborah Osei", 0), name("Osei", 1)])
