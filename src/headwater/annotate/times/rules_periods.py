"""Rules for weeks, quarters, halves, seasons, decades, centuries, counted or bare."""

from __future__ import annotations

from headwater.annotate.times.amounts import UNIT_KINDS, count_of, is_plural, unit_of
from headwater.annotate.times.direction import direction
from headwater.annotate.times.grammar import Found, Rule
from headwater.annotate.times.meaning import Calendar, Draft, Fixed, Length, Named, Part, Shift, Unit, Vague
from headwater.annotate.times.rules_dates import is_title_word, steps_of, year_of


def counted_unit(found: Found) -> Draft | None:
    """For "last week", "this year", "the following month"; "recent" and "coming" plurals are vague."""
    steps, unit = steps_of(found), unit_of(found)
    if is_title_word(found):
        return None
    if is_plural(found):
        return Draft(Vague({-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}[steps]))
    if found.has("PAST") and found.has("THE") and not found.has("THIS"):
        return Draft(Shift("Y", -1, rolling=True)) if unit == "Y" else Draft(Length(((1.0, unit),)))
    return Draft(Shift(unit, steps, from_mention=_is_told(found, unit)))


def _is_told(found: Found, unit: Unit) -> bool:
    """Whether the unit is counted from the day told of ("the following year", "the next day") and not from the report."""
    return found.has("FOLLOWING", "THAT", "SAME") or (unit == "D" and found.has("THE"))


def that_unit(found: Found) -> Draft | None:
    """For "the month", "the quarter": the one spoken of, or the report's; "the year ended June 30" is an amount."""
    unit = unit_of(found)
    if is_plural(found) or found.after("DASH") or (unit == "D" and not found.before("IN")):
        return None
    if unit == "Y" and found.after("ENDED"):
        return Draft(Length(((1.0, unit_of(found)),)))
    return Draft(Shift(unit, 0, from_mention=unit == "Q"))


def weekend(found: Found) -> Draft:
    """For "the weekend", "last weekend"."""
    if found.has("THAT", "SAME", "FOLLOWING"):
        return Draft(Shift("WE", steps_of(found), from_mention=True))
    if found.has("LAST", "PAST", "NEXT", "THIS"):
        return Draft(Shift("WE", steps_of(found)))
    return Draft(Shift("WE", 0 if direction(found)[0] > 0 else -1))


def recent_units(found: Found) -> Draft:
    """For "recent weeks", "coming months", "future quarters"."""
    if found.has("RECENT") and unit_of(found) in {"W", "M", "Q"} and not found.has("AND"):
        return Draft(
            Length(((None, unit_of(found)),))
        )  # as the annotators of TimeBank write weeks and months; years are vague
    return Draft(Vague("PAST_REF" if found.has("RECENT", "PAST") else "FUTURE_REF"))


def is_hyphenated(found: Found) -> bool:
    """Whether a hyphen stands before the unit: "third-quarter" describes and takes no article into the span."""
    return found.word(found.places(*UNIT_KINDS)[0] - 1) == "-" if found.has(*UNIT_KINDS) else False


def part_of_year(found: Found) -> Draft | None:
    """For "the third quarter of 1990", "this year's first quarter", "the first half of 1989"."""
    if found.has("THE") and is_hyphenated(found):
        return None
    number = found.number("ORD", "NTH") or (2 if found.has("LAST") else 1)
    letter = "H" if found.has("HALF") else "Q"
    if not 1 <= number <= (2 if letter == "H" else 4):
        return None
    years_on = steps_of(found) if found.has("UNIT_Y") and not found.has("YEAR") else None
    return Draft(Part(f"{letter}{number}", found.number("YEAR"), years_on))


def quarter_code(found: Found) -> Draft:
    """For "Q3", "H1 2024"."""
    return Draft(Part(str(found.value("QCODE")), found.number("YEAR")))


def season(found: Found) -> Draft:
    """For "the winter of 1994", "summer 2012", "the summer"."""
    return Draft(Part(str(found.value("SEASON")), year_of(found)))


def counted_season(found: Found) -> Draft:
    """For "last spring", "this summer"."""
    return Draft(Named("season", str(found.value("SEASON")), steps_of(found)))


def decade(found: Found) -> Draft | None:
    """For "the 1970s", "the '80s", "the nineties"."""
    if found.has("DECADEWORD"):
        return Draft(Fixed(f"19{found.value('DECADEWORD')}"))
    written = str(found.value("TENS"))
    figures = written.strip("'’s")
    if len(figures) == 4 and figures.endswith("0"):
        return Draft(Fixed(figures[:3]))
    if len(figures) == 2 and figures.endswith("0") and written[0] in "'’":
        return Draft(Fixed(f"19{figures[0]}"))
    return None


def edge_of_season(found: Found) -> Draft | None:
    """For "the early summer", "late autumn"; not "earlier spring"."""
    if found.word(found.places("EARLY")[0]).lower() not in {"early", "late", "mid"}:
        return None
    return Draft(Part(str(found.value("SEASON")), year_of(found)), str(found.value("EARLY")))


def to_come(found: Found) -> Draft | None:
    """For "the weeks ahead", "the years to come"; not "weeks ahead of the vote"."""
    return None if found.after("OF") or not is_plural(found) else Draft(Length(((None, unit_of(found)),)))


def compared_period(found: Found) -> Draft:
    """For "the same period last year", "last year's quarter", "the quarter a year ago": the quarter spoken of, a year before."""
    return Draft(Shift("Y", -1, compares=True))


def century(found: Found) -> Draft | None:
    """For "the 20th century"."""
    number = found.number("NTH", "ORD") or 0
    return Draft(Fixed(f"{number - 1:02}")) if 1 <= number <= 30 else None


def latest_period(found: Found) -> Draft:
    """For "the latest quarter", "the quarter", "the year-ago period"."""
    back = -1 if found.has("AGO", "EARLY") else 0
    unit = "Q" if found.has("UNIT_Q", "PERIOD") else unit_of(found)
    if back and found.has("UNIT_Q", "PERIOD"):
        return Draft(Shift("Q", -4, from_mention=True, compares=True))
    if back:
        return Draft(Shift("Y", -1, compares=True))
    return Draft(Shift(unit, 0, from_mention=unit == "Q"))


def period_of(found: Found) -> Draft:
    """For "the 1988 period": the quarter spoken of, in that year."""
    return Draft(Part("Q?", found.number("YEAR")))


def ago(found: Found) -> Draft:
    """For "three years ago", "two weeks earlier", "five years from now"."""
    count, unit = count_of(found), unit_of(found)
    back = found.has("AGO") or (found.has("EARLY") and found.value("EARLY") == "START") or found.has("BEFORE")
    if count is None or (
        is_plural(found) and not found.has("CARD", "DIGITS", "COUPLE", "DOZEN", "BIG", "FRACTION", "YEAR", "AN", "HALF")
    ):
        return Draft(Vague("PAST_REF" if back else "FUTURE_REF"))
    steps = round(count * 2) if unit == "F" else round(count)
    earlier = found.has("EARLY", "BEFORE", "AFTER")
    return Draft(Shift("W" if unit == "F" else unit, -steps if back else steps, from_mention=earlier, compares=back))


def year_end(found: Found) -> Draft:
    """For "year-end", "the year's end"."""
    if found.has("DASH"):
        return Draft(Calendar(month=12, day=31))
    return Draft(Shift("Y", 0), "END", at_edge=True)


PERIODS = (
    Rule("counted-unit", "(SPECIFIC) FISCAL? LONGUNIT", counted_unit),
    Rule("unit", "THE FISCAL? FULL? (UNIT_D|UNIT_W|UNIT_M|UNIT_Q|UNIT_Y)", that_unit),
    Rule(
        "weekend",
        "(THE|THIS|LAST|NEXT|THIS PAST|THIS NEXT|THE LAST|THE PAST|THAT|THE SAME|THE FOLLOWING) WEEKEND",
        weekend,
    ),
    Rule("recent-units", "(RECENT|NEXT|FUTURE|PAST)(UNIT_D|UNIT_W|UNIT_M|UNIT_Q|UNIT_Y)(AND UNIT)?", recent_units),
    Rule("quarter", "THE? FISCAL? DASH? (ORD|NTH) DASH? UNIT_Q (OF? YEAR)?", part_of_year),
    Rule("year-quarter", "THE? FISCAL? YEAR (ORD|NTH) DASH? UNIT_Q", part_of_year),
    Rule("counted-quarter", "(LAST|THIS|NEXT) UNIT_Y POSS (FISCAL)? (ORD|NTH) DASH? UNIT_Q", part_of_year),
    Rule("quarter-counted", "THE? (ORD|NTH) DASH? UNIT_Q OF? (LAST|THIS|NEXT) UNIT_Y", part_of_year),
    Rule("quarter-code", "QCODE (OF? YEAR)?", quarter_code),
    Rule("half", "THE? (ORD|LAST) HALF OF YEAR", part_of_year),
    Rule("half-counted", "THE? (ORD|LAST) HALF OF (LAST|THIS|NEXT) UNIT_Y", part_of_year),
    Rule("season", "THE? SEASON OF? (YEAR|YEARWORDS)|THE SEASON", season),
    Rule("edge-of-season", "THE? EARLY DASH? SEASON (OF? (YEAR|YEARWORDS))?", edge_of_season),
    Rule("to-come", "THE? (UNIT_D|UNIT_W|UNIT_M|UNIT_Y|UNIT_DE) AHEAD", to_come),
    Rule(
        "compared-period",
        "THE (LIKE|SAME)? (PERIOD|UNIT_Q) OF? (AN UNIT_Y (AGO|EARLY)|LAST UNIT_Y)|LAST UNIT_Y POSS (PERIOD|UNIT_Q)",
        compared_period,
    ),
    Rule("counted-season", "(LAST|THIS|NEXT|THIS PAST|THIS NEXT) SEASON", counted_season),
    Rule("decade", "THE? (TENS)|THE DECADEWORD", decade),
    Rule("century", "THE? (NTH|ORD) DASH? UNIT_CE", century),
    Rule("latest", "THE? LATEST FISCAL? (UNIT_Q|UNIT_Y|UNIT_M|UNIT_W|PERIOD)", latest_period),
    Rule("year-ago", "THE? LIKE? UNIT_Y DASH (AGO|EARLY) ORD? (PERIOD|UNIT_Q)|UNIT_Y DASH (AGO|EARLY)", latest_period),
    Rule("period-of-year", "THE YEAR (PERIOD|UNIT_Q)", period_of),
    Rule("ago", "(ABOUT? AMOUNT|UNIT)(OR SO)? (AGO|EARLY|FROM PRESENT)", ago),
    Rule("year-end", "THE? UNIT_Y (DASH|POSS)? EDGE|THIS UNIT_Y POSS EDGE", year_end),
)
