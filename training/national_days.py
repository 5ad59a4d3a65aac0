"""Make the table of national days from the ``holidays`` package: days whose name alone does not say whose they are.

    pip install holidays pycountry
    python training/national_days.py

Writes ``holidays_national.toml`` of the lexicon: name -> country -> month and day. A country is left out where its day moved within the
years looked at, or where the package gives the name to two days: what is in the table is the same day every year.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import holidays
import pycountry

TARGET = Path(__file__).parents[1] / "src" / "headwater" / "lexicon" / "holidays_national.toml"
YEARS = range(2015, 2031)
NAMES = ("independence day", "national day", "republic day", "unity day", "victory day")
NOT_MEANT = {("national day", "PL"), ("national day", "MY")}
"""Where the package uses a name that news does not: in Poland 1 May, in Malaysia what news calls Independence Day."""
CHECKED = {
    ("independence day", "USA"): "07-04",
    ("independence day", "IND"): "08-15",
    ("independence day", "UKR"): "08-24",
    ("republic day", "IND"): "01-26",
    ("national day", "CHN"): None,
    ("national day", "FRA"): "07-14",
    ("victory day", "RUS"): "05-09",
}
"""Days known for sure, held against the table; a difference stops the script (None: must not be in it)."""
HEAD = """\
# National days by country: name -> ISO 3166-1 alpha-3 -> month-day. Made by training/national_days.py; do not edit by hand.
# Source: the Python package holidays (MIT). Only days that did not move between 2015 and 2030.
# example: "Ukraine's Independence Day" (2022) -> 2022-08-24.
"""


def list_days(code: str) -> dict[str, set[str]]:
    """Name in lower case -> the days a country gave it in any of the years."""
    found: dict[str, set[str]] = defaultdict(set)
    supported = holidays.country_holidays(code).supported_languages
    language = "en_US" if "en_US" in supported else None
    for day, names in holidays.country_holidays(code, years=YEARS, language=language).items():
        for name in names.split("; "):
            found[
                name.casefold().removeprefix("national ") if "independence" in name.casefold() else name.casefold()
            ].add(f"{day.month:02}-{day.day:02}")
    return found


def make_table() -> dict[str, dict[str, str]]:
    """Name -> alpha-3 code -> month-day."""
    table: dict[str, dict[str, str]] = {name: {} for name in NAMES}
    for code in sorted(holidays.list_supported_countries(include_aliases=False)):
        country = pycountry.countries.get(alpha_2=code)
        for name, days in list_days(code).items():
            if country and name in table and len(days) == 1 and (name, code) not in NOT_MEANT:
                table[name][country.alpha_3] = next(iter(days))
    return table


def main() -> None:
    """Write the table."""
    table = make_table()
    wrong = [(key, table[key[0]].get(key[1])) for key, day in CHECKED.items() if table[key[0]].get(key[1]) != day]
    if wrong:
        raise SystemExit(f"not as known: {wrong}")
    lines = [HEAD]
    for name, days in table.items():
        rows = "\n".join(f'{code} = "{day}"' for code, day in sorted(days.items()))
        lines.append(f'["{name}"]\n{rows}\n')
    TARGET.write_text("\n".join(lines), encoding="utf8")


if __name__ == "__main__":
    main()
