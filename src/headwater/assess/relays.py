"""The media a statement passed through, and which of them it came from."""

from __future__ import annotations

import re
from functools import cache

from headwater.assess.agencies import plain_name
from headwater.assess.described import resolve_generic
from headwater.assess.introduced import StoryAgencies
from headwater.lexicon import load
from headwater.model.notes import Relay, Statement
from headwater.model.origin import Origin, OriginKind
from headwater.model.reading import Reading
from headwater.model.span import Cite

LOOK_BACK = 40
"""Characters before a relay's name in which "told" or "citing" is looked for."""
DEPTH: dict[OriginKind, int] = {
    "state agency": 0,
    "interview": 1,
    "document": 1,
    "broadcast": 2,
    "own reporting": 3,
    "wire": 4,
}
"""How far up a kind of relay stands when nothing says which of two passed it to the other."""


@cache
def _before(entry: str) -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(load("origins")[entry]["before"], key=len, reverse=True)))
    return re.compile(rf"\b(?:{words})\s+(?:[a-z’'\-]+\s+){{0,6}}$", re.I)


def list_relays(reading: Reading, statement: Statement, *, agencies: StoryAgencies) -> list[Origin]:
    """What each of a statement's relays stands for, "the agency" resolved."""
    return [
        resolve_generic(reading, relay.span, agencies=agencies) or _read_relay(reading, relay, agencies=agencies)
        for relay in statement.relays
    ]


def read_relays(reading: Reading, statement: Statement, *, agencies: StoryAgencies) -> Origin | None:
    """The origin among a statement's relays: the one furthest from the report."""
    found = list_relays(reading, statement, agencies=agencies)
    cited = [origin for origin, relay in zip(found, statement.relays, strict=True) if _is_cited(reading, relay)]
    ranked = sorted(cited or found, key=lambda origin: DEPTH.get(origin.kind, 9))
    return ranked[0] if ranked else None


def _read_relay(reading: Reading, relay: Relay, *, agencies: StoryAgencies) -> Origin:
    cites = (Cite(reading.report.id, relay.span),)
    agency = agencies.find(relay.name) or agencies.find(reading.report.quote(relay.span))
    name = agency.name if agency else _cut_name(relay.name)
    if _stands_after(reading, relay, "interview"):
        return Origin("interview", name, cites)
    return Origin(agency.kind if agency else _kind_of(relay.name), name, cites)


def _cut_name(name: str) -> str:
    """A name without its article and without the clause that a parser may have taken for a part of it."""
    return re.split(r"\s+(?:that|who|which)\s", re.sub(r"^the\s+", "", name, flags=re.I))[0]


def _kind_of(name: str) -> OriginKind:
    """The kind of a relay that no list knows."""
    plain = plain_name(name)
    if any(words in plain for words in load("origins")["state_media"]["words"]):
        return "state agency"
    if set(plain.split()) & set(load("origins")["media_words"]["broadcast"]):
        return "broadcast"
    return "own reporting"


def _is_cited(reading: Reading, relay: Relay) -> bool:
    return _stands_after(reading, relay, "citing")


def _stands_after(reading: Reading, relay: Relay, entry: str) -> bool:
    """Whether the words of a lexicon entry stand before a relay's name in its clause."""
    start = relay.span.start
    before = reading.report.text[max(0, start - LOOK_BACK) : start]
    return bool(_before(entry).search(re.split(r"[.,;\n]", before)[-1]))
