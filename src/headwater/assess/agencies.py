"""Which agency or broadcaster a name stands for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from headwater.lexicon import load
from headwater.model.origin import OriginKind

KINDS: dict[str, OriginKind] = {"wire": "wire", "state agency": "state agency", "broadcaster": "broadcast"}


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency as origins name it."""

    name: str
    """Its acronym where it has one."""
    kind: OriginKind


@lru_cache(maxsize=1)
def _agencies() -> dict[str, Agency]:
    """Agencies by every name they go by."""
    found: dict[str, Agency] = {}
    for entry in load("agencies")["agency"]:
        names = [entry["name"], *entry.get("aliases", ())]
        acronyms = sorted((name for name in names if name.isupper()), key=len)
        agency = Agency(acronyms[0] if acronyms else entry["name"], KINDS[entry["kind"]])
        for name in names:
            found.setdefault(plain_name(name), agency)
    return found


@lru_cache(maxsize=8192)
def plain_name(name: str) -> str:
    """A name as it is compared: no article, no possessive, straight apostrophes, no case."""
    bare = re.sub(r"['’]s\b", "", name.strip().casefold())
    return re.sub(r"^the\s+", "", bare).strip(" .,\"“”'’()")


def find_agency(name: str) -> Agency | None:
    """The agency a name stands for, or None; the whole name must be an agency's, or end in it ("the state agency X")."""
    words = plain_name(name).split()
    found = (_agencies().get(" ".join(words[first:])) for first in range(len(words)))
    return next((agency for agency in found if agency), None)


def find_agency_within(name: str) -> Agency | None:
    """The agency named first anywhere in some words ("ABC This Week")."""
    words = plain_name(name).split()
    parts = (" ".join(words[first:last]) for first in range(len(words)) for last in range(len(words), first, -1))
    return next((agency for part in parts if (agency := _agencies().get(part))), None)
