"""The codes of an event's parties: of their words, of their roles, of whom they face."""

from __future__ import annotations

from dataclasses import replace

import pytest

from headwater.language import find_sentences
from headwater.model.block import Block
from headwater.model.notes import Actor, Event, Mention
from headwater.model.reading import Reading
from headwater.model.report import Report
from headwater.model.span import Span
from headwater.show.parties import code_parties, find_party


def reading_of(text: str, names: dict[str, str]) -> Reading:
    """A reading whose actors are the given names with their labels."""
    spans = {name: Span(text.index(name), text.index(name) + len(name)) for name in names}
    actors = tuple(Actor(f"a{n}", name, names[name], (spans[name],)) for n, name in enumerate(names))
    mentions = tuple(Mention(spans[a.name], a.label, "made_by_hand@1", a.id) for a in actors)
    return Reading(Report("r1", text), language="en", mentions=mentions, actors=actors)


def countries(text: str, event: tuple[str, str, str], names: dict[str, str]) -> tuple[str | None, str | None]:
    """The countries of the two parties of an event (type, actor, recipient)."""
    type_, *parties = event
    spans = [(Span(text.index(words), text.index(words) + len(words)),) for words in parties]
    told = Event((Span(0, 1),), type_, "happened", "made_by_hand@1", actor=spans[0], recipient=spans[1])
    actors, recipients = code_parties(reading_of(text, names), told)
    return actors[0].code.country, recipients[0].code.country


def test_a_head_of_state_is_of_the_only_country_named() -> None:
    text = "President Osei thanked the miners. Mali is proud."
    assert countries(text, ("SUPPORT", "President Osei", "the miners"), {"Mali": "GPE"})[0] == "MLI"


def test_the_country_of_the_other_side_is_not_a_head_of_states_own() -> None:
    text = "President Osei threatened Mali."
    assert countries(text, ("THREATEN", "President Osei", "Mali"), {"Mali": "GPE"}) == (None, "MLI")


def test_two_countries_leave_it_open() -> None:
    text = "President Osei thanked the miners. Mali and Togo are proud."
    assert countries(text, ("SUPPORT", "President Osei", "the miners"), {"Mali": "GPE", "Togo": "GPE"})[0] is None


@pytest.mark.parametrize("whom", ["the president", "the government", "President Osei"])
def test_rebels_face_their_own_state(whom: str) -> None:
    text = f"Togolese rebels attacked {whom}."
    assert countries(text, ("ASSAULT", "Togolese rebels", whom), {}) == ("TGO", "TGO")


def test_soldiers_may_face_anybody() -> None:
    text = "Togolese soldiers attacked the government."
    assert countries(text, ("ASSAULT", "Togolese soldiers", "the government"), {}) == ("TGO", None)


def test_others_than_states_get_no_country_from_their_adversary() -> None:
    text = "Togolese rebels attacked two hotels."
    assert countries(text, ("ASSAULT", "Togolese rebels", "two hotels"), {}) == ("TGO", None)


def test_who_belongs_to_somebody_is_not_that_person() -> None:
    text = "Lawyers for Amara Osei thanked Mali."
    whole = Block(Span(0, len(text)), "body", "whole@1")
    reading = replace(reading_of(text, {"Amara Osei": "PERSON", "Mali": "GPE"}), language="en", blocks=(whole,))
    reading = replace(reading, sentences=find_sentences(reading))
    party = find_party(reading, Span(0, 22))
    assert (party.name, party.code.sector) == ("Lawyers for Amara Osei", "JUD")
