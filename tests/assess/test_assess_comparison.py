"""Two reports side by side."""

from __future__ import annotations

from dataclasses import replace

import pytest
from invented_story import build_story, load_cases

from headwater.assess.comparison import compare_reports
from headwater.assess.findings import find_findings
from headwater.assess.only import find_only
from headwater.model.finding import Finding, FindingKind
from headwater.model.sentence import Sentence
from headwater.model.span import Cite, Span
from headwater.model.story import Story

REPORTS = load_cases("origins/traced")


def add_sentences(story: Story) -> Story:
    """Sentences as the language model would cut them: enough to hold them against each other."""
    readings = []
    for reading in story.readings:
        found, at = [], 0
        for line in reading.report.text.splitlines(keepends=True):
            words, spans = [], []
            for word in line.split():
                start = reading.report.text.index(word, at)
                at = start + len(word)
                words.append(word)
                spans.append(Span(start, at))
            n = len(words)
            blank = ("",) * n
            heads = (-1, *(0,) * (n - 1))
            found.append(Sentence(tuple(words), tuple(spans), tuple(words), ("X",) * n, blank, heads, ("dep",) * n))
        readings.append(replace(reading, sentences=tuple(found)))
    return replace(story, readings=tuple(readings))


@pytest.fixture(scope="module")
def story() -> Story:
    story = add_sentences(build_story(REPORTS))
    return replace(story, findings=find_findings(story))


def test_what_both_report_as_said_stands_side_by_side(story: Story) -> None:
    compared = compare_reports(story, "wire", "softer")
    (shared,) = compared.utterances
    assert (shared.one.words[:7], shared.other.words[:6]) == ("We will", "We may")
    assert shared.beside.changes == ("modal",)
    assert (shared.one.speaker, shared.other.speaker, shared.speakers) == ("Ada Brenn", "Ada Brenn", "")
    assert not shared.possible


def test_a_sentence_with_another_number_is_a_difference(story: Story) -> None:
    (alike,) = compare_reports(story, "wire", "part").alike
    assert (alike.one.words[:4], alike.other.words[:5]) == ("Nine", "Seven")
    assert alike.beside.changes == ("number",)


def test_the_same_words_outside_what_was_said(story: Story) -> None:
    compared = compare_reports(story, "wire", "undated")
    words = [story.reading("wire").report.quote(one) for one, _ in compared.passages]
    assert words == ["the sealed sluices of the upper river shut until the pact is signed"]
    assert [story.reading("undated").report.quote(other) for _, other in compared.passages] == words


def test_words_of_sentences_shown_side_by_side_are_no_passage_as_well(story: Story) -> None:
    compared = compare_reports(story, "wire", "part")
    assert len(compared.alike) == 1
    assert compared.passages == ()


def test_turned_round_it_says_the_same(story: Story) -> None:
    there, back = compare_reports(story, "wire", "softer"), compare_reports(story, "softer", "wire")
    assert there.containment == back.containment[::-1]
    assert there.only == back.only[::-1]
    assert {f.id for f in there.differences} == {f.id for f in back.differences}
    assert back.utterances[0].beside.changes == ("modal",)


def test_what_only_one_has_is_in_no_other_part(story: Story) -> None:
    compared = compare_reports(story, "wire", "title")
    assert compared.utterances == ()
    both = {finding.id for finding in compared.shared}
    assert all("title" not in finding.reports for finding in compared.only[0])
    assert not both & {finding.id for found in compared.only for finding in found}


def test_two_of_one_text_are_the_same() -> None:
    story = add_sentences(build_story([REPORTS[0], REPORTS[0] | {"id": "again"}]))
    compared = compare_reports(replace(story, findings=find_findings(story)), "wire", "again")
    assert compared.is_same
    assert compared.containment == (1.0, 1.0)
    assert (compared.differences, compared.alike, compared.only) == ((), (), ((), ()))


def test_reports_without_words_are_no_error() -> None:
    story = build_story([{"id": "a", "text": "."}, {"id": "b", "text": "…"}])
    compared = compare_reports(story, "a", "b")
    assert (compared.utterances, compared.passages, compared.containment) == ((), (), (0.0, 0.0))


def make(kind: FindingKind, *spans: tuple[int, int]) -> Finding:
    return Finding(kind, kind, tuple(Cite("r", Span(*span)) for span in spans), id=f"{kind} {spans}")


def test_words_that_are_told_in_another_part_are_not_told_again() -> None:
    event, lead = make("happened", (10, 40)), make("reported", (10, 100))
    assert find_only([lead, event], "r", told=[Span(0, 50)]) == (lead,)
    assert find_only([lead, event], "r", told=[Span(0, 95)]) == ()


def test_of_findings_on_the_same_words_the_one_that_says_most_stays() -> None:
    found = [
        make("reported", (10, 100)),
        make("said", (10, 30), (40, 99)),
        make("due", (10, 99)),
        make("happened", (200, 220)),
    ]
    assert [finding.kind for finding in find_only(found, "r", told=())] == ["due", "happened"]


def test_what_both_tell_is_in_no_list_of_what_only_one_tells(story: Story) -> None:
    compared = compare_reports(story, "wire", "softer")
    told = [cite.span for finding in compared.shared for cite in finding.cites if cite.report == "wire"]
    spans = [cite.span for finding in compared.only[0] for cite in finding.cites if cite.report == "wire"]
    assert not any(both.holds(span) for both in told for span in spans)
