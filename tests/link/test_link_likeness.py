"""What passages and reports of a story have in common."""

from __future__ import annotations

import pytest

from headwater.link.likeness import Nearness, Rarity
from headwater.model.reading import Reading
from headwater.model.report import Report
from headwater.pipeline import read_report

TEXTS = (
    "The ferry sank off Lorne. Divers searched the wreck.",
    "The ferry sank off Lorne. Divers found the wreck.",
    "The ferry sank off Lorne. The owner blamed a valve.",
)


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    return [read_report(Report(f"r{n}", text)) for n, text in enumerate(TEXTS, 1)]


def test_a_word_that_few_reports_have_weighs_more(readings: list[Reading]) -> None:
    rarity = Rarity(readings)
    assert rarity.weigh("valve") > rarity.weigh("diver") > rarity.weigh("ferry")


def test_cosine_and_share_run_from_nothing_to_all(readings: list[Reading]) -> None:
    rarity, words = Rarity(readings), {"diver", "wreck"}
    assert rarity.cosine(words, words) == pytest.approx(1)
    assert rarity.cosine(words, {"valve"}) == 0
    assert rarity.share(words, {"diver", "wreck", "valve"}) == pytest.approx(1)
    assert rarity.share(words, set()) == 0


def test_reports_are_near_by_what_not_all_tell(readings: list[Reading]) -> None:
    nearness = Nearness(readings)
    assert nearness.measure("r1", "r2") > nearness.measure("r1", "r3")
    assert nearness.measure("r1", "r2") == nearness.measure("r2", "r1")
    assert nearness.measure("r1", "r1") == pytest.approx(1)
