"""Rules for days counted from a day named beside them, and for days named as a pair: "the week of March 6", "May 3-5"."""

from __future__ import annotations

from headwater.annotate.times.grammar import Found, Rule
from headwater.annotate.times.meaning import Beside, Calendar, Draft, Holiday, Meaning, Named, Shift
from headwater.annotate.times.named_days import of_country
from headwater.annotate.times.numeric import is_day
from headwater.annotate.times.rules_dates import LEAP_YEAR, steps_of, year_of


def day_named(found: Found) -> Meaning | None:
    """The day named in a stretch that names one."""
    month, day = found.number("MONTH", "MONTH_SHORT"), found.number("DIGITS", "NTH")
    if month:
        return Calendar(year_of(found), month, day) if is_day(year_of(found) or LEAP_YEAR, month, day or 0) else None
    if found.has("DEICTIC"):
        return Shift("D", found.number("DEICTIC") or 0)
    if found.has("HOLIDAY"):
        place = found.tokens.span(found.places("HOLIDAY")[0])
        name = of_country(str(found.value("HOLIDAY")), found.tokens.text, place)
        return Holiday(name, found.number("YEAR")) if name else None
    weekday = found.number("WDAY") or 1
    return (
        Named("weekday", weekday, steps_of(found)) if found.has("LAST", "NEXT", "THIS") else Calendar(weekday=weekday)
    )


def week_of(found: Found) -> Draft | None:
    """For "the week of March 6"."""
    day = day_named(found)
    return Draft(Beside(day, "W", 0)) if day else None


def next_day(found: Found) -> Draft | None:
    """For "the day before yesterday", "the day after Christmas"."""
    day = day_named(found)
    return Draft(Beside(day, "D", -1 if found.has("BEFORE") else 1)) if day else None


def day_pair(found: Found) -> Draft | None:
    """For "May 3-5", "3 to 5 May", "April 24 and 25": the value is the first day, the days reach to the last."""
    month, year = found.number("MONTH", "MONTH_SHORT") or 1, year_of(found)
    first, last = (int(day) for day in found.values("DIGITS", "NTH")[:2])
    if not (is_day(year or LEAP_YEAR, month, first) and is_day(year or LEAP_YEAR, month, last) and first < last):
        return None
    if found.has("AND") and found.word(found.last - 1).isdigit() and not found.has("YEAR") and found.after("NONE|UNIT"):
        return None  # "on April 24 and 25 people": the figure counts something else
    return Draft(Calendar(year, month, first), until=Calendar(year, month, last))


NAMED = "((LAST|NEXT)? WDAY|DEICTIC|MONTHNAME (DIGITS|NTH) (COMMA? YEAR)?|HOLIDAY)"
JOINED = (
    Rule("week-of", f"THE UNIT_W OF ({NAMED})", week_of),
    Rule("next-day", f"THE UNIT_D (BEFORE|AFTER) ({NAMED})", next_day),
    Rule("day-pair", "MONTHNAME (DIGITS|NTH) (DASH|TO|UNTIL|AND) (DIGITS|NTH) (COMMA? YEAR)?", day_pair),
    Rule("pair-day", "(DIGITS|NTH) (DASH|TO|UNTIL|AND) (DIGITS|NTH) OF? MONTHNAME (COMMA? YEAR)?", day_pair),
)
