from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_story import load_cases

from headwater.assess.counts import is_rounded
from headwater.assess.differences import find_differences
from headwater.assess.independence import lay_out
from headwater.language import find_sentences
from headwater.link.numbers import combine_numbers
from headwater.model.block import Block
from headwater.model.reading import Reading
from headwater.model.report import Report
from headwater.model.span import Span
from headwater.model.story import Story

CASES = load_cases("differences/numbers")


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_numbers(case: dict[str, Any]) -> None:
    readings = [
        Reading(Report(f"r{n}", text), language="en", blocks=(Block(Span(0, len(text)), "body", "made_by_hand@1"),))
        for n, text in enumerate(case["texts"])
    ]
    story = Story("s1", tuple(replace(reading, sentences=find_sentences(reading)) for reading in readings))
    found = find_differences(lay_out(story))
    sides = [side["text"] for finding in found for side in finding.details["sides"]]
    assert sides == case["differs"], case["why"]


@pytest.mark.parametrize(
    "words, value",
    [
        (["twenty", "four"], 24),
        (["2.5", "million"], 2_500_000),
        (["three", "hundred", "five"], 305),
        (["1,200"], 1200),
        (["two", "thousand", "ten"], 2010),
        (["dozens"], None),
    ],
)
def test_combine_numbers(words: list[str], value: float | None) -> None:
    assert combine_numbers(words) == value


@given(st.integers(1, 99))
def test_small_numbers_are_not_roundings(number: int) -> None:
    assert not any(is_rounded(number, other) for other in range(1, 100) if other != number)
