from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from headwater.link.due_days import Window, find_window, fits, place_due
from headwater.model.notes import Due
from headwater.model.reading import Reading
from headwater.model.report import Known, Provenance, Report
from headwater.model.span import Span

WEEK = Window(date(2031, 5, 5), date(2031, 5, 7), 2)


def place(value: str, window: Window = WEEK) -> str | None:
    return place_due(Due(value, None, None, Span(0, 1)), window).latest


@pytest.mark.parametrize(
    "value, day",
    [
        ("XXXX-WXX-5", "2031-05-09"),
        ("XXXX-WXX-2", None),  # Tuesday the 6th for two of the reports, the 13th for the third
        ("XXXX-WXX-5T12:00", "2031-05-09"),
        ("XXXX-04-14", "2031-04-14"),
        ("XXXX-01-10", "2032-01-10"),
        ("XXXX-02", "2032-02-29"),
        ("XXXX-XX-22", "2031-05-22"),
        ("XXXX-XX-02", "2031-06-02"),
        ("XXXX-XX-XX", None),
        ("P30D", None),
    ],
)
def test_a_partial_day_is_placed_by_the_dated_reports(value: str, day: str | None) -> None:
    assert place(value) == day


def test_one_dated_report_decides_no_bare_weekday() -> None:
    assert place("XXXX-WXX-5", replace(WEEK, dated=1)) is None
    assert place("XXXX-06-10", replace(WEEK, dated=1)) == "2031-06-10"


def test_a_known_day_stays() -> None:
    due = Due("2031-05-09", "2031-05-09", "2031-05-09", Span(0, 1))
    assert place_due(due, WEEK) == due


@pytest.mark.parametrize(
    "one, other, same",
    [
        ("2031-05-09", "2031-05-09", True),
        ("2031-05-09", "XXXX-WXX-5T12:00", True),
        ("XXXX-WXX-4", "2031-05-09", False),
        ("XXXX-05-09", "2031-05-09", True),
        ("XXXX-XX-09", "2031-05-09", True),
        ("XXXX-05", "2031-05-31", True),
        ("XXXX-05", "2031-05-09", False),
        ("XXXX-WXX-5", "XXXX-05-09", False),
    ],
)
def test_days_that_can_be_one(one: str, other: str, same: bool) -> None:
    assert fits(one, other) is same
    assert fits(other, one) is same


def test_reports_far_apart_make_no_window() -> None:
    known = [Known(day, "stated") for day in ("2031-05-05", "2031-05-06/2031-05-08", "2031-09-01")]
    readings = [Reading(Report(str(n), ""), provenance=Provenance(published=day)) for n, day in enumerate(known)]
    assert find_window(readings[:2]) == Window(date(2031, 5, 5), date(2031, 5, 8), 2)
    assert find_window(readings) is None
    assert find_window([]) is None
