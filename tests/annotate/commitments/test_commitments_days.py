from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.annotate.commitments.days import count_from, is_history, look_ahead, make_due, shift
from headwater.model.notes import Due, Time
from headwater.model.span import Span

REPORTED = ("2031-05-05", "2031-05-05")
HERE = Span(0, 3)
MONDAY = ("2031-05-05", "2031-05-05")


def on(day: str) -> Due:
    return Due(day, day, day, HERE)


@pytest.mark.parametrize(
    "duration, day",
    [
        ("P10D", "2031-05-15"),
        ("P2W", "2031-05-19"),
        ("PT48H", "2031-05-07"),
        ("PT1H", "2031-05-06"),
        ("PXD", None),
        ("P99999Y", None),
    ],
)
def test_durations_are_counted_from_a_day(duration: str, day: str | None) -> None:
    assert count_from("2031-05-05", duration) == day


def test_a_duration_is_due_only_where_it_is_counted() -> None:
    ten_days = Time(HERE, "DURATION", "P10D", "given@1")
    assert make_due(ten_days, counted=False, published=MONDAY) is None
    assert make_due(ten_days, counted=True, published=MONDAY) == Due("2031-05-15", "2031-05-05", "2031-05-15", HERE)
    assert make_due(ten_days, counted=True, published=None) == Due("P10D", None, None, HERE)


@pytest.mark.parametrize(
    "day, words, ahead",
    [
        ("2031-05-02", ["friday"], "2031-05-09"),
        ("2031-05-02", ["last", "friday"], "2031-05-02"),
        ("2030-12-31", ["31", "december"], "2031-12-31"),
        ("2030-12-31", ["31", "december", "2030"], "2030-12-31"),
        ("2028-02-29", ["29", "february"], "2028-02-29"),
        ("9999-12-31", ["31", "december"], "9999-12-31"),
    ],
)
def test_days_without_a_year_or_week_look_ahead(day: str, words: list[str], ahead: str) -> None:

    assert look_ahead(on(day), words, published=REPORTED).latest == ahead


@pytest.mark.parametrize(
    ("words", "value", "last"),
    [
        (["the", "first", "quarter"], "2031-Q1", "2031-03-31"),
        (["the", "quarter"], "2030-Q4", "2030-12-31"),
        (["the", "first", "quarter", "of", "2030"], "2030-Q1", "2030-03-31"),
        (["last", "quarter"], "2030-Q1", "2030-03-31"),
    ],
)
def test_a_quarter_without_a_year_looks_ahead(words: list[str], value: str, last: str) -> None:
    due = Due("2030-Q1", "2030-01-01", "2030-03-31", HERE)
    moved = look_ahead(due, words, published=("2030-11-04", "2030-11-04"))
    assert (moved.value, moved.latest) == (value, last)


def test_a_month_does_not_move() -> None:
    may = Due("2031-05", "2031-05-01", "2031-05-31", HERE)
    assert look_ahead(may, ["may"], published=REPORTED) == may


@settings(deadline=None, max_examples=50)
@given(st.dates(), st.integers(min_value=-4_000_000, max_value=4_000_000))
def test_shifting_never_fails(day: date, days: int) -> None:
    shifted = shift(day.isoformat(), days)
    assert shifted is None or date.fromisoformat(shifted) - day == timedelta(days=days)


@settings(deadline=None, max_examples=50)
@given(st.text(max_size=12), st.text(max_size=12))
def test_what_is_no_day_is_no_history(day: str, published: str) -> None:
    assert is_history(day, (published, published)) in (True, False)


def test_what_passed_long_ago_is_history() -> None:
    assert is_history("2031-01-01", MONDAY)
    assert not is_history("2031-03-01", MONDAY)
    assert not is_history(None, MONDAY)
    assert not is_history("2031-01-01", None)
