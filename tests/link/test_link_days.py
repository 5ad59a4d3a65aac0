"""The days a report is of and speaks of."""

from datetime import date

import pytest

from headwater.link.days import date_report, find_day, name_days, read_day, sort_days
from headwater.model.report import Report

FRIDAY = date(2031, 5, 9).toordinal()


def exact(text: str, day: int | None = FRIDAY) -> set[str]:
    return {date.fromordinal(n).isoformat() for n in sort_days(name_days(text, day)).exact}


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The dam broke on Tuesday.", {"2031-05-06"}),
        ("It broke on Friday.", {"2031-05-09"}),
        ("It broke on Saturday, a week ago.", {"2031-05-03"}),
        ("It broke last night; repairs began this morning.", {"2031-05-08", "2031-05-09"}),
        ("It broke on May 4 and Sept. 30.", {"2031-05-04", "2030-09-30"}),
        ("It broke on the 4th of May, 2029.", {"2029-05-04"}),
        ("It broke on Nov. 4, 2029.", {"2029-11-04"}),
        ("It will be closed from 2032-01-05.", {"2032-01-05"}),
        ("Elections are due on 12 May.", {"2031-05-12"}),
        ("The Mondays of May had 30 days.", set()),
        ("It broke on February 30.", set()),
    ],
)
def test_days_on_the_calendar(text: str, days: set[str]) -> None:
    assert exact(text) == days


def test_without_a_day_of_its_own_a_report_names_days_only() -> None:
    days = sort_days(name_days("The dam broke on Tuesday, May 6.", None))
    assert (days.exact, days.dates, days.weekdays) == (frozenset(), {"5-6"}, {"tue"})


def test_the_day_of_a_report_is_that_of_its_metadata() -> None:
    text = "LOWER TARN, May 6, 2031. The dam broke."
    assert find_day(Report("r", text, published="2031-05-09")) == FRIDAY
    assert find_day(Report("r", text)) == FRIDAY - 3
    assert find_day(Report("r", "The dam broke.")) is None


def test_a_date_deep_in_the_text_is_not_the_day_of_the_report() -> None:
    assert find_day(Report("r", "Water. " * 60 + "It was built on May 6, 1931.")) is None


def test_read_day_of_an_interval_or_nothing() -> None:
    assert read_day(Report("r", "", published="2031-05-05/2031-05-07")) == FRIDAY - 4
    assert read_day(Report("r", "", published="last week")) is None


def test_date_report() -> None:
    assert read_day(date_report(Report("r", ""), FRIDAY)) == FRIDAY
    assert date_report(Report("r", "", published="2031"), None).published is None
