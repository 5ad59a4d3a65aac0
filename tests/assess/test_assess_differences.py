from __future__ import annotations

from typing import Any

from invented_story import build_story

from headwater.assess.differences import find_differences
from headwater.assess.independence import lay_out
from headwater.model.finding import Finding
from headwater.model.story import Story


def quoting(name: str, speaker: str, words: str) -> dict[str, Any]:
    return {
        "id": name,
        "text": f"{words} {speaker} said.",
        "actors": {speaker: "PERSON"},
        "statements": [{"content": words, "speaker": speaker, "cue": "said"}],
    }


def differing(story: Story) -> list[tuple[str, list[list[str]]]]:
    findings: tuple[Finding, ...] = find_differences(lay_out(story))
    return [(f.details["about"], [side["reports"] for side in f.details["sides"]]) for f in findings]


def test_equal_quotations_do_not_differ() -> None:
    words = "“We will open the northern gates before the spring.”"
    assert differing(build_story([quoting("a", "Ada Brenn", words), quoting("b", "Ada Brenn", words)])) == []


def test_a_part_does_not_differ_from_the_whole() -> None:
    whole = "“We will open the northern gates before the spring and close them after the harvest.”"
    part = "“open the northern gates before the spring”"
    assert differing(build_story([quoting("a", "Ada Brenn", whole), quoting("b", "Ada Brenn", part)])) == []


def test_a_lost_negation_differs_in_meaning() -> None:
    one = quoting("a", "Ada Brenn", "“We will not open the northern gates before the spring.”")
    other = quoting("b", "Ada Brenn", "“We will open the northern gates before the spring.”")
    assert differing(build_story([one, other])) == [("meaning", [["a"], ["b"]])]


def test_small_words_and_contractions_do_not_differ() -> None:
    one = quoting("a", "Ada Brenn", "“We have seen the farmers of the upper valley wait far too long for water.”")
    other = quoting("b", "Ada Brenn", "“We've seen farmers of the upper valley wait much too long for water.”")
    assert differing(build_story([one, other])) == []


def test_another_word_differs_in_wording() -> None:
    one = quoting("a", "Ada Brenn", "“The farmers of the upper valley have waited far too long for water.”")
    other = quoting("b", "Ada Brenn", "“The farmers of the lower valley have waited far too long for water.”")
    assert differing(build_story([one, other])) == [("wording", [["a"], ["b"]])]


def test_two_speakers_of_one_quotation_differ() -> None:
    words = "“The farmers of the upper valley have waited far too long for water.”"
    story = build_story([quoting("a", "Ada Brenn", words), quoting("b", "Ilse Varga", words)])
    assert differing(story) == [("speaker", [["a"], ["b"]])]


def acting(name: str, text: str, *, day: str, stance: str = "happened") -> dict[str, Any]:
    weekday = text.split()[-1]
    event = {"trigger": "closed", "type": "COERCE", "actor": "the navy", "time": weekday, "stance": stance}
    return {"id": name, "text": text, "times": {weekday: day}, "events": [event]}


def test_days_of_one_event_that_exclude_each_other() -> None:
    one = acting("a", "the navy closed the strait on Monday", day="2031-05-05")
    other = acting("b", "the navy closed the strait on Tuesday", day="2031-05-06")
    story = build_story([one, other], event_links=[[("a", 0), ("b", 0)]])
    assert differing(story) == [("date", [["a"], ["b"]])]


def test_the_same_day_is_no_difference() -> None:
    reports = [acting(name, "the navy closed the strait on Monday", day="2031-05-05") for name in "ab"]
    assert differing(build_story(reports, event_links=[[("a", 0), ("b", 0)]])) == []


def test_a_denial_stands_against_a_claim() -> None:
    one = acting("a", "the navy closed the strait on Monday", day="2031-05-05")
    other = acting("b", "the navy has not closed the strait on Monday", day="2031-05-05", stance="negated")
    story = build_story([one, other], event_links=[[("a", 0), ("b", 0)]])
    assert differing(story) == [("denial", [["a"], ["b"]])]
