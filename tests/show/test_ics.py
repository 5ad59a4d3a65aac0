from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from headwater.model.dossier import Dossier
from headwater.model.finding import Finding
from headwater.model.reading import Reading
from headwater.model.report import Report
from headwater.model.span import Cite, Span
from headwater.model.story import Story
from headwater.show.due_table import DUE_COLUMNS, flatten_due, list_due, refer_to_report, tell_precision
from headwater.show.ics import write_calendar
from headwater.show.tables import write_csv

TEXT = "The governor vowed to close the port by Friday, whatever the dockers say; talks; more."


def make_dossier(*findings: Finding, as_of: str | None = "2031-05-05", text: str = TEXT) -> Dossier:
    return Dossier(Story("s1", (Reading(Report("r1", text)),), findings=findings), as_of, "The port")


def make_due(**changes: Any) -> Finding:
    due = {"value": "2031-05-09", "earliest": "2031-05-09", "latest": "2031-05-09", "words": "Friday", "why": ""}
    details = {
        "commitment": "promise",
        "who": "The governor",
        "what": "to close the port",
        "status": "open",
        "due": due,
    }
    cites = (Cite("r1", Span(0, 46)),)
    return Finding("due", "The governor vowed to close the port", cites, id="due-1", details=details | changes)


def read_entries(text: str) -> list[Any]:
    return list(Calendar.from_ical(text).walk("VEVENT"))


def test_an_entry_is_all_day_and_cites_the_sentence() -> None:
    (entry,) = read_entries(write_calendar([make_dossier(make_due())]))
    assert (entry["dtstart"].dt, entry["dtend"].dt) == (date(2031, 5, 9), date(2031, 5, 10))
    assert entry["uid"] == "due-1@headwater"
    assert entry["summary"] == "Promise: The governor vowed to close the port"
    assert "“The governor vowed to close the port by Friday”" in entry["description"]
    assert "Status as of 2031-05-05: open" in entry["description"]


def test_a_scheduled_interval_lasts_all_its_days() -> None:
    month = {"value": "2031-06", "earliest": "2031-06-01", "latest": "2031-06-30", "words": "June"}
    (entry,) = read_entries(write_calendar([make_dossier(make_due(commitment="scheduled", due=month))]))
    assert (entry["dtstart"].dt, entry["dtend"].dt) == (date(2031, 6, 1), date(2031, 7, 1))


def test_what_must_be_done_within_an_interval_stands_on_its_last_day() -> None:
    month = {"value": "2031-06", "earliest": "2031-06-01", "latest": "2031-06-30", "words": "June"}
    (entry,) = read_entries(write_calendar([make_dossier(make_due(due=month))]))
    assert entry["dtstart"].dt == date(2031, 6, 30)
    assert "Due: by 2031-06-30" in entry["description"]


@pytest.mark.parametrize(
    "due", [None, {"value": "XXXX-WXX-5", "earliest": None, "latest": None}, {"value": "P3D", "latest": "9999-12-31"}]
)
def test_what_has_no_day_has_no_entry(due: dict[str, Any] | None) -> None:
    assert read_entries(write_calendar([make_dossier(make_due(due=due))])) == []


def test_what_was_withdrawn_is_cancelled() -> None:
    (entry,) = read_entries(write_calendar([make_dossier(make_due(status="withdrawn"))]))
    assert entry["status"] == "CANCELLED"


def test_a_second_run_gives_the_same_bytes_and_a_later_one_the_same_uid() -> None:
    dossier = make_dossier(make_due())
    assert write_calendar([dossier]) == write_calendar([dossier])
    later = replace(dossier, as_of="2031-05-06")
    assert read_entries(write_calendar([later]))[0]["uid"] == read_entries(write_calendar([dossier]))[0]["uid"]
    assert "DTSTAMP:20310505T000000Z" in write_calendar([dossier])


def test_a_dossier_of_unknown_day_has_a_fixed_stamp() -> None:
    assert "DTSTAMP:19700101T000000Z" in write_calendar([make_dossier(make_due(), as_of=None)])


def test_only_what_is_due_is_exported() -> None:
    said = replace(make_due(), kind="said")
    assert read_entries(write_calendar([make_dossier(said)])) == []
    assert list_due([make_dossier(said)]) == []


@settings(deadline=None, max_examples=40)
@given(st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=300))
def test_any_words_survive_and_no_line_is_too_long(words: str) -> None:
    finding = replace(make_due(condition=words), line=words, cites=(Cite("r1", Span(0, len(words))),))
    text = write_calendar([make_dossier(finding, text=words)])
    assert len(read_entries(text)) == 1
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


def test_rows_are_sorted_by_day_with_undated_ones_last() -> None:
    undated = replace(make_due(due=None), id="due-2")
    june = {"value": "2031-06-01", "earliest": "2031-06-01", "latest": "2031-06-01"}
    later = replace(make_due(due=june), id="due-3")
    rows = list_due([make_dossier(undated, later, make_due())])
    assert [row["due"] for row in rows] == ["2031-05-09", "2031-06-01", None]
    assert rows[0]["precision"] == "day"
    period = {"earliest": "2031-06-01", "latest": "2031-06-30"}
    assert tell_precision(period, "promise") == "by 2031-06-30"
    assert tell_precision(period, "scheduled") == "2031-06-01 to 2031-06-30"
    assert tell_precision({"value": "XXXX-WXX-3"}, "promise") == "not to the day"
    (cite,) = rows[0]["cites"]
    assert (cite["report"], cite["start"], cite["end"]) == ("r1", 0, 46)
    assert flatten_due(rows[0])["cites"] == "r1:0-46"
    assert tuple(rows[0]) == DUE_COLUMNS


def test_a_blank_in_an_id_does_not_part_a_cite() -> None:
    cite = {"report": "sub folder/50%.txt", "start": 1, "end": 2, "text": "x"}
    assert refer_to_report(cite) == "sub%20folder/50%25.txt:1-2"


def test_a_cell_is_no_formula() -> None:
    rows = list_due([make_dossier(make_due(who="=1+1", what="@sum", condition="-2"))])
    line = write_csv(map(flatten_due, rows), DUE_COLUMNS).splitlines()[1]
    assert "'=1+1" in line
    assert "'@sum" in line
    assert "'-2" in line


MOVED_TO = {"value": "2031-05-12", "earliest": "2031-05-12", "latest": "2031-05-12", "words": "Monday"}


def test_what_was_moved_stands_on_its_new_day() -> None:
    dossier = make_dossier(make_due(extended_to=MOVED_TO, status="extended"))
    (entry,) = read_entries(write_calendar([dossier]))
    assert entry["dtstart"].dt == date(2031, 5, 12)
    assert "Moved from: 2031-05-09" in entry["description"]
    (record,) = list_due([dossier])
    assert record["due"] == "2031-05-12"


@pytest.mark.parametrize(
    ("kind", "status", "shown"),
    [
        ("threat", "due soon", "TENTATIVE"),
        ("scheduled", "due soon", "CONFIRMED"),
        ("promise", "reported done", "CONFIRMED"),
        ("scheduled", "disputed", "TENTATIVE"),
        ("threat", "withdrawn", "CANCELLED"),
    ],
)
def test_only_what_is_set_or_done_is_confirmed(kind: str, status: str, shown: str) -> None:
    (entry,) = read_entries(write_calendar([make_dossier(make_due(commitment=kind, status=status))]))
    assert entry["status"] == shown


@pytest.mark.parametrize("value", ["PT12M", "XXXX-WXX-4T24:00", "XXXX-03", "FUTURE_REF"])
def test_a_value_that_tells_a_reader_nothing_is_not_shown(value: str) -> None:
    (record,) = list_due([make_dossier(make_due(due={"value": value, "earliest": None, "latest": None}))])
    assert record["due"] is None
