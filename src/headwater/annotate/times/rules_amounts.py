"""Rules for durations, sets and vague references."""

from __future__ import annotations

from headwater.annotate.times.amounts import count_of, is_plural, unit_of
from headwater.annotate.times.direction import direction
from headwater.annotate.times.grammar import Found, Rule
from headwater.annotate.times.meaning import Draft, Every, Length, Shift, Vague

PERIOD_OF = {
    "S": "PT1S",
    "MIN": "PT1M",
    "H": "PT1H",
    "D": "P1D",
    "W": "P1W",
    "F": "P2W",
    "M": "P1M",
    "Q": "P1Q",
    "Y": "P1Y",
    "DE": "P10Y",
}


SOME_DAY = frozenset({"will", "would", "could", "may", "might", "'ll", "ll"})
"""Before "one day" these make it some day to come."""
FROM_NOW = frozenset({"will", "'ll", "would", "expected", "due", "be"})
"""Before "in two weeks" these make it a point in time; elsewhere it is an amount ("for the first time in years")."""


def about(found: Found) -> str | None:
    """The TIMEX3 mod that the words before an amount give it."""
    if found.has("MORE") and found.has("THAN"):
        return "EQUAL_OR_LESS" if found.has("NO") else "MORE_THAN"
    if found.has("LESS"):
        return "EQUAL_OR_MORE" if found.has("NO") else "LESS_THAN"
    if found.has("LEAST"):
        return "EQUAL_OR_MORE"
    if found.has("MOST", "UP"):
        return "EQUAL_OR_LESS"
    nearly = found.value("NEARLY")
    return str(nearly) if nearly else "APPROX" if found.has("SO", "COUPLE") else None


def length(found: Found) -> Draft | None:
    """For "two weeks", "nearly forty years", "the past three months", "a 10-year"."""
    if _is_no_time(found):
        return None
    count, unit = count_of(found), unit_of(found)
    if (count, unit) == (1, "D") and found.has("CARD") and found.word(max(0, found.first - 1)).lower() in SOME_DAY:
        return Draft(Vague("FUTURE_REF"))
    counted = found.has("LAST", "PAST", "NEXT", "FOLLOWING", "LATEST", "THIS", "ORD")
    if (
        count
        and not counted
        and found.before("IN")
        and direction(found)[1].lower() in FROM_NOW
        and unit not in {"S", "MIN", "H"}
    ):
        return Draft(Shift(unit, round(count)), about(found))
    return Draft(Length(((count, unit),)), about(found))


def _is_no_time(found: Found) -> bool:
    """Ages, rates, fractions ("three-quarters of") and ordinals ("a second ship") are no amounts of time."""
    if found.after("DASH? OLD") and unit_of(found) == "Y":
        return True
    if found.has("UNIT_Q") and not found.has("VAGUE") and (found.after("OF") or found.has("DASH")):
        return True
    if found.word(found.last - 1)[0].isupper() and found.last - found.first > 1:
        return True
    if found.has("AN", "THE") and found.has("VAGUE") and found.has("DASH"):
        return True
    if found.has("AN") and not found.has("VAGUE", "COUPLE", "DOZEN", "HUNDRED", "MORE", "HALF"):
        return found.has("UNIT_S") or found.after("DASH") or is_rate(found)
    return False


def is_rate(found: Found) -> bool:
    """Whether "a year" means "per year": "$2 million a year", "four flights a week"."""
    if found.before("BIG|DIGITS|PERCENT|MONEY|CARD|HUNDRED"):
        return True
    if found.first == 0 or not found.before("NONE|DAYPART|UNIT"):
        return False
    word = found.word(found.first - 1)
    return word.endswith(("s", "llion")) and word.islower()


def the_length(found: Found) -> Draft | None:
    """For "the nine months"; "the two day rally" keeps its article out."""
    return length(found) if is_plural(found) else None


def lasting(found: Found) -> Draft:
    """For "day-long", "decades-long", "year-long"."""
    return Draft(Length(((None if is_plural(found) else 1.0, unit_of(found)),)))


def long_years(found: Found) -> Draft | None:
    """For "over the years", "in the decades that followed"."""
    if not is_plural(found) or found.word(max(0, found.first - 1)).lower() not in {
        "over",
        "in",
        "through",
        "throughout",
    }:
        return None
    return Draft(Length(((None, unit_of(found)),)))


def some_units(found: Found) -> Draft | None:
    """For "for weeks", "in years": an amount that is not said."""
    if not is_plural(found) or not found.before("IN|FOR|WITHIN|AFTER") or found.has("UNIT_Q", "UNIT_S"):
        return None
    return Draft(Length(((None, unit_of(found)),)))


def each(found: Found) -> Draft:
    """For "every month", "each July", "each Thursday"."""
    weekday, month = found.number("WDAY", "WDAYS"), found.number("MONTH")
    if weekday:
        return Draft(Every(f"XXXX-WXX-{weekday}"))
    if month:
        return Draft(Every(f"XXXX-{month:02}"))
    if found.has("SEASON"):
        return Draft(Every(f"XXXX-{found.value('SEASON')}"))
    count = count_of(found) or 1
    base = PERIOD_OF.get(unit_of(found), "P1Y")
    return Draft(Every(base.replace("1", f"{count:g}", 1)))


def frequency(found: Found) -> Draft:
    """For "daily", "weekly"."""
    return Draft(Every(str(found.value("FREQ"))))


def present(found: Found) -> Draft:
    """For "now", "these days"."""
    return Draft(Vague("PRESENT_REF"))


def past(found: Found) -> Draft:
    """For "recently", "in the past"."""
    return Draft(Vague("PAST_REF"))


def future(found: Found) -> Draft | None:
    """For "soon", "the near future"; not "as soon as", "shortly after"."""
    if found.has("SOON") and (found.before("AS") or found.after("AS|AFTER|BEFORE")):
        return None
    return Draft(Vague("FUTURE_REF"))


AMOUNTS = (
    Rule("length", "(CARD|DIGITS) DASH (UNIT_M|UNIT_W) DASH OLD|ABOUT? AMOUNT (OR SO)?", length),
    Rule(
        "length-of",
        "(AT LEAST)? (THE|THIS|THAT)? (LAST|PAST|NEXT|FOLLOWING|LATEST|ORD|THIS) ABOUT? AMOUNT (OR SO)?",
        length,
    ),
    Rule("length-the", "THE (CARDINAL|DIGITS) UNIT", the_length),
    Rule("units", "UNIT", some_units),
    Rule("lasting", "UNIT DASH LONG", lasting),
    Rule("long-years", "THE (UNIT_Y|UNIT_DE|UNIT_CE)", long_years),
    Rule("each", "EACH (CARDINAL|DIGITS|ORD)? UNIT|EACH WDAY|WDAYS|EACH MONTHNAME|EACH SEASON", each),
    Rule("frequency", "FREQ", frequency),
    Rule("present", "PRESENT|CURRENT|THIS UNIT_D|THE PRESENT", present),
    Rule("past", "PASTWORD|MORE PASTWORD|THE PAST", past),
    Rule("future", "SOON|THE NEAR? FUTURE|THE (NEAR|SHORT|LONG) TERM", future),
)
