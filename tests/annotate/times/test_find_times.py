"""Times of a reading: blocks, and what is known of the report's date."""

from __future__ import annotations

import pytest

from headwater.annotate.times import find_times
from headwater.model.block import Block
from headwater.model.notes import Time
from headwater.model.reading import Reading
from headwater.model.report import Known, Provenance, Report
from headwater.model.span import Span

TEXT = "The court sat on Monday.\nSubscribe before Friday!\n"
BODY = Block(Span(0, 24), "body", "test@1")
FURNITURE = Block(Span(25, 49), "furniture", "test@1")


def times(
    published: str | None, *, text: str = TEXT, blocks: tuple[Block, ...] = (BODY, FURNITURE)
) -> tuple[Time, ...]:
    provenance = Provenance(published=Known(published, "stated" if published else "unknown"))
    return find_times(Reading(Report("r", text), blocks=blocks, provenance=provenance))


def test_furniture_is_not_read() -> None:
    assert [TEXT[slice(*t.span)] for t in times("2024-05-15")] == ["Monday"]
    assert times("2024-05-15", blocks=(FURNITURE,)) == ()


def test_a_reading_without_blocks_is_read_whole() -> None:
    assert len(times("2024-05-15", blocks=())) == 2


def test_a_resolved_time_names_its_anchor_its_days_and_its_reason() -> None:
    (found,) = times("2024-05-15")
    assert (found.value, found.earliest, found.latest, found.anchor) == (
        "2024-05-13",
        "2024-05-13",
        "2024-05-13",
        "published",
    )
    assert found.why == "latest such weekday up to the report's date"
    assert found.rule == "time.weekday@1"


@pytest.mark.parametrize("published", [None, "1970-01-01", "9999-12-31", "not a date"])
def test_nothing_is_counted_from_a_date_that_cannot_be_meant(published: str | None) -> None:
    (found,) = times(published)
    assert (found.value, found.earliest, found.anchor) == ("XXXX-WXX-1", None, None)


def test_an_inferred_interval_resolves_what_is_the_same_for_all_its_days() -> None:
    (found,) = times("2024-05-14/2024-05-15")
    assert found.value == "2024-05-13"


def test_an_inferred_interval_leaves_open_what_differs() -> None:
    (found,) = times("2024-05-12/2024-05-14")
    assert (found.value, found.earliest, found.latest) == ("XXXX-WXX-1", "2024-05-06", "2024-05-13")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("It ends at the end of the month.", "2024-05-28", "2024-05-31"),
        ("It ends in late May.", "2024-05-21", "2024-05-31"),
        ("Rents doubled over the past year.", "2023-05-15", "2024-05-15"),
        ("Guns fall silent for Eid al-Adha.", "2024-06-15", "2024-06-17"),
        ("It fell last week.", "2024-05-06", "2024-05-12"),
    ],
)
def test_the_days_meant_are_kept_apart_from_the_value(text: str, first: str, last: str) -> None:
    (found,) = times("2024-05-15", text=text, blocks=())
    assert (found.earliest, found.latest) == (first, last)


@pytest.mark.parametrize("published", ["1970-01-01", "9998-01-01", "1200-05-05"])
def test_a_date_that_cannot_be_meant_is_named_and_not_used(published: str) -> None:
    (found,) = times(published)
    assert found.value == "XXXX-WXX-1"
    assert "cannot be meant" in found.why


def test_two_years_apart_are_no_interval() -> None:
    (found,) = times("2023-12-28/2024-10-20", text="The harbour opened in December.", blocks=())
    assert (found.value, found.earliest, found.latest) == ("XXXX-12", None, None)


@pytest.mark.parametrize("published", ["2019-12-30", "2020-01-01", "2019-12-30/2020-01-01"])
def test_since_a_month_looks_back_over_the_turn_of_the_year(published: str) -> None:
    (found,) = times(published, text="Talks have stalled since a February summit.", blocks=())
    assert found.value[5:] == "02"
    assert found.latest is not None
    assert found.latest < published[:10]
