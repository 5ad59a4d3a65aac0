"""Constraints and their solution."""

from __future__ import annotations

from datetime import date

import pytest

from headwater.annotate.dating import LONGEST, Constraint, constraints_of, infer_published, known_from, solve
from headwater.annotate.dating.constraints import (
    Between,
    DateOnWeekday,
    Days,
    InMonths,
    NamedDayNear,
    OnDate,
    OnWeekday,
)
from headwater.model.block import Block
from headwater.model.reading import Reading
from headwater.model.report import Known, Provenance, Report
from headwater.model.span import Span

YEAR = Between(date(2019, 1, 1), date(2020, 12, 31))


def solution(*days: Days) -> tuple[date, date] | None:
    return solve(Constraint(d, (Span(n, n + 1),), "test") for n, d in enumerate(days))


def test_no_bounds_no_answer() -> None:
    assert solution() is None
    assert solution(OnWeekday((1,)), NamedDayNear("christmas", 0, 6)) is None
    assert solution(Between(first=date(2019, 1, 1))) is None


def test_contradictions_have_no_answer() -> None:
    assert solution(Between(date(2020, 1, 2), date(2020, 1, 1))) is None
    assert solution(YEAR, InMonths((1,)), NamedDayNear("christmas", 0, 6)) is None


def test_bounds_too_far_apart_are_not_searched() -> None:
    assert solution(Between(date(1900, 1, 1), date(2000, 1, 1)), OnWeekday((1,))) is None


def test_a_weekday_and_a_named_day_on_a_weekday_decide() -> None:
    assert solution(YEAR, OnWeekday((1, 2)), NamedDayNear("new year's day", 0, 6, weekday=3)) == (
        date(2019, 12, 30),
        date(2019, 12, 31),
    )


def test_the_eve_will_do_where_the_event_is_only_named_after_the_day() -> None:
    assert solution(YEAR, NamedDayNear("new year's day", 0, 0, weekday=2, eve=True)) == (
        date(2019, 1, 1),
        date(2019, 12, 31),
    )


def test_a_date_on_a_weekday_picks_the_year() -> None:
    assert solution(YEAR, DateOnWeekday(3, 11, 1, -1, 0)) == (date(2019, 3, 11), date(2019, 3, 12))
    assert solution(YEAR, DateOnWeekday(2, 29, 6, 0, 0)) == (date(2020, 2, 29), date(2020, 2, 29))


def test_a_day_counted_from_the_report() -> None:
    assert solution(Between(date(2019, 1, 1), date(2019, 12, 31)), OnDate(3, 1, 1)) == (
        date(2019, 2, 28),
        date(2019, 2, 28),
    )


@pytest.mark.parametrize(("days", "value"), [(1, "2020-01-01"), (3, "2020-01-01/2020-01-03"), (4, None)])
def test_only_short_intervals_are_claimed(days: int, value: str | None) -> None:
    known = known_from((), (date(2020, 1, 1), date(2020, 1, days)))
    assert (known.value if known else None) == value
    assert LONGEST == 3


def test_a_stated_date_stays() -> None:
    stated = Provenance(published=Known("2001-01-01", "stated"))
    reading = Reading(Report("r", "He left today, 4 May 2020."), provenance=stated)
    assert infer_published(reading) is stated


def test_the_words_that_decide_are_cited() -> None:
    text = "He left today, 4 May 2020."
    known = infer_published(Reading(Report("r", text))).published
    assert (known.value, known.how) == ("2020-05-04", "inferred")
    assert [text[slice(*span)] for span in known.evidence] == ["today", "4 May 2020"]


def test_furniture_is_no_evidence() -> None:
    text = "He left today, 4 May 2020."
    reading = Reading(Report("r", text), blocks=(Block(Span(0, len(text)), "furniture", "test@1"),))
    assert constraints_of(reading) == ()


def test_reports_of_one_story_decide_together() -> None:
    year = Reading(Report("a", "Storms have cost the region dear so far in 2019."))
    day = Reading(Report("b", "The pier was closed on Monday, March 11, the port said."))
    assert solve(constraints_of(day)) is None
    assert solve((*constraints_of(year), *constraints_of(day))) == (date(2019, 3, 11), date(2019, 3, 12))
