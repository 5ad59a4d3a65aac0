from __future__ import annotations

from dataclasses import replace
from typing import Any

from commitment_cases import read_story

from headwater.link.commitments import find_commitment_links
from headwater.model.story import Link, Story

VOW: dict[str, Any] = {"published": "2031-05-05", "text": "The mayor vowed to reopen the hall by Friday."}
FRIDAY = {"Friday": "2031-05-09"}


def link(*reports: dict[str, Any]) -> tuple[Link, ...]:
    return read_story({"reports": [{"id": f"r{n}"} | report for n, report in enumerate(reports)]}).commitments


def test_the_same_words_are_one_commitment() -> None:
    (found,) = link(VOW | {"times": FRIDAY}, VOW | {"times": FRIDAY})
    assert found.members == (("r0", 0), ("r1", 0))
    assert (found.score, found.possible) == (1.0, False)


def test_two_days_are_two_commitments() -> None:
    assert link(VOW | {"times": FRIDAY}, VOW | {"times": {"Friday": "2031-05-16"}}) == ()


def test_two_people_promise_two_things() -> None:
    assert (
        link(VOW | {"times": FRIDAY}, {"text": "The bishop vowed to feed the poor.", "published": "2031-05-05"}) == ()
    )


def test_one_changed_word_in_a_quoted_phrase_is_only_possible_and_says_why() -> None:
    (found,) = link(
        {"text": "The regime vowed to take a “bold road” without further loans."},
        {"text": "The regime's threat to seek a “bold course” alarmed its lenders."},
    )
    assert found.possible
    assert found.reason == "wording differs: “bold road” and “bold course”"


def test_many_copies_are_one_group() -> None:
    first = read_story({"reports": [VOW | {"id": "r", "times": FRIDAY}]}).readings[0]
    readings = [replace(first, report=replace(first.report, id=f"r{n}")) for n in range(1500)]
    (found,) = find_commitment_links(Story("s", tuple(readings)))
    assert len(found.members) == 1500


def test_an_undated_repetition_joins_the_dated_one_but_never_two_dates() -> None:
    found = link(
        VOW | {"times": FRIDAY},
        {"text": "The mayor vowed to reopen the hall.", "published": "2031-05-06"},
        VOW | {"times": {"Friday": "2031-05-16"}},
    )
    sure = [one for one in found if not one.possible]
    assert [one.members for one in sure] == [(("r0", 0), ("r1", 0))]
