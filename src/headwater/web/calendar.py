"""What is due, as month sheets."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from headwater.show.ics import find_days
from headwater.show.outline import Item

MOST_MONTHS = 6
"""Month sheets drawn; the list of what is due names all."""
MOST_ITEMS = 4
"""Items written in one field; of more the last is their number."""


@dataclass(frozen=True, slots=True)
class Day:
    """One field of a month sheet; ``day`` is None for the fields before the first and after the last."""

    day: date | None
    items: tuple[Item, ...]

    @property
    def shown(self) -> tuple[Item, ...]:
        """The items written out."""
        return self.items if len(self.items) <= MOST_ITEMS else self.items[: MOST_ITEMS - 1]

    @property
    def more(self) -> tuple[Item, ...]:
        """The items only counted."""
        return self.items[len(self.shown) :]


@dataclass(frozen=True, slots=True)
class Month:
    """One sheet."""

    name: str
    weeks: tuple[tuple[Day, ...], ...]


def draw_months(items: Iterable[Item]) -> tuple[Month, ...]:
    """The first months in which something is due."""
    dated = group_by_day(item for item in items if item.finding.kind == "due")
    months = sorted({(day.year, day.month) for day in dated})[:MOST_MONTHS]
    return tuple(draw_month(year, month, dated=dated) for year, month in months)


def group_by_day(items: Iterable[Item]) -> dict[date, list[Item]]:
    """The last day of each dated item, when it must be done."""
    dated: dict[date, list[Item]] = {}
    for item in items:
        days = find_days(item.finding)
        if days:
            dated.setdefault(days[1], []).append(item)
    return dated


def count_later(items: Iterable[Item], months: Sequence[Month]) -> int:
    """Dated items due after the last sheet."""
    dated = group_by_day(item for item in items if item.finding.kind == "due")
    drawn = sum(len(day.items) for month in months for week in month.weeks for day in week)
    return sum(map(len, dated.values())) - drawn


def draw_month(year: int, month: int, *, dated: dict[date, list[Item]]) -> Month:
    """One sheet of whole weeks."""
    weeks = calendar.Calendar().monthdayscalendar(year, month)
    days = [[date(year, month, number) if number else None for number in week] for week in weeks]
    rows = tuple(tuple(Day(day, tuple(dated.get(day, ())) if day else ()) for day in week) for week in days)
    return Month(f"{calendar.month_name[month]} {year}", rows)
