"""Rules for times of day."""

from __future__ import annotations

import re
from dataclasses import replace

from headwater.annotate.times.grammar import Found, Rule
from headwater.annotate.times.meaning import Calendar, Clocked, Draft, Meaning, Named, Shift
from headwater.annotate.times.rules_dates import is_title_word, steps_of


def _day(found: Found) -> Meaning | None:
    """The day named beside the time."""
    month, number = found.number("MONTH", "MONTH_SHORT"), _after_month(found)
    if month:
        return Calendar(found.number("YEAR"), month, number)
    weekday = found.number("WDAY")
    if weekday:
        return (
            Named("weekday", weekday, steps_of(found))
            if found.has("LAST", "NEXT", "THIS")
            else Calendar(weekday=weekday)
        )
    deictic = found.number("DEICTIC")
    return None if deictic is None else Shift("D", deictic)


def _dotted(found: Found) -> str | None:
    """The time of day of "10.30am" and "0735 GMT" with a colon."""
    written = (
        found.word(found.places("BIG", "YEAR")[0])
        if found.has("BIG", "YEAR") and not found.has("DIGITS", "CARD")
        else ""
    )
    match = re.fullmatch(r"(\d\d)(\d\d)|(\d{1,2})\.(\d\d)", written)
    return f"{match[1] or match[3]}:{match[2] or match[4]}" if match else None


def _after_month(found: Found) -> int | None:
    """The day of the month, where a month is named."""
    months = found.places("MONTH", "MONTH_SHORT")
    days = [n for n in found.places("DIGITS") if months and n > months[0]]
    return int(found.tokens.value(days[0])) if days else None


def _hours_minutes(found: Found) -> tuple[int, int] | None:
    """The time of day as written; None where the figures are none."""
    clock = str(found.value("CLOCK") or _dotted(found) or "")
    if clock:
        hour, minute = clock.split(":")[:2]
        return int(hour), int(minute)
    if not found.has("AMPM") or found.has("BIG"):
        return None
    return int(found.tokens.value(found.places("AMPM")[0] - 1)), 0


def clock_time(found: Found) -> Draft | None:
    """For "10 p.m. Wednesday", "5:30 a.m. EST", "noon Thursday", "0735 GMT"."""
    named = found.value("HOURNAME")
    if named and is_title_word(replace(found, last=found.places("HOURNAME")[0] + 1)):
        return None  # "High Noon"
    if named:
        return Draft(Clocked(str(named), _day(found)))
    written = _hours_minutes(found)
    half = found.word(found.places("AMPM")[0]).lower() if found.has("AMPM") else ""
    if not written or written[0] > 23 or written[1] > 59 or (half and not 1 <= written[0] <= 12):
        return None
    hour = written[0] % 12 + (12 if half.startswith("p") else 0) if half else written[0]
    return Draft(Clocked(f"{hour:02}:{written[1]:02}", _day(found)))


def daypart(found: Found) -> Draft:
    """For "Saturday night", "this morning", "last night", "the evening of March 3"."""
    part = str(found.value("DAYPART"))
    mod = str(found.value("EARLY")) if found.has("EARLY") else None
    if found.has("WDAY", "DEICTIC", "MONTH", "MONTH_SHORT"):
        return Draft(Clocked(part, _day(found)), mod)
    steps = 0 if found.has("THIS") else -1 if found.has("LAST") else None
    return Draft(Clocked(part, None if steps is None else Shift("D", steps)), mod)


def spoken_clock(found: Found) -> Draft | None:
    """For "4 in the morning", "six o'clock in the evening"."""
    hour = found.number("DIGITS", "CARD") or 0
    if not 1 <= hour <= 12:
        return None
    late = found.value("DAYPART") in {"AF", "EV"} or (found.value("DAYPART") == "NI" and hour > 5)
    return Draft(Clocked(f"{hour % 12 + 12 * late:02}:00", _day(found)))


def tonight(found: Found) -> Draft:
    """For "tonight", "overnight"."""
    return Draft(Clocked("NI", Shift("D", found.number("TONIGHT") or 0)))


def next_part(found: Found) -> Draft:
    """For "the next morning", "that evening"."""
    steps = 1 if found.has("NEXT", "FOLLOWING") else 0
    return Draft(Clocked(str(found.value("DAYPART")), Shift("D", steps, from_mention=True)))


DAY = "(WDAY (COMMA? MONTHNAME DIGITS (COMMA? YEAR)?)?|DEICTIC|(LAST|NEXT|THIS) WDAY|MONTHNAME DIGITS (COMMA? YEAR)?)"
CLOCKS = (
    Rule(
        "clock",
        f"((CLOCK|DIGITS|CARD|BIG) AMPM|HOURNAME) (LOCAL TIME)? (OPEN? ZONE CLOSE?)? (COMMA? ON? {DAY})?",
        clock_time,
    ),
    Rule("clock-24", f"CLOCK (LOCAL TIME|ZONE|OPEN ZONE CLOSE)? (COMMA? ON? {DAY})?", clock_time),
    Rule("clock-zone", "(BIG|YEAR) ZONE", clock_time),
    Rule("day-clock", f"{DAY} (AT|COMMA)? ((CLOCK|DIGITS|CARD) AMPM|CLOCK|HOURNAME) ZONE?", clock_time),
    Rule(
        "daypart",
        f"{DAY} DAYPART|THE? DAYPART OF ({DAY}|WDAY COMMA MONTHNAME DIGITS)|(THIS|LAST|THE) DAYPART|EARLY DASH? DAYPART {DAY}?",
        daypart,
    ),
    Rule("next-daypart", "(THE (NEXT|FOLLOWING|SAME)|THAT SAME?) DAYPART", next_part),
    Rule("spoken-clock", "(DIGITS|CARD) IN THE DAYPART", spoken_clock),
    Rule("tonight", "TONIGHT", tonight),
)
