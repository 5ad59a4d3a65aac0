"""Make the table of movable feasts from the ``holidays`` package and check it against what can be computed.

    pip install holidays
    python training/holidays_table.py

Writes ``holidays_movable.toml`` of the lexicon: one date a year. Feasts whose date differs by country (the Islamic ones, by the sight of
the moon) are marked ``about``. Easter is held against the Gregorian computus; a difference stops the script.
"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import holidays

TARGET = Path(__file__).parents[1] / "src" / "headwater" / "lexicon" / "holidays_movable.toml"
YEARS = range(1985, 2051)

# name in the table: (country, how the package calls it, days to add, differs by country)
FEASTS = {
    "good friday": ("GB", "Good Friday", 0, False),
    "easter": ("GB", "Good Friday", 2, False),
    "easter monday": ("GB", "Good Friday", 3, False),
    "orthodox easter": ("GR", "Easter Monday", -1, False),
    "thanksgiving": ("US", "Thanksgiving Day", 0, False),
    "memorial day": ("US", "Memorial Day", 0, False),
    "lunar new year": ("CN", "Chinese New Year", 0, False),
    "rosh hashanah": ("IL", "Rosh Hashanah", 0, False),
    "yom kippur": ("IL", "Yom Kippur", 0, False),
    "passover": ("IL", "Pesach", 0, False),
    "nowruz": ("IR", "Nowruz", 0, True),
    "ashura": ("IR", "Ashura", 0, True),
    "eid al-fitr": ("TR", "Eid al-Fitr", 0, True),
    "eid al-adha": ("TR", "Eid al-Adha", 0, True),
    "diwali": ("IN", "Diwali", 0, True),
}
HEAD = """\
# Movable feasts: one date a year. Made by training/holidays_table.py; do not edit by hand: names and fixed days stand in holidays.toml.
# Source: the Python package holidays (MIT). `about`: the day differs by country or by the sight of the moon; the date is the most common.
# example: "The ferry was full on Easter Monday" (1999) -> 1999-04-05.
"""


def easter(year: int) -> date:
    """Gregorian Easter Sunday (anonymous computus)."""
    a, (b, c) = year % 19, divmod(year, 100)
    (d, e), (i, k) = divmod(b, 4), divmod(c, 4)
    h = (19 * a + b - d - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    back = (32 + 2 * e + 2 * i - h - k) % 7
    month, day = divmod(h + back - 7 * ((a + 11 * h + 22 * back) // 451) + 114, 31)
    return date(year, month, day + 1)


def first_day(country: str, name: str, year: int) -> date | None:
    """The first day of a year that the package gives this name."""
    days = holidays.country_holidays(country, years=year, language="en_US")
    found = [
        day
        for day, names in days.items()
        if day.year == year and any(part.split(" (")[0] == name for part in names.split("; "))
    ]
    return min(found, default=None)


def main() -> None:
    """Write the table."""
    lines = [HEAD]
    for feast, (country, name, later, about) in FEASTS.items():
        days = [day + timedelta(days=later) for year in YEARS if (day := first_day(country, name, year))]
        if feast == "easter":
            wrong = [day for day in days if day != easter(day.year)]
            if wrong:
                raise SystemExit(f"Easter differs from the computus: {wrong}")
        lines.append(
            f'["{feast}"]\nabout = {str(about).lower()}\ndays = {[day.isoformat() for day in days]}\n'.replace("'", '"')
        )
        print(feast, len(days), "years")
    TARGET.write_text("\n".join(lines), encoding="utf8")


if __name__ == "__main__":
    main()
