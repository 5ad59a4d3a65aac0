"""What an expression means before it is counted from anything: the types that the grammar's rules build."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Unit = Literal["S", "MIN", "H", "D", "W", "WE", "F", "M", "Q", "Y", "DE", "CE", "ML"]


@dataclass(frozen=True, slots=True)
class Calendar:
    """A day, month or year by its name. What is None is open: "Aug. 2" has no year."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Fixed:
    """A value that needs nothing else: a decade, a century, an ISO date."""

    value: str


@dataclass(frozen=True, slots=True)
class EitherDay:
    """A date in figures of which day and month could be either: 03/04/2020."""

    year: int
    first: int
    second: int


@dataclass(frozen=True, slots=True)
class Part:
    """A quarter, half or season (Q1-Q4, H1-H2, SP SU FA WI) of a year that is given, or counted, or open."""

    name: str
    year: int | None = None
    years_on: int | None = None
    """Counted from the report's year: -1 = last year's."""


@dataclass(frozen=True, slots=True)
class Named:
    """A weekday, month or season counted in occurrences: "last May" (-1), "this Friday" (0), "next spring" (+1)."""

    kind: Literal["weekday", "month", "season"]
    which: int | str
    steps: int


@dataclass(frozen=True, slots=True)
class Holiday:
    """A named day, of a year where one is given; ``steps`` -1 "last Christmas", 1 "next Christmas"."""

    name: str
    year: int | None = None
    steps: int | None = None


@dataclass(frozen=True, slots=True)
class Shift:
    """A unit counted from the report's date, or from the last date mentioned: "last week", "two days later"."""

    unit: Unit
    steps: int
    from_mention: bool = False
    rolling: bool = False
    """The days up to the report ("the past year"), though TIMEX3 writes the calendar unit before."""
    compares: bool = False
    """Held against what is spoken of ("a year earlier"): takes its size where that is a quarter."""


@dataclass(frozen=True, slots=True)
class Length:
    """An amount of time; None = not said how many."""

    parts: tuple[tuple[float | None, Unit], ...]


@dataclass(frozen=True, slots=True)
class Vague:
    """PRESENT_REF, PAST_REF or FUTURE_REF."""

    value: str


@dataclass(frozen=True, slots=True)
class Every:
    """A set of times, by its TIMEX3 value."""

    value: str


@dataclass(frozen=True, slots=True)
class Clocked:
    """A time of day: ``clock`` is "14:30", "MO", "NI"…; ``day`` None = the day last mentioned, or the report's."""

    clock: str
    day: Meaning | None = None


@dataclass(frozen=True, slots=True)
class Beside:
    """The week that holds a day (``W``, 0), or the day before or after it (``D``, -1 or 1)."""

    day: Meaning
    unit: Unit
    steps: int


Meaning = Calendar | Fixed | Part | Named | Holiday | Shift | Length | Vague | Every | Clocked | Beside | EitherDay


@dataclass(frozen=True, slots=True)
class Draft:
    """A meaning and how it is qualified."""

    meaning: Meaning
    mod: str | None = None
    until: Meaning | None = None
    """The last day, where a pair of days is named ("May 3-5")."""
    at_edge: bool = False
    """Said of its very end or beginning ("the end of May") and not of a part ("late May"); TIMEX3 writes both alike."""
