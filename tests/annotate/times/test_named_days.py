"""Named days and the table they are looked up in."""

from __future__ import annotations

from datetime import date

from headwater.annotate.times.named_days import find_named_days, named_days


def test_fixed_and_movable_days() -> None:
    days = named_days()
    assert days["christmas"].on(2019) == date(2019, 12, 25)
    assert days["easter"].on(1999) == date(1999, 4, 4)
    assert days["palm sunday"].on(1999) == date(1999, 3, 28)
    assert days["lunar new year"].on(2025) == date(2025, 1, 29)
    assert days["thanksgiving"].on(2023) == date(2023, 11, 23)


def test_days_that_differ_by_country_say_so() -> None:
    assert named_days()["eid al-fitr"].about
    assert not named_days()["easter"].about


def test_a_year_outside_the_table_has_no_day() -> None:
    assert named_days()["easter"].on(1066) is None


def test_the_longest_name_is_found_and_small_letters_are_not() -> None:
    text = "the new year, New Year's Eve, Easter Monday, NewYear, Easterly"
    assert [text[slice(*span)] for span in find_named_days(text, 0, len(text))] == ["New Year's Eve", "Easter Monday"]
