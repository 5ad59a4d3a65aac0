"""A stored dossier revived and arranged says what the dossier says."""

from __future__ import annotations

from typing import Any

import pytest
from hostile import STORY

from headwater.show.json_text import dump_json
from headwater.store import Store
from headwater.store.stories import get_dossier
from headwater.web.parts import number
from headwater.web.story_view import StoryView, view_story


@pytest.fixture
def record(store: Store) -> dict[str, Any]:
    with store.connect() as connection:
        return get_dossier(connection, STORY)


@pytest.fixture
def view(record: dict[str, Any]) -> StoryView:
    return view_story(record, number(record))


def test_every_finding_is_a_line_once(record: dict[str, Any], view: StoryView) -> None:
    lines = [line for section in view.sections for group in section.groups for line in group.lines]
    assert sorted(line.id for line in lines) == sorted(finding["id"] for finding in record["findings"])
    assert sum(section.count for section in view.sections) == len(lines)


def test_every_cite_of_a_line_has_a_link(record: dict[str, Any], view: StoryView) -> None:
    findings = {finding["id"]: finding for finding in record["findings"]}
    for line in (line for section in view.sections for group in section.groups for line in group.lines):
        links = "".join(link.target for link in line.cited.links)
        for cite in findings[line.id]["cites"]:
            assert f"{cite['start']}-{cite['end']}" in links
        assert f"{findings[line.id]['reports']} report" in line.facts[-1]


def test_a_revived_dossier_counts_origins_as_the_record_does(record: dict[str, Any], view: StoryView) -> None:
    findings = {finding["id"]: finding for finding in record["findings"]}
    for line in (line for section in view.sections for group in section.groups for line in group.lines):
        named = {
            (origin["kind"], origin["name"].casefold()) for origin in findings[line.id]["origins"] if origin["name"]
        }
        assert len(line.origins) == len(named)


def test_the_pictures_are_drawn(view: StoryView) -> None:
    assert view.timeline is not None
    assert view.chain is not None
    assert [row.number for row in view.rows] == list(range(1, 9))
    assert [row.copy_of for row in view.rows if row.copy_of] == [1, 4]


def test_the_month_sheets_hold_what_is_due(record: dict[str, Any], view: StoryView) -> None:
    (month,) = view.months
    days = {day.day: day.items for week in month.weeks for day in week if day.items}
    due = {f["details"]["due"]["latest"] for f in record["findings"] if f["kind"] == "due" and f["details"].get("due")}
    assert {str(day) for day in days} == due
    assert all(len(week) == 7 for week in month.weeks)


def test_gaps_are_told(record: dict[str, Any]) -> None:
    record["reports"][0]["language"] = "fr"
    record["reports"][1]["is_summary"] = True
    told = " ".join(view_story(record, number(record)).gaps)
    assert "Outlet not stated" in told
    assert "its language is fr" in told
    assert "Only the summary of a feed was read" in told


def test_a_view_does_not_touch_its_record(record: dict[str, Any]) -> None:
    before = dump_json(record)
    view_story(record, number(record))
    assert dump_json(record) == before
