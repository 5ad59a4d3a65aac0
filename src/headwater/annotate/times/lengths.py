"""Amounts of time as TIMEX3 writes them."""

from __future__ import annotations

from headwater.annotate.times.meaning import Length, Unit

CODES: dict[Unit, tuple[str, float]] = {
    "S": ("TS", 1),
    "MIN": ("TM", 1),
    "H": ("TH", 1),
    "D": ("D", 1),
    "W": ("W", 1),
    "WE": ("WE", 1),
    "F": ("W", 2),
    "M": ("M", 1),
    "Q": ("Q", 1),
    "Y": ("Y", 1),
    "DE": ("Y", 10),
    "CE": ("Y", 100),
    "ML": ("Y", 1000),
}
HALVES: dict[Unit, tuple[str, int]] = {"Y": ("M", 6), "H": ("M", 30), "MIN": ("S", 30)}
"""What half a unit is in the next smaller one."""
VAGUE: dict[Unit, str] = {"DE": "PXDE", "CE": "PXCE", "ML": "PXML"}


def write_length(length: Length) -> str:
    """``P3M``, ``PT1M30S``, ``PXW``."""
    count, unit = length.parts[0]
    code, times = CODES[unit]
    time = "T" if code.startswith("T") else ""
    letter = code.lstrip("T")
    if count is None:
        return VAGUE.get(unit, f"P{time}X{letter}")
    amount = count * times
    whole = int(amount)
    if amount - whole == 0.5 and unit in HALVES:
        smaller, half = HALVES[unit]
        return f"P{time}{f'{whole}{letter}' if whole else ''}{half}{smaller}"
    return f"P{time}{amount:g}{letter}" if amount < 1e6 else f"P{time}{whole}{letter}"
