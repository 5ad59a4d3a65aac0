"""What a name says of places: countries, peoples, capitals, cities, regions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from headwater import lexicon

PlaceKind = Literal["country", "demonym", "people", "capital", "region", "city", "continent", "short"]


@dataclass(frozen=True, slots=True)
class Place:
    """A place as the gazetteers know it."""

    kind: PlaceKind
    country: str | None
    """ISO 3166-1 alpha-3; None for continents."""
    name: str
    """The country's usual name; a continent's own."""
    sure: bool = True
    """False where the word stands as often for something else ("Jordan", "Turkey")."""


def fold(text: str) -> str:
    """A name with straight apostrophes and single blanks, without a leading article."""
    words = text.replace("’", "'").split()
    if len(words) > 1 and words[0] in {"the", "The", "THE"}:
        del words[0]
    return " ".join(words)


def country_name(code: str) -> str:
    """The usual English name of a country."""
    name: str = lexicon.load("countries")[code]["name"]
    return name


def find_place(text: str) -> Place | None:
    """The place a name stands for, by itself: "the U.S.", "Malians", "ANKARA"; None where no gazetteer has it."""
    name = fold(text)
    found = _places().get(name)
    if found is None and name.isupper() and len(name) > 4:
        found = _places().get(_shouted().get(name, ""))
    return found


def place_forms() -> dict[str, Place]:
    """Every form the gazetteers have."""
    return _places()


def people_of(demonym: str) -> Iterator[str]:
    """How the people of a demonym are called: "Malian" -> "Malians"; "Danish" has no such form."""
    if demonym.endswith(("ese", "ish", "ch", "s", "ss")):
        return
    yield f"{demonym}s"


@lru_cache(maxsize=1)
def _places() -> dict[str, Place]:
    """Every form of every gazetteer; the first one given to a form keeps it."""
    more = lexicon.load("demonyms")
    unsure = set(more["not_alone"]["names"])
    table: dict[str, Place] = {}

    def add(kind: PlaceKind, code: str | None, forms: list[str]) -> None:
        for form in forms:
            name = country_name(code) if code else form
            table.setdefault(form.replace("’", "'"), Place(kind, code, name, sure=form not in unsure))

    def add_all(kind: PlaceKind, part: dict[str, list[str]]) -> None:
        for code, forms in part.items():
            if code not in {"example", "words", "names", "demonyms"}:
                add(kind, code, forms)

    # The hand-written forms come first: they settle what the packages leave open.
    add_all("country", more["names"])
    add_all("demonym", more["demonyms"])
    add_all("people", more["peoples"])
    add_all("people", more["region_peoples"])
    countries = lexicon.load("countries")
    for code, row in countries.items():
        add("country", code, [row["name"], *row.get("names", ())])
    for code, row in countries.items():
        demonyms = [*row.get("demonyms", ()), *more["demonyms"].get(code, ())]
        add("demonym", code, demonyms)
        add("people", code, [form for demonym in demonyms for form in people_of(demonym)])
    for code, row in countries.items():
        add("capital", code, row.get("capitals", []))
    add_all("region", more["regions"])
    add_all("short", more["short"])
    add("continent", None, more["continents"]["names"])
    add("demonym", None, more["continents"]["demonyms"])
    add_all("city", lexicon.load("cities"))
    return table


@lru_cache(maxsize=1)
def _shouted() -> dict[str, str]:
    """Capital letters -> the form of the gazetteer."""
    return {form.upper(): form for form in reversed(_places())}
