"""Numbers and amounts of time inside a matched stretch of tokens."""

from __future__ import annotations

from fractions import Fraction
from typing import cast

from headwater.annotate.times.grammar import Found
from headwater.annotate.times.meaning import Unit

UNITS = ("S", "MIN", "H", "D", "W", "F", "M", "Q", "Y", "DE", "CE", "ML")
UNIT_KINDS = tuple(f"UNIT_{unit}" for unit in UNITS)


def combine(numbers: list[int]) -> int:
    """Number words to a number: [2, 100, 20, 4] -> 224, [20, 4] -> 24."""
    total = part = 0
    for number in numbers:
        if number == 1000:
            total, part = total + max(part, 1) * 1000, 0
        elif number == 100:
            part = max(part, 1) * 100
        else:
            part += number
    return total + part


def spoken_year(numbers: list[int]) -> int | None:
    """[19, 90, 6] -> 1996, [2, 1000] -> 2000; None if the words are no year."""
    if numbers[:2] == [2, 1000]:
        year = combine(numbers)
        return year if year < 2100 else None
    if len(numbers) >= 2 and 11 <= numbers[0] <= 20 and 10 <= numbers[1] <= 90:
        year = numbers[0] * 100 + combine(numbers[1:])
        return year if 1100 <= year < 2100 else None
    return None


def unit_of(found: Found) -> Unit:
    """The last unit of the stretch."""
    return cast(Unit, str(found.values(*UNIT_KINDS)[-1]))


def is_plural(found: Found) -> bool:
    """Whether the last unit is written in the plural."""
    return found.word(found.places(*UNIT_KINDS)[-1]).lower().endswith(("s", "ies", "ia"))


def _fraction(found: Found) -> float:
    text = str(found.value("FRACTION") or "0").replace("½", "1/2")
    top, _, bottom = text.partition("/")
    return float(Fraction(int(top), int(bottom or 1))) if int(bottom or 1) else 0.0


def _numbers(found: Found) -> list[float]:
    """The numbers written, compounds joined; both of "two or three"."""
    figures = [float(str(value).replace(",", "")) for value in found.values("DIGITS", "YEAR", "BIG")]
    cards = [int(value) for value in found.values("CARD", "HUNDRED", "DOZEN")]
    if len(cards) == 2 and found.has("TO", "OR"):
        return [*figures, *map(float, cards)]
    return [*figures, float(combine(cards))] if cards else figures


def count_of(found: Found) -> float | None:
    """How many units, the smaller of two given; None where it is not said ("several")."""
    if found.has("VAGUE"):
        return None
    if found.has("COUPLE"):
        return 2.0
    part = 0.5 if found.has("HALF") else _fraction(found)
    numbers = _numbers(found)
    whole = min(numbers) if numbers else 1.0 if found.has("AND") or not part else 0.0
    return whole + part
