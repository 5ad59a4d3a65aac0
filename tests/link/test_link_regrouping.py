from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from invented_story import load_cases

from headwater.link.bearings import take_bearings
from headwater.link.halves import find_halves
from headwater.link.regrouping import regroup_readings
from headwater.model.reading import Reading
from headwater.model.report import Known, Report
from headwater.pipeline import read_report

CASES = {case["name"]: case["reports"] for case in load_cases("stories/like_events")}
SHOOTINGS = "two shootings in one town, under one police chief"
LATER = "a report a week later that names the same people and places"
Partition = set[frozenset[str]]


@cache
def read(name: str) -> tuple[Reading, ...]:
    return tuple(read_report(make_report(case)) for case in CASES[name])


def make_report(case: dict[str, Any]) -> Report:
    published = str(case["published"]) if "published" in case else None
    return Report(case["id"], case["text"], title=case["title"], published=published)


def regroup(name: str, readings: tuple[Reading, ...] = ()) -> Partition:
    grouped = {case["id"]: case["grouped"] for case in CASES[name]}
    taken = readings or read(name)
    return partition(taken, regroup_readings(taken, [grouped[r.report.id] for r in taken]))


def partition(readings: tuple[Reading, ...], stories: tuple[str, ...]) -> Partition:
    groups: dict[str, set[str]] = defaultdict(set)
    for reading, story in zip(readings, stories, strict=True):
        groups[story].add(reading.report.id)
    return set(map(frozenset, groups.values()))


@pytest.mark.parametrize("name", CASES)
def test_stories(name: str) -> None:
    assert regroup(name) == partition(read(name), tuple(case["story"] for case in CASES[name]))


@pytest.mark.parametrize("name", CASES)
def test_the_order_given_changes_nothing(name: str) -> None:
    assert regroup(name, read(name)[::-1]) == regroup(name)


def test_one_shooting_is_not_two() -> None:
    mill = [take_bearings(reading, n) for n, reading in enumerate(read(SHOOTINGS)[:3])]
    assert find_halves(mill) is None


def test_one_report_of_another_event_does_not_part_a_story() -> None:
    few = read(SHOOTINGS)[:4]
    assert len(regroup(SHOOTINGS, few)) == 1


def test_without_days_two_shootings_under_one_chief_are_left_together() -> None:
    undated = tuple(replace(reading, times=()) for reading in read(SHOOTINGS)[:6])
    assert len(regroup(SHOOTINGS, undated)) == 1


@pytest.mark.parametrize(
    ("quoted", "other"),
    [
        ("The first bus had not even left the yard", "depot-1"),
        ("They came to fix a belt and somebody was waiting", "mill-1"),
    ],
)
def test_a_report_that_tells_both_stands_with_the_one_it_quotes(quoted: str, other: str) -> None:
    told = "Brenford had two shootings in one week. Edgar Pell died in the first, Petra Quill in the second."
    both = read_report(Report("both", f'{told} "{quoted}," one heard.'))
    readings = (*read(SHOOTINGS)[:6], both)
    grouped = partition(readings, regroup_readings(readings, ["a"] * len(readings)))
    assert any({"both", other} <= group for group in grouped)
    assert len(grouped) == 2


def test_a_quotation_of_another_story_draws_nothing_where_no_place_is_shared() -> None:
    digest = read(SHOOTINGS)[6]
    assert frozenset({"digest"}) in regroup(SHOOTINGS, (*read(SHOOTINGS)[:6], replace(digest, actors=())))


def test_months_later_the_same_names_are_another_story() -> None:
    *first, late = read(LATER)
    published = Known("2031-11-10")
    moved = replace(late, provenance=replace(late.provenance, published=published))
    assert frozenset({"late"}) in regroup(LATER, (*first, moved))


def test_a_story_is_named_by_its_first_reading() -> None:
    readings = read(SHOOTINGS)
    assert set(regroup_readings(readings, ["a"] * len(readings))) == {"mill-1", "depot-1"}


def test_nothing_to_regroup() -> None:
    assert regroup_readings((), ()) == ()


def test_thousands_of_equal_reports_stay_one_story() -> None:
    first = read(SHOOTINGS)[0]
    readings = tuple(replace(first, report=replace(first.report, id=f"r{n}")) for n in range(2000))
    assert len(set(regroup_readings(readings, ["a"] * 2000))) == 1
