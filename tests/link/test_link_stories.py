from __future__ import annotations

from collections import defaultdict
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from invented_story import load_cases

from headwater.link.stories import StoryStream, group_reports, read_day
from headwater.link.terms import find_terms, normalise
from headwater.model.report import Report

CASES = load_cases("stories/floods")


def report_of(case: dict[str, Any]) -> Report:
    return Report(case["id"], case["text"], title=case["title"], published=str(case["published"]))


def partition(reports: list[Report], stories: tuple[str, ...]) -> set[frozenset[str]]:
    groups: dict[str, set[str]] = defaultdict(set)
    for report, story in zip(reports, stories, strict=True):
        groups[story].add(report.id)
    return set(map(frozenset, groups.values()))


GOLD = partition(list(map(report_of, CASES)), tuple(case["story"] for case in CASES))


def test_online() -> None:
    reports, stream = list(map(report_of, CASES)), StoryStream()
    assert partition(reports, tuple(map(stream.add, reports))) == GOLD


@settings(max_examples=20, deadline=None)
@given(st.permutations(CASES))
def test_batch_does_not_depend_on_the_order_given(cases: list[dict[str, Any]]) -> None:
    reports = list(map(report_of, cases))
    assert partition(reports, group_reports(reports)) == GOLD


def test_a_story_is_named_by_its_earliest_report() -> None:
    assert set(group_reports(map(report_of, reversed(CASES)))) == {"a1", "b1", "c1"}


def test_a_closed_story_is_joined_only_by_nearly_the_same() -> None:
    first = report_of(CASES[0])
    trial = Report("trial", first.text, title=first.title, published="2032-05-05")
    other = Report(
        "other", "A flood closed two roads in the hills.", title="Flood closes roads", published="2032-05-05"
    )
    assert group_reports([first, trial, other]) == (first.id, first.id, "other")


def test_a_forgotten_story_is_not_joined() -> None:
    first = report_of(CASES[0])
    later = Report("later", first.text, title=first.title, published="2041-05-05")
    assert len(set(group_reports([first, later]))) == 2


def test_two_undated_reports_of_one_event_are_one_story() -> None:
    reports = [Report(case["id"], case["text"]) for case in CASES if case["story"] == "tarn"]
    assert len(set(group_reports(reports))) == 1


def test_empty_reports_are_stories_of_their_own() -> None:
    assert group_reports([Report("x", ""), Report("y", "")]) == ("x", "y")


def test_no_reports() -> None:
    assert group_reports([]) == ()


def test_terms_of_names_and_titles_weigh_more() -> None:
    terms = find_terms(Report("r", "The dam near Ansel broke.", title="Dam breaks"))
    assert terms["ansel"] > terms["near"]
    assert terms["dam"] > terms["broke"]


def test_normalise() -> None:
    assert [normalise(word) for word in ("Villages", "village’s", "the", "said", "Floods,")] == [
        "villag",
        "village",
        None,
        None,
        "flood",
    ]


def test_read_day_of_an_interval_or_nothing() -> None:
    assert read_day(Report("r", "", published="2031-05-05/2031-05-07")) == read_day(
        Report("r", "", published="2031-05-05")
    )
    assert read_day(Report("r", "", published="last week")) is None
