"""What a name says of organisations: the known ones, and the kind a name's last word makes it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from headwater import lexicon
from headwater.annotate.places import fold


class Organisation(NamedTuple):
    """A known organisation."""

    key: str
    """The same for all its names where the lexicon knows them to be one ("KCNA"); else the name itself."""
    country: str | None
    """ISO 3166-1 alpha-3, IGO or NGO; None where none is its own."""
    sector: str | None
    """PLOVER sector."""


def find_organisation(text: str) -> Organisation | None:
    """The organisation a name stands for by itself."""
    return organisations().get(fold(text))


def kind_of(word: str) -> str | None:
    """ORG, FAC, LOC or EVENT where a name's last word tells it ("Council", "Airport", "River", "Summit")."""
    return _kinds().get(word.lower().rstrip("."))


def is_affiliation(text: str) -> bool:
    """Whether a word names people of a party, a creed or a people ("Republicans", "Kurdish")."""
    return text.lower() in _affiliations()


@lru_cache(maxsize=1)
def organisations() -> dict[str, Organisation]:
    """Every name of every known organisation."""
    found: dict[str, Organisation] = {}
    for agency in lexicon.load("agencies").get("agency", ()):
        sector = "GOV" if agency["kind"] == "state agency" else "JRN"
        for name in (agency["name"], *agency["aliases"]):
            found.setdefault(fold(name), Organisation(agency["name"], agency["country"] or None, sector))
    for name, country, known in _listed():
        found.setdefault(fold(name), Organisation(name, country or None, known or None))
    return found


def _listed() -> Iterator[tuple[str, str, str]]:
    """Name, country, sector."""
    for part in lexicon.load("org_words").values():
        if "sector" not in part:
            continue
        owners = part["names"] if isinstance(part["names"], dict) else {part["country"]: part["names"]}
        for country, names in owners.items():
            for name in names:
                yield name, country, part["sector"]


@lru_cache(maxsize=1)
def _kinds() -> dict[str, str]:
    words = lexicon.load("org_words")
    parts = (("events", "EVENT"), ("landforms", "LOC"), ("facilities", "FAC"), ("heads", "ORG"))
    return {word: kind for part, kind in parts for word in words[part]["words"]}


@lru_cache(maxsize=1)
def _affiliations() -> frozenset[str]:
    return frozenset(lexicon.load("org_words")["affiliations"]["words"])
