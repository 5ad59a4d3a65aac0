"""The parties of an event with their codes: of their words, of what the report says of them, of whom they face."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from headwater.annotate.actor_codes import Code, code_of, code_of_actor, is_head_of_state, join
from headwater.annotate.places import find_place
from headwater.model.notes import Actor, Event
from headwater.model.reading import Reading
from headwater.model.span import Span

AT_HOME = frozenset({"REB", "OPP", "PTY", "LAB", "EDU", "AGR"})
"""Sectors that face their own state: Togolese rebels and "the president" are of one country."""
OF_STATE = frozenset({"GOV", "LEG", "MIL", "COP"})
HOME_MODES = frozenset({"curfew", "martial-law"})
"""Modes of what a state does on its own ground."""


DESCENT = re.compile(r"\bethnic\b", re.IGNORECASE)
"""Before a people's name: descent, and no state ("ethnic Albanians")."""


@dataclass(frozen=True, slots=True)
class Party:
    """One side's member: the actor's name in the report, its words, its code."""

    text: str
    name: str
    code: Code
    heads_state: bool
    """Whether it is a head of state or a government whose country the report may leave out."""


def code_parties(reading: Reading, event: Event) -> tuple[list[Party], list[Party]]:
    """The members of both sides of an event, in text order."""
    actors = [find_party(reading, span) for span in event.actor]
    recipients = [find_party(reading, span) for span in event.recipient]
    return (
        [place_party(reading, event, party, facing=recipients) for party in actors],
        [place_party(reading, event, party, facing=actors) for party in recipients],
    )


def find_party(reading: Reading, span: Span) -> Party:
    """A party with the code of its own words, then of the actor they mean; its country also of an actor inside ("Osei's army")."""
    text = reading.report.quote(span)
    inside = [] if DESCENT.search(text) else find_actors_inside(reading, span)
    head = find_head(reading, span)
    actor = next((a for m, a in inside if head is None or m.holds(head)), None)
    codes = [code_of(text), *([code_of_actor(actor, reading.report)] if actor else [])]
    codes += [code_of_actor(other, reading.report)._replace(sector=None) for _, other in inside[:1]]
    said = [reading.report.quote(part) for part in (*actor.roles, *actor.mentions)] if actor else []
    name = actor.name if actor else text
    return Party(text, name, join(codes), any(map(is_head_of_state, (text, *said))))


def find_actors_inside(reading: Reading, span: Span) -> list[tuple[Span, Actor]]:
    """The mentions inside a span with their actors, the widest first."""
    known = {actor.id: actor for actor in reading.actors}
    inside = [m for m in reading.mentions if m.actor in known and span.holds(m.span)]
    inside.sort(key=lambda m: (m.span.start - m.span.end, m.span.start))
    return [(m.span, known[m.actor]) for m in inside if m.actor]


def find_head(reading: Reading, span: Span) -> Span | None:
    """The word of a span that governs the others; None where no sentence holds it."""
    for sentence in reading.sentences:
        if sentence.span.holds(span) and (words := sentence.words_in(span)):
            return sentence.spans[next((w for w in words if sentence.heads[w] not in words), words[-1])]
    return None


def place_party(reading: Reading, event: Event, party: Party, *, facing: list[Party]) -> Party:
    """A party without a country with the one that its adversary, or the rest of the report, leaves no doubt about."""
    if party.code.country:
        return party
    found = home_of(event, party, facing) or (only_country(reading, facing) if party.heads_state else None)
    if found is None:
        return party
    country, why = found
    return replace(party, code=party.code._replace(country=country, why="; ".join(filter(None, (party.code.why, why)))))


def home_of(event: Event, party: Party, facing: list[Party]) -> tuple[str, str] | None:
    """The country of an adversary that faces its own state."""
    if party.code.sector not in OF_STATE and not party.heads_state:
        return None
    for other in facing:
        own = event.type == "PROTEST" or other.code.sector in AT_HOME or event.mode in HOME_MODES
        if own and other.code.country and len(other.code.country) == 3 and other.code.country not in {"IGO", "NGO"}:
            return other.code.country, f"faces {other.text}"
    return None


def only_country(reading: Reading, facing: list[Party]) -> tuple[str, str] | None:
    """The only country that the report names or means, if it is not that of the other side."""
    places = (find_place(actor.name) for actor in reading.actors if actor.label in {"GPE", "NORP"})
    named = {place.country for place in places if place and place.country}
    if len(named) != 1 or named & {party.code.country for party in facing}:
        return None
    return named.pop(), "the only country named"
