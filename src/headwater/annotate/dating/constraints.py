"""What a report's words say about the day it was published, each as a set of days, and the days that satisfy all of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from headwater.annotate.times.named_days import named_days
from headwater.model.span import Spans

LONGEST_SEARCH = 1_100
"""Days between the outer bounds; where they lie further apart nothing is claimed."""
WEEK = 6
"""A weekday named alone lies at most so many days before or after the report."""

Interval = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Between:
    """Not before ``first``, not after ``last``; None = open."""

    first: date | None = None
    last: date | None = None

    def allows(self, day: date) -> bool:
        """Whether a report of that day can say this."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class OnWeekday:
    """Published on one of these weekdays (1 = Monday)."""

    weekdays: tuple[int, ...]

    def allows(self, day: date) -> bool:
        """Whether a report of that day can say this."""
        return day.isoweekday() in self.weekdays


@dataclass(frozen=True, slots=True)
class InMonths:
    """Published in one of these months."""

    months: tuple[int, ...]

    def allows(self, day: date) -> bool:
        """Whether a report of that day can say this."""
        return day.month in self.months


@dataclass(frozen=True, slots=True)
class NamedDayNear:
    """A named day lies ``from_day`` to ``to_day`` days after the report (negative: before it)."""

    name: str
    from_day: int
    to_day: int
    weekday: int | None = None
    eve: bool = False
    """The day before it would do as well."""

    def allows(self, day: date) -> bool:
        """Whether a report of that day can say this."""
        named = named_days()[self.name]
        for year in (day.year - 1, day.year, day.year + 1):
            feast = named.on(year)
            days = [feast, feast - timedelta(days=1)] if feast and self.eve else [feast]
            if any(d and self._fits(d, day) for d in days):
                return True
        return False

    def _fits(self, named: date, day: date) -> bool:
        return self.from_day <= (named - day).days <= self.to_day and self.weekday in (None, named.isoweekday())


@dataclass(frozen=True, slots=True)
class DateOnWeekday:
    """A day of the month, named with its weekday, ``from_day`` to ``to_day`` days after the report."""

    month: int
    day: int
    weekday: int
    from_day: int
    to_day: int

    def allows(self, day: date) -> bool:
        """Whether a report of that day can say this."""
        for year in (day.year - 1, day.year, day.year + 1):
            try:
                named = date(year, self.month, self.day)
            except ValueError:
                continue
            if named.isoweekday() == self.weekday and self.from_day <= (named - day).days <= self.to_day:
                return True
        return False


@dataclass(frozen=True, slots=True)
class OnDate:
    """The report's day is so many days before this day of the year."""

    month: int
    day: int
    days_on: int

    def allows(self, day: date) -> bool:
        """Whether a report of that day can say this."""
        named = day + timedelta(days=self.days_on)
        return (named.month, named.day) == (self.month, self.day)


Days = OnDate | Between | OnWeekday | InMonths | NamedDayNear | DateOnWeekday


@dataclass(frozen=True, slots=True)
class Constraint:
    """A set of days and the words it was read from."""

    days: Days
    spans: Spans
    why: str


def solve(constraints: Iterable[Constraint]) -> Interval | None:
    """The first and last day that satisfy every constraint; None if none does or no two bounds hold them in."""
    kept = [constraint.days for constraint in constraints]
    bounds = [days for days in kept if isinstance(days, Between)]
    first = max((days.first for days in bounds if days.first), default=None)
    last = min((days.last for days in bounds if days.last), default=None)
    if not first or not last or not 0 <= (last - first).days <= LONGEST_SEARCH:
        return None
    allowed = [
        day
        for n in range((last - first).days + 1)
        if all(days.allows(day := first + timedelta(days=n)) for days in kept)
    ]
    return (allowed[0], allowed[-1]) if allowed else None
