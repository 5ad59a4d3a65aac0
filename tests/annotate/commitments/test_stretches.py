"""Stretches of days: what is scheduled from one day to another has all of them."""

from __future__ import annotations

import pytest
from commitment_cases import read_case

from headwater.annotate.commitments import find_commitments


@pytest.mark.parametrize(
    ("text", "times", "days"),
    [
        (
            "The talks will be held between June 3 and June 5.",
            {"June 3": "2031-06-03", "June 5": "2031-06-05"},
            ("2031-06-03", "2031-06-05"),
        ),
        (
            "The festival takes place from May 30 to June 2.",
            {"May 30": "2031-05-30", "June 2": "2031-06-02"},
            ("2031-05-30", "2031-06-02"),
        ),
        (
            "The talks will be held on June 3, and June 5 is a holiday.",
            {"June 3": "2031-06-03", "June 5": "2031-06-05"},
            ("2031-06-03", "2031-06-03"),
        ),
    ],
)
def test_a_stretch_reaches_from_its_first_day_to_its_last(
    text: str, times: dict[str, str], days: tuple[str, str]
) -> None:
    found = find_commitments(read_case({"text": text, "published": "2031-05-05", "times": times}))
    assert [(c.due.earliest, c.due.latest) for c in found if c.due] == [days]


def test_a_partly_known_day_that_may_be_a_year_off_is_no_day() -> None:
    times = {"31 December": {"value": "XXXX-12-31", "earliest": "2031-12-31", "latest": "2032-12-31"}}
    (found,) = find_commitments(
        read_case({"text": "The mayor vowed to reopen the hall by 31 December.", "times": times})
    )
    assert found.due is not None
    assert (found.due.value, found.due.earliest, found.due.latest) == ("XXXX-12-31", None, None)


def test_what_is_plainly_said_is_told_apart_from_a_vow() -> None:
    rules = [
        find_commitments(read_case({"text": text}))[0].rule
        for text in ("The airline said it would refund all tickets.", "The airline vowed to refund all tickets.")
    ]
    assert ["_plain@" in rule for rule in rules] == [True, False]
