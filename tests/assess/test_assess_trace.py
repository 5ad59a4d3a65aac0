"""Where some words stand, in which wordings, and where each entered."""

from __future__ import annotations

import pytest
from invented_story import build_story, load_cases

from headwater.assess.trace import Place, Trace, trace_words
from headwater.model.story import Story

REPORTS = load_cases("origins/traced")


@pytest.fixture(scope="module")
def story() -> Story:
    return build_story(REPORTS)


@pytest.fixture(scope="module")
def whole(story: Story) -> Trace:
    (trace,) = trace_words("sealed sluices of the upper river", story)
    return trace


def place(trace: Trace, report: str) -> Place:
    (found,) = (place for place in trace.places if place.report == report)
    return found


def test_every_report_that_carries_it_earliest_first_undated_last(whole: Trace) -> None:
    assert [place.report for place in whole.places] == ["wire", "part", "softer", "undated"]
    assert whole.fullest.startswith("We ")
    assert whole.speaker == "Ada Brenn"


def test_a_part_of_the_quotation_is_a_part_and_no_change(whole: Trace) -> None:
    part = place(whole, "part")
    assert part.words == "the sealed sluices of the upper river"
    assert [piece.where for piece in part.beside.pieces] == ["cut", "both", "cut"]
    assert not part.beside.changes


def test_a_modal_that_changes_is_a_change_of_meaning(whole: Trace) -> None:
    changed = {place.report: place.beside.changes for place in whole.places if place.beside.changes}
    assert set(map(tuple, changed.values())) == {("modal",)}
    assert set(changed) in ({"softer"}, {"wire"})


def test_where_each_entered(whole: Trace) -> None:
    assert place(whole, "wire").relays == ("TASS",)
    assert [origin.name for origin in place(whole, "wire").origins] == ["TASS"]
    assert [origin.kind for origin in place(whole, "softer").origins] == ["unknown"]
    assert [origin.name for origin in whole.origins if origin.kind != "unknown"] == ["TASS"]


def test_a_quotation_of_which_no_statement_was_made_is_found(whole: Trace) -> None:
    poster = place(whole, "undated")
    assert (poster.mode, poster.is_quoted, poster.speaker) == (None, True, None)
    assert poster.words == "the sealed sluices of the upper river shut until the pact is signed"


def test_the_whole_sentence_finds_the_parts_of_it(story: Story, whole: Trace) -> None:
    (trace,) = trace_words("“We will keep the sealed sluices of the upper river shut until the pact is signed”", story)
    assert {place.report for place in trace.places} >= {"wire", "part", "softer"}


def test_words_of_the_running_text_are_told_apart(story: Story) -> None:
    (trace,) = trace_words("the old canal", story)
    assert [(place.report, place.mode, place.is_quoted) for place in trace.places] == [
        ("wire", None, False),
        ("part", None, False),
    ]
    assert trace.speaker is None


def test_case_and_marks_do_not_count(story: Story) -> None:
    (trace,) = trace_words("SEALED, sluices: of the upper-river?", story)
    assert "wire" in trace.reports


@pytest.mark.parametrize("words", ["harbour master", "sluices sealed", "river upper", "???", ""])
def test_what_stands_nowhere_is_nowhere(story: Story, words: str) -> None:
    assert trace_words(words, story) == ()


def test_cites_hold(story: Story, whole: Trace) -> None:
    for found in whole.places:
        text = " ".join(story.reading(found.report).report.quote(span) for span in found.spans)
        assert found.words in text
