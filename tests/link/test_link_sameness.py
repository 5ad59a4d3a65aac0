"""Whether two namings are of one deed."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from headwater.link.sameness import Sameness, find_pairs, group_triggers
from headwater.link.triggers import Trigger, read_trigger
from headwater.model.reading import Reading
from headwater.model.report import Report
from headwater.model.span import Span
from headwater.pipeline import read_report

QUAKE = "A strong quake struck the island of Sorrel on Monday, and 14 people died in Port Sorrel."
TREMOR = "The tremor hit Sorrel early on Monday. In Port Sorrel alone 14 people were killed."
OTHER = "In the far Kessel valley a bus plunged into the river Tann on Friday, and 3 pupils died."


def read(*texts: str) -> list[Reading]:
    return [read_report(Report(f"r{n}", text)) for n, text in enumerate(texts, 1)]


def name(reading: Reading, words: str) -> Trigger:
    start = reading.report.text.index(words)
    return read_trigger(reading, (Span(start, start + len(words)),))


@pytest.fixture(scope="module")
def story() -> tuple[Sequence[Reading], list[Trigger]]:
    readings = read(QUAKE, TREMOR, OTHER)
    names = (("quake", "died"), ("tremor", "killed"), ("plunged", "died"))
    return readings, [name(r, w) for r, words in zip(readings, names, strict=True) for w in words]


def test_one_deed_in_other_words_is_one_group(story: tuple[Sequence[Reading], list[Trigger]]) -> None:
    readings, triggers = story
    assert group_triggers(Sameness(readings, triggers), triggers) == [[0, 2], [1, 3], [4], [5]]


def test_order_of_a_pair_does_not_matter(story: tuple[Sequence[Reading], list[Trigger]]) -> None:
    readings, triggers = story
    sameness = Sameness(readings, triggers)
    assert all(sameness.measure(a, b) == sameness.measure(b, a) for a in triggers for b in triggers)


def test_words_that_have_nothing_in_common_are_hardly_one(story: tuple[Sequence[Reading], list[Trigger]]) -> None:
    readings, triggers = story
    assert Sameness(readings, triggers).measure(triggers[0], triggers[4]) < 0.2


def test_other_numbers_speak_against_one_deed() -> None:
    readings = read(
        "In Port Sorrel 14 people died.", "In Port Sorrel 14 people died.", "In Port Sorrel 31 people died."
    )
    triggers = [name(reading, "died") for reading in readings]
    sameness = Sameness(readings, triggers)
    assert sameness.measure(triggers[0], triggers[1]) > sameness.measure(triggers[0], triggers[2])


def test_two_remarks_of_two_speakers_are_two() -> None:
    readings = read("The mayor said the weir was safe.", "A plumber from Tann said he had lost his van.")
    triggers = [name(reading, "said") for reading in readings]
    assert len(group_triggers(Sameness(readings, triggers), triggers)) == 2


def test_only_namings_that_are_alike_are_paired(story: tuple[Sequence[Reading], list[Trigger]]) -> None:
    assert find_pairs(story[1]) == [(0, 2), (1, 3), (1, 5), (3, 5)]
