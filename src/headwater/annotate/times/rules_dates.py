"""Rules for days, months and years by their names."""

from __future__ import annotations

from headwater.annotate.times.amounts import spoken_year
from headwater.annotate.times.grammar import Found, Rule
from headwater.annotate.times.meaning import Calendar, Draft, EitherDay, Fixed, Holiday, Named, Shift
from headwater.annotate.times.named_days import named_days, of_country
from headwater.annotate.times.numeric import is_day, read_either, read_iso, read_numeric

STEPS = {"LAST": -1, "PAST": -1, "THIS": 0, "CURRENT": 0, "NEXT": 1, "FOLLOWING": 1}


def steps_of(found: Found) -> int:
    """-1 for "last", 0 for "this", 1 for "next"; "this past" counts as "last", "this coming" as "next"."""
    steps = [STEPS[kind] for kind in STEPS if found.has(kind)]
    return next((step for step in steps if step), 0)


def year_of(found: Found) -> int | None:
    """The year written in figures or words, or None."""
    year = found.number("YEAR")
    return year if year is not None else spoken_year([int(card) for card in found.values("CARD", "HUNDRED")])


def is_title_word(found: Found) -> bool:
    """Whether the last word is part of a name: "USA Today", "This Week"."""
    tokens, last = found.tokens, found.last - 1
    if not tokens.text[tokens.start(last)].isupper():
        return False
    if last > found.first:
        return True
    return bool(last) and tokens.text[tokens.start(last - 1)].isupper()


def _month(found: Found) -> int | None:
    return found.number("MONTH", "MONTH_SHORT")


LEAP_YEAR = 2000
"""Stands for the year where none is stated: 29 February may be meant."""
ALSO_NAMES = frozenset({"april", "may", "june", "august"})
"""Months that are first names too."""


def _is_month_name(found: Found) -> bool:
    """Whether a bare "May", "March", "April"… is neither a verb nor a walk nor the first name of somebody."""
    word = found.word(found.places("MONTH", "MONTH_SHORT")[0]).lower()
    if found.has("MONTH_SHORT") and not found.has("DOT"):
        return False
    if word == "march" and found.after("FOR|OF"):
        return False
    if found.before("IN|SINCE|BY|UNTIL|FROM|FOR|OF|BEFORE|AFTER|TO|LAST|NEXT|THIS|EARLY DASH?|EACH|THE"):
        return True
    if word in ALSO_NAMES and _starts_a_name(found):
        return False
    return not (word in {"may", "march"} and (found.first == 0 or found.before("DOT|BREAK")))


def _starts_a_name(found: Found) -> bool:
    tokens, last = found.tokens, found.last
    if last >= len(tokens.kinds):
        return False
    return tokens.text[tokens.start(last)].isupper()


def month_day(found: Found) -> Draft | None:
    """For "March 5", "Aug. 2, 1990", "the 3rd of May"."""
    day = found.number("DIGITS", "NTH", "ORD")
    if day is None or not is_day(year_of(found) or LEAP_YEAR, _month(found) or 1, day):
        return None
    weekday = found.number("WDAY", "WDAY_SHORT")
    return Draft(Calendar(year_of(found), _month(found), day, weekday))


def month_year(found: Found) -> Draft | None:
    """For "March 1996", "January nineteen ninety-seven"."""
    year = year_of(found)
    return Draft(Calendar(year, _month(found))) if year else None


def month_of_year(found: Found) -> Draft:
    """For "January this year", "June last year"."""
    return Draft(Named("month", _month(found) or 1, 10 + steps_of(found)))


def bare_month(found: Found) -> Draft | None:
    """For "October"."""
    return Draft(Calendar(month=_month(found))) if _is_month_name(found) else None


def counted_month(found: Found) -> Draft:
    """For "last May", "this September", "next March"."""
    return Draft(Named("month", _month(found) or 1, steps_of(found)))


def weekday(found: Found) -> Draft | None:
    """For "Friday"."""
    return None if found.before("FAMED") else Draft(Calendar(weekday=found.number("WDAY")))


def counted_weekday(found: Found) -> Draft:
    """For "last Friday", "this coming Sunday"."""
    return Draft(Named("weekday", found.number("WDAY") or 1, steps_of(found)))


def weekday_of_week(found: Found) -> Draft:
    """For "Monday of next week", "Tuesday last week"."""
    return Draft(Named("weekday", found.number("WDAY") or 1, 10 + steps_of(found)))


def iso(found: Found) -> Draft | None:
    """For "2024-03-15"."""
    value = read_iso(str(found.value("ISO")))
    return Draft(Fixed(value)) if value else None


def numeric(found: Found) -> Draft | None:
    """For "15/03/2024"; of "03/04/2024" only the year is certain."""
    either = read_either(str(found.value("NUMERIC")))
    if either:
        return Draft(EitherDay(*either))
    value = read_numeric(str(found.value("NUMERIC")))
    return Draft(Fixed(value)) if value else None


def bare_year(found: Found) -> Draft | None:
    """For "1996", "2020", where nothing makes it an amount."""
    year = found.number("YEAR") or 0
    if found.first > 1 and found.before("DASH") and found.word(found.first - 2).lower() in {"post", "pre"}:
        return Draft(Calendar(year), "AFTER" if found.word(found.first - 2).lower() == "post" else "BEFORE")
    if found.before("SINCE (AT LEAST)?"):
        return Draft(Calendar(year))
    if found.before("MONEY|NEARLY|BIG|DIGITS DASH?|MORE THAN|LESS THAN|AT LEAST|UP TO|DASH") and not found.before(
        "(YEAR|EARLY) DASH"
    ):
        return None
    if found.after("PERCENT|UNIT|DASH? UNIT|DOT DIGITS|DASH DIGITS|AND AN HALF|MONEY"):
        return None
    led = found.before(
        "IN|SINCE|BY|UNTIL|FROM|OF|THE|BEFORE|AFTER|TO|AND|OR|OPEN|EARLY DASH?|EDGE OF|COMMA|POSS|FISCAL|FOR|THIS|THAT"
    )
    if not (1900 <= year <= 2099) and not (led and year >= 1000 and not found.before("OF|TO|AND|OR|FOR|THE|COMMA")):
        return None
    return Draft(Calendar(year))


def the_year(found: Found) -> Draft | None:
    """For "the year 2000", "fiscal 1989", "nineteen ninety-six"."""
    year = year_of(found)
    return Draft(Calendar(year)) if year else None


def day_shift(found: Found) -> Draft | None:
    """For "today", "yesterday", "tomorrow"."""
    if is_title_word(found):
        return None
    return Draft(Shift("D", found.number("DEICTIC") or 0))


def holiday(found: Found) -> Draft | None:
    """For "Christmas Eve", "Easter Monday 1999", "last Thanksgiving"."""
    if found.after("FESTIVE"):
        return None
    steps = steps_of(found) if found.has("LAST", "THIS", "NEXT") else None
    place = found.tokens.span(found.places("HOLIDAY")[0])
    name = of_country(str(found.value("HOLIDAY")), found.tokens.text, place)
    if name is None:
        return None
    return Draft(Holiday(name, found.number("YEAR"), steps), "APPROX" if named_days()[name].about else None)


DATES = (
    Rule("iso", "ISO", iso),
    Rule("numeric", "NUMERIC", numeric),
    Rule("month-day", "(DAYNAME COMMA?)? MONTHNAME DAYNUMBER (COMMA? YEAR)?", month_day),
    Rule("day-month", "(DAYNAME COMMA?)? (THE? (DIGITS|NTH) OF?|THE ORD OF) MONTHNAME (COMMA? YEAR)?", month_day),
    Rule(
        "counted-day-month",
        "(LAST|NEXT|THIS|THIS NEXT|THIS PAST) (WDAY COMMA)? MONTHNAME DAYNUMBER (COMMA? YEAR)?",
        month_day,
    ),
    Rule("month-year", "MONTHNAME (OF|COMMA)? (YEAR|YEARWORDS)", month_year),
    Rule("month-of-year", "MONTHNAME (OF)? (LAST|THIS|NEXT) UNIT_Y", month_of_year),
    Rule("month", "MONTHNAME", bare_month),
    Rule("counted-month", "(LAST|NEXT|THIS|THIS PAST|THIS NEXT|THE LAST|THE FOLLOWING) MONTHNAME", counted_month),
    Rule("weekday", "WDAY", weekday),
    Rule("counted-weekday", "(LAST|NEXT|THIS|THIS PAST|THIS NEXT|THE LAST|THE FOLLOWING) WDAY", counted_weekday),
    Rule("weekday-of-week", "WDAY (OF)? (LAST|THIS|NEXT) UNIT_W", weekday_of_week),
    Rule("year", "YEAR", bare_year),
    Rule("the-year", "THE? UNIT_Y (YEAR|YEARWORDS)|FISCAL UNIT_Y? YEAR|YEARWORDS", the_year),
    Rule("day", "DEICTIC", day_shift),
    Rule("holiday", "(LAST|THIS|NEXT)? HOLIDAY (COMMA? YEAR)?", holiday),
)
