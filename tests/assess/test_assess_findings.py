from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest
from invented_story import build_story, load_cases

from headwater.assess.findings import find_findings, find_latest
from headwater.model.story import Story

FOLDERS = {folder["id"]: folder for folder in load_cases("origins/folders")}


def story_of(folder: str) -> Story:
    return build_story(FOLDERS[folder]["reports"])


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_cite_stands_in_its_report(folder: str) -> None:
    story = story_of(folder)
    for finding in find_findings(story):
        assert finding.cites
        assert all(story.reading(report).report.text[start:end].strip() for report, (start, end) in finding.cites)


def test_ids_name_one_line_and_come_from_its_content() -> None:
    reports = FOLDERS["two_of_three_stated"]["reports"]
    ids = [{finding.id for finding in find_findings(build_story(list(order)))} for order in permutations(reports)]
    assert all(found == ids[0] for found in ids)
    findings = find_findings(build_story(reports))
    assert len({finding.id for finding in findings}) == len(findings)


def test_more_reports_come_first_within_a_kind() -> None:
    widths = [
        len(finding.reports) for finding in find_findings(story_of("two_of_three_stated")) if finding.kind == "said"
    ]
    assert widths == sorted(widths, reverse=True)


def test_a_story_without_notes_has_no_findings() -> None:
    assert find_findings(Story("s", ())) == ()
    assert find_findings(build_story([{"id": "a", "text": ""}])) == ()


def test_latest_counts_the_first_day_of_an_interval() -> None:
    story = build_story([{"id": "a", "text": "x", "published": "2031-05-05/2031-05-09"}, {"id": "b", "text": "y"}])
    assert find_latest(story) == "2031-05-05"
    assert find_latest(replace(story, readings=story.readings[1:])) is None


def test_line_of_a_relay_and_of_an_interview() -> None:
    relayed = next(f for f in find_findings(story_of("two_wires_on_one_state_agency")) if f.kind == "said")
    assert relayed.line == "Ada Brenn, as reported by TASS: “the sluices stay shut until the pact is signed”"
    told = next(f for f in find_findings(story_of("republished_interview")) if f.kind == "said")
    assert told.line.startswith("Ilse Varga, to Lakeside Courier: “I warned")


def test_a_resolved_orphan_says_where_the_name_is_from() -> None:
    said = next(f for f in find_findings(story_of("orphan_resolved")) if f.kind == "said")
    assert said.line.startswith("Ilse Varga (named in another report): “But we have")
    assert any(cite.report == "b" for cite in said.cites)
