"""Values and the days they mean."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.annotate.times.calendar import interval_of, move, unit_of, write
from headwater.annotate.times.meaning import Unit


@pytest.mark.parametrize(
    ("value", "mod", "first", "last"),
    [
        ("2020-02-29", None, "2020-02-29", "2020-02-29"),
        ("2020-02-29TNI", None, "2020-02-29", "2020-02-29"),
        ("2020-02", None, "2020-02-01", "2020-02-29"),
        ("2019-12", "END", "2019-12-21", "2019-12-31"),
        ("2019-06", "START", "2019-06-01", "2019-06-11"),
        ("2019", "MID", "2019-05-02", "2019-09-01"),
        ("2020-W01", None, "2019-12-30", "2020-01-05"),
        ("2020-W01-WE", None, "2020-01-04", "2020-01-05"),
        ("2020-Q4", None, "2020-10-01", "2020-12-31"),
        ("2020-H1", None, "2020-01-01", "2020-06-30"),
        ("2020-WI", None, "2020-12-01", "2021-02-28"),
        ("199", None, "1990-01-01", "1999-12-31"),
        ("19", None, "1900-01-01", "1999-12-31"),
    ],
)
def test_interval_of_a_value(value: str, mod: str | None, first: str, last: str) -> None:
    assert interval_of(value, mod) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("value", ["XXXX-WXX-3", "XXXX", "2020-02-30", "2020-W60", "PRESENT_REF", "0000", "P2W", ""])
def test_partial_and_impossible_values_have_no_days(value: str) -> None:
    assert interval_of(value) is None


@given(st.dates(date(1000, 1, 8), date(9000, 1, 1)), st.sampled_from(["D", "W", "WE", "M", "Q", "Y", "DE", "CE"]))
def test_a_unit_holds_the_day_it_is_written_for(day: date, unit: Unit) -> None:
    value = write(day, unit)
    days = interval_of(value)
    assert days is not None
    assert unit_of(value) == unit
    assert days[0] <= day <= days[1] or unit == "WE"


def test_moving_off_the_calendar_is_none() -> None:
    assert move(date(9999, 12, 1), "Y", 1) is None
    assert move(date(1, 1, 1), "D", -1) is None
    assert move(date(2020, 1, 31), "M", 1) == date(2020, 2, 29)
