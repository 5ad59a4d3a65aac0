"""Meanings -> TIMEX3 values: counted from the report's date, the last date of the same size, and the words around."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from headwater.annotate.times import calendar
from headwater.annotate.times.day_order import UNKNOWN, DayOrder
from headwater.annotate.times.lengths import write_length
from headwater.annotate.times.meaning import (
    Beside,
    Calendar,
    Clocked,
    EitherDay,
    Every,
    Fixed,
    Holiday,
    Length,
    Meaning,
    Named,
    Part,
    Shift,
    Unit,
    Vague,
)
from headwater.annotate.times.named_days import named_days
from headwater.model.notes import TimeType
from headwater.model.span import Span

Anchor = Span | Literal["published"] | None


SIZES = ("D", "W", "WE", "F", "M", "Q", "Y", "DE", "CE", "ML")
"""Units from fine to coarse: "that morning" is not counted from "in 1984"."""
NEAR_QUARTER = 1_200
"""The same for the quarter that a business report is about."""
NEAR = 600
"""Characters back within which a mentioned date is what "a year earlier" or "that day" is counted from."""
AROUND_DAY, MONTHS_AHEAD = 180, 100
"""Without a word for it, a day of the month may lie half a year ahead; a month only three: later ones are told of as past."""
CLEAR_MONTHS = 75
CLEAR_DAYS = 120
"""A day of the month nearer than this to the report's date is meant, whatever the words around say."""


@dataclass(frozen=True, slots=True)
class Value:
    """A resolved value and how it was reached."""

    type: TimeType
    value: str
    why: str
    anchor: Anchor = None


@dataclass(slots=True)
class Resolver:
    """Resolves the expressions of one text in order; remembers the dates it has seen."""

    published: date | None
    order: DayOrder = UNKNOWN
    seen: dict[str, tuple[date, Span]] = field(default_factory=dict)
    """Unit -> the last date of that size, and where it stands."""
    last_unit: str = ""
    """The size of the last calendar expression."""

    def resolve(self, meaning: Meaning, span: Span, *, sign: int = 0, cue: str = "") -> Value:
        """The value; ``sign`` is the direction that the words around give (1 ahead, -1 behind, 0 none)."""
        match meaning:
            case Vague(value):
                return Value("DATE", value, "no particular time")
            case Fixed(value):
                return Value("TIME" if "T" in value else "DATE", value, "stated in full")
            case Every(value):
                return Value("SET", value, "comes again and again")
            case Length():
                return Value("DURATION", write_length(meaning), "an amount of time")
            case Calendar():
                return self._calendar(meaning, sign, cue)
            case Named():
                return self._named(meaning)
            case Holiday():
                return self._holiday(meaning, sign, cue)
            case Part():
                return self._part(meaning, sign)
            case Shift():
                return self._shift(meaning, span)
            case EitherDay():
                return self._either_day(meaning)
            case Beside():
                return self._beside(meaning, span, sign=sign, cue=cue)
            case Clocked():
                return self._clocked(meaning, span, sign=sign, cue=cue)

    def remember(self, value: str, span: Span) -> None:
        """Keep a resolved date for the expressions that are counted from it."""
        days = calendar.interval_of(value)
        if not days:
            return
        unit = calendar.unit_of(value)
        if unit == "Q" and self.published and days[1] >= self.published:
            return  # a quarter that is not over has no results to speak of
        self.seen[unit] = (days[0], span)
        self.seen["any"] = (days[0], span)
        self.last_unit = unit

    def _calendar(self, meaning: Calendar, sign: int, cue: str) -> Value:
        if meaning.weekday and not meaning.month:
            return self._weekday(meaning.weekday, sign, cue)
        if meaning.year or not meaning.month:
            return Value("DATE", _join(meaning.year, meaning.month, meaning.day), "stated in full")
        if self.published is None:
            return Value(
                "DATE", _join(None, meaning.month, meaning.day), "no year is stated and the report's date is unknown"
            )
        year, why = self._year_of(meaning, sign, cue, self.published)
        return Value("DATE", _join(year, meaning.month, meaning.day), why, "published")

    def _year_of(self, meaning: Calendar, sign: int, cue: str, published: date) -> tuple[int, str]:
        """The year of a month or day named without one: the nearest; words decide where two are nearly as near."""
        month, day = meaning.month or 1, meaning.day or 15
        here = published.month * 30 + (published.day if meaning.day else 15)
        distance = month * 30 + day - here
        nearest = (distance + 180) % 360 - 180  # on 1 January, 31 December is yesterday
        near = CLEAR_DAYS if meaning.day else 0 if sign < 0 and cue.lower() == "since" else CLEAR_MONTHS
        if distance and sign and abs(nearest if meaning.day else distance) > near:
            year = published.year + (1 if sign > 0 > distance else -1 if sign < 0 < distance else 0)
            return year, f"the {'next' if sign > 0 else 'last'} one, seen from the report's date: “{cue}”"
        ahead = AROUND_DAY if meaning.day else MONTHS_AHEAD
        shift = -1 if distance > ahead else 1 if distance < ahead - 360 else 0
        return published.year + shift, "the one nearest to the report's date"

    def _weekday(self, weekday: int, sign: int, cue: str) -> Value:
        if self.published is None:
            return Value("DATE", f"XXXX-WXX-{weekday}", "weekday without a known report date")
        back = (self.published.isoweekday() - weekday) % 7
        if sign > 0:
            on = (-back) % 7
            why = f"weekday on or after the report's date: “{cue}”"
            return self._day(on, why)
        return self._day(-back, "latest such weekday up to the report's date")

    def _day(self, steps: int, why: str) -> Value:
        day = calendar.move(self.published, "D", steps) if self.published else None
        return Value("DATE", day.isoformat() if day else "XXXX-XX-XX", why, "published" if day else None)

    def _named(self, meaning: Named) -> Value:
        if self.published is None:
            return Value("DATE", _open_name(meaning), "the report's date is unknown")
        value = {"weekday": self._named_weekday, "month": self._named_month, "season": self._named_season}[
            meaning.kind
        ](meaning.which, meaning.steps, self.published)
        return Value("DATE", value, "counted from the report's date", "published")

    def _named_weekday(self, which: int | str, steps: int, published: date) -> str:
        weekday = int(which)
        if steps >= 9:
            monday = published - timedelta(days=published.isoweekday() - 1)
            return (monday + timedelta(days=7 * (steps - 10) + weekday - 1)).isoformat()
        back = (published.isoweekday() - weekday) % 7
        if steps < 0:
            return (published - timedelta(days=back or 7)).isoformat()
        on = (-back) % 7
        return (published + timedelta(days=on or (7 if steps else 0))).isoformat()

    def _named_month(self, which: int | str, steps: int, published: date) -> str:
        month = int(which)
        year = published.year
        if steps >= 9:
            year += steps - 10
        elif steps < 0:
            year -= month >= published.month
        elif steps > 0:
            year += month <= published.month
        return f"{year:04}-{month:02}"

    def _named_season(self, which: int | str, steps: int, published: date) -> str:
        first = calendar.SEASON_MONTHS[str(which)]
        year = published.year
        if steps < 0:
            year -= published.month < first + (3 if first < 12 else 0)
        elif steps > 0:
            year += published.month >= first
        return f"{year:04}-{which}"

    def _holiday(self, meaning: Holiday, sign: int, cue: str) -> Value:
        """A named day: of its year, the one counted, or the nearest to the report on the side that the words say."""
        day = named_days()[meaning.name]
        if meaning.year or self.published is None:
            found = day.on(meaning.year) if meaning.year else None
            open_value = f"XXXX-{day.month_day[0]:02}-{day.month_day[1]:02}" if day.month_day else "XXXX-XX-XX"
            return Value(
                "DATE",
                found.isoformat() if found else open_value,
                "stated in full" if found else "the report's date is unknown",
            )
        published = self.published
        near = [found for year in range(published.year - 1, published.year + 2) if (found := day.on(year))]
        if not near:
            return Value("DATE", "XXXX-XX-XX", "not in the table of named days")
        steps = meaning.steps or 0
        side = [d for d in near if (d < published if steps < 0 else d > published)] if steps else near
        best = min(side or near, key=lambda d: abs((d - published).days) + _against(d, published, sign))
        return Value("DATE", best.isoformat(), f"the nearest one{f': “{cue}”' if sign else ''}", "published")

    def _part(self, meaning: Part, sign: int) -> Value:
        if meaning.name == "Q?":
            quarter = self.seen.get("Q")
            name = f"Q{(quarter[0].month + 2) // 3}" if quarter else ""
            return Value(
                "DATE",
                f"{meaning.year:04}-{name}".rstrip("-"),
                "the quarter spoken of",
                quarter[1] if quarter else None,
            )
        if meaning.year:
            return Value("DATE", f"{meaning.year:04}-{meaning.name}", "stated in full")
        if self.published is None:
            return Value("DATE", f"XXXX-{meaning.name}", "the report's date is unknown")
        if meaning.years_on is not None:
            return Value(
                "DATE",
                f"{self.published.year + meaning.years_on:04}-{meaning.name}",
                "year counted from the report's",
                "published",
            )
        year = self.published.year
        days = calendar.interval_of(f"{year:04}-{meaning.name}")
        if days and days[0] > self.published and sign <= 0:
            year -= 1
        return Value("DATE", f"{year:04}-{meaning.name}", "the latest that has begun", "published")

    def _shift(self, meaning: Shift, span: Span) -> Value:
        if meaning.unit in {"S", "MIN", "H"}:
            return Value("DATE", "PAST_REF" if meaning.steps < 0 else "FUTURE_REF", "less than a day from now")
        base, anchor, unit = self._base(meaning, span)
        if base is None:
            return Value("DATE", calendar.OPEN[meaning.unit], "nothing known to count from")
        day = calendar.move(base, meaning.unit, meaning.steps)
        if day is None:
            return Value("DATE", calendar.OPEN[meaning.unit], "outside the calendar")
        why = "counted from the report's date" if anchor == "published" else "counted from the date mentioned before"
        return Value("DATE", calendar.write(day, unit), why, anchor)

    def _base(self, meaning: Shift, span: Span) -> tuple[date | None, Anchor, Unit]:
        """What a shift is counted from, and the size its value is written in; no date where what was spoken of is too coarse."""
        quarter = self.seen.get("Q")
        compared = meaning.compares and (meaning.unit, meaning.steps) == ("Y", -1)
        if compared and quarter and span.start - quarter[1].end < NEAR_QUARTER:
            return quarter[0], quarter[1], "Q"
        if meaning.from_mention and meaning.unit == "Q":
            return self._spoken_quarter(quarter)
        seen = self.seen.get("any") if meaning.from_mention else None
        if seen and span.start - seen[1].end < NEAR:
            fine = SIZES.index(self.last_unit) <= SIZES.index(meaning.unit)
            return (seen[0], seen[1], meaning.unit) if fine or meaning.compares else (None, None, meaning.unit)
        return self.published, "published" if self.published else None, meaning.unit

    def _spoken_quarter(self, quarter: tuple[date, Span] | None) -> tuple[date | None, Anchor, Unit]:
        """The quarter mentioned before, else the one before the report's."""
        if quarter:
            return quarter[0], quarter[1], "Q"
        before = calendar.move(self.published, "Q", -1) if self.published else None
        return before, "published" if before else None, "Q"

    def _either_day(self, meaning: EitherDay) -> Value:
        """The day, where it is known which figure is the day; else only the year."""
        figures = (meaning.first, meaning.second)
        if not self.order.first:
            return Value("DATE", f"{meaning.year:04}-XX-XX", self.order.why)
        month, day = figures if self.order.first == "month" else figures[::-1]
        return Value("DATE", f"{meaning.year:04}-{month:02}-{day:02}", self.order.why)

    def _beside(self, meaning: Beside, span: Span, *, sign: int, cue: str) -> Value:
        """Counted from the day named beside it; open where that day is."""
        day = self.resolve(meaning.day, span, sign=sign, cue=cue)
        days = calendar.interval_of(day.value)
        moved = calendar.move(days[0], meaning.unit, meaning.steps) if days else None
        value = calendar.write(moved, meaning.unit) if moved else calendar.OPEN[meaning.unit]
        return Value("DATE", value, f"counted from the day named beside it: {day.why}", day.anchor)

    def _clocked(self, meaning: Clocked, span: Span, *, sign: int, cue: str) -> Value:
        day = self.resolve(meaning.day, span, sign=sign, cue=cue) if meaning.day else self._same_day(span)
        value = day.value if day.value[0] in "12X" and len(day.value) >= 10 else "XXXX-XX-XX"
        return Value("TIME", f"{value}T{meaning.clock}", day.why, day.anchor)

    def _same_day(self, span: Span) -> Value:
        """The day of a time of day named alone: the report's."""
        seen = self.seen.get("D")
        if seen and span.start - seen[1].end < 200:
            return Value("DATE", seen[0].isoformat(), "on the day mentioned before", seen[1])
        if self.published:
            return Value("DATE", self.published.isoformat(), "on the report's date", "published")
        return Value("DATE", "XXXX-XX-XX", "the report's date is unknown")


def _against(day: date, published: date, sign: int) -> int:
    """Days added to the distance of a day on the other side than the words say: they decide where it is a near thing."""
    return CLEAR_DAYS if sign and (day > published) != (sign > 0) and day != published else 0


def _join(year: int | None, month: int | None, day: int | None) -> str:
    value = "XXXX" if year is None else f"{year:04}"
    if month:
        value += f"-{month:02}"
    if day:
        value += f"-{day:02}"
    return value


def _open_name(meaning: Named) -> str:
    if meaning.kind == "weekday":
        return f"XXXX-WXX-{meaning.which}"
    return f"XXXX-{meaning.which:02}" if meaning.kind == "month" else f"XXXX-{meaning.which}"
