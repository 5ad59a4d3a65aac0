from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from headwater.model.dossier import Dossier
from headwater.model.finding import Finding
from headwater.model.span import Cite, Span
from headwater.show.markdown import write_markdown
from headwater.show.outline import Item, make_item
from headwater.show.terminal import write_terminal
from headwater.show.timeline import draw_timeline


def item(name: str, **when: Any) -> Item:
    details = {"when": {"value": None, "earliest": None, "latest": None, **when}}
    return make_item(Finding("happened", name, (Cite("r", Span(0, 1)),), id=name, details=details))


def test_marks_run_from_the_earliest_to_the_latest_day() -> None:
    late, early = item("late", latest="2031-05-20"), item("early", value="2031-05-10")
    middle = item("middle", earliest="2031-05-14", latest="2031-05-16")
    line = draw_timeline([late, early, middle])
    assert line is not None
    assert [mark.item.finding.id for mark in line.marks] == ["early", "middle", "late"]
    assert [(day.first.day, day.last.day) for day in line.days] == [(10, 10), (14, 16), (20, 20)]


@pytest.mark.parametrize("value", ["2031", "2031-05", "XXXX-WXX-3", "2031-02-31", "9999-99-99", "PRESENT_REF", ""])
def test_what_is_no_day_is_not_on_the_line(value: str) -> None:
    assert draw_timeline([item("a", value=value), item("b", value="2031-05-10")]) is None


def test_marks_of_one_day_stand_together() -> None:
    line = draw_timeline([item(name, value="2031-05-10") for name in "abc"])
    assert line is not None
    (day,) = line.days
    assert (len(day.marks), day.weekday, day.gap) == (3, "Saturday", 0)


def test_a_long_gap_is_counted_from_the_end_of_what_was_before() -> None:
    days = [("a", "2031-05-01", "2031-05-20"), ("b", "2031-05-03", "2031-05-03"), ("c", "2031-05-25", "2031-05-25")]
    days.append(("d", "2031-06-01", "2031-06-01"))
    line = draw_timeline([item(name, earliest=first, latest=last) for name, first, last in days])
    assert line is not None
    assert [day.gap for day in line.days] == [0, 0, 0, 7]
    assert line.days[0].weekday == ""


def test_a_day_says_what_it_was_read_from() -> None:
    line = draw_timeline(
        [item("a", value="2031-05-10", words="Saturday", why="the last one"), item("b", value="2031-05-12")]
    )
    assert line is not None
    assert [mark.source for mark in line.marks] == ["from “Saturday”: the last one", ""]
    assert [mark.days for mark in line.marks] == ["2031-05-10", "2031-05-12"]


def test_text_pages_have_the_timeline_too(dossier: Dossier) -> None:
    when = {"value": "2031-05-05", "words": "Monday"}
    dated = Finding("happened", "the gates were shut", (Cite("r1", Span(0, 7)),), id="h", details={"when": when})
    dossier = replace(dossier, story=replace(dossier.story, findings=(*dossier.story.findings, dated)))
    assert "2031-05-05 Monday\n  • the gates were shut\n    from “Monday” · [1:0-7]" in write_terminal(dossier)
    assert "- **2031-05-05** the gates were shut  \n  from “Monday” · \\[1:0-7\\]" in write_markdown(dossier)


def test_what_is_said_and_happens_in_one_clause_is_one_mark() -> None:
    when = {"when": {"value": "2031-05-10"}}
    said = make_item(Finding("said", "Brenn – vowed: to act", (Cite("r", Span(0, 5)),), id="s", details=when))
    line = draw_timeline([said, item("a", value="2031-05-10"), item("b", value="2031-05-12")])
    assert line is not None
    assert [mark.item.finding.kind for mark in line.marks] == ["happened", "happened"]
