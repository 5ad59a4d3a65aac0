from __future__ import annotations

from collections import Counter, defaultdict
from math import sqrt
from random import Random
from time import process_time
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from invented_story import load_cases

from headwater.link.stories import StoryStream, group_reports
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


def test_identical_reports_are_one_story_however_many() -> None:
    first = report_of(CASES[0])
    reports = [Report(f"copy{n:04}", first.text, title=first.title, published=first.published) for n in range(1000)]
    stream = StoryStream()
    assert set(map(stream.add, reports)) == set(group_reports(reports)) == {"copy0000"}


def test_what_a_large_story_is_about_keeps_its_weight() -> None:
    words = [f"{a}{b}ord{c}" for a in "bcdfgh" for b in "aeiou" for c in "klmnp"]
    texts = (f"The Tarn dam near Lower Tarn broke. {' '.join(words[n % 140 :][:9])}" for n in range(600))
    reports = [Report(f"r{n:03}", text, title="Tarn dam", published="2031-05-05") for n, text in enumerate(texts)]
    assert len(set(map(StoryStream().add, reports))) == 1


def make_event(number: int) -> Report:
    """A report of an event of its own, in words that many have."""
    chosen = Random(number)
    common = " ".join(spell(f"b{chosen.randrange(2000)}") for _ in range(25))
    names = " ".join(spell(f"N{number}x{n}") for n in range(6))
    return Report(f"e{number}", f"The barns of {names} burned. {common}", published="2031-05-05")


def spell(word: str) -> str:
    return word.translate(str.maketrans("0123456789", "acefghijkl"))


def test_a_report_costs_hardly_more_among_very_many_stories() -> None:
    """Less than the square root of their number: the time of one run held against another time of the same run."""
    stream, spent = StoryStream(), list[float]()
    for first in range(0, 4000, 200):
        events = list(map(make_event, range(first, first + 200)))
        began = process_time()
        assert [stream.add(event) for event in events] == [event.id for event in events]
        spent.append(process_time() - began)
    few, many = min(spent[1:3]), min(spent[-3:])
    assert many / few < sqrt(4000 / 400)


def test_a_stream_that_begins_with_many_like_events_keeps_them_apart() -> None:
    """No story of a few different events becomes so loose that its middle is near to all."""
    topic = [spell(f"t{n}") for n in range(60)]
    names = [" ".join(spell(f"N{n}x{part}") for part in range(6)) for n in range(300)]
    texts = [f"The barns of {name} burned. {' '.join(Random(name).sample(topic, 14))}" for name in names]
    reports = [Report(name, text, published="2031-05-05") for name, text in zip(names, texts, strict=True)]
    largest = Counter(map(StoryStream().add, reports)).most_common(1)[0][1]
    assert largest < 30


def test_two_events_of_one_day_are_not_one_for_that() -> None:
    day = "2031-05-05"
    flood = Report("flood", "The Tarn dam broke on Monday. 40 houses stand under water.", published=day)
    vote = Report(
        "vote", "Members of a union at Port Ansel voted on Monday to strike. 40 voted against.", published=day
    )
    assert len(set(group_reports([flood, vote]))) == 2
