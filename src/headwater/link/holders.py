"""Whom a description of one report means, where another report of the story names its bearer.

"The defence minister" is Marit Solbakke where a report introduces her so and nobody else in the story fits. Offices differ
by their noun, by what goes with it ("foreign", "of the bank"), by "former", "deputy" and the like, and by their place.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from headwater.lexicon import load
from headwater.link.introduced import list_introductions
from headwater.link.once import once
from headwater.model.span import Cite
from headwater.model.story import Person, Story

ALIKE = 4
"""Letters by which a place and its adjective are known to be one ("Tarnovia", "Tarnovian")."""
POINTING = frozenset({"the", "his", "her", "its", "their", "our"})


@dataclass(frozen=True, slots=True)
class Office:
    """A description taken apart."""

    noun: str
    other: frozenset[str]
    """The words that go with the noun, in lower case."""
    apart: frozenset[str]
    """Words that make it another office ("deputy")."""
    places: frozenset[str]
    """Words with a capital: whose it is."""


@dataclass(frozen=True, slots=True)
class Held:
    """A person with one description a report gives of them."""

    person: Person
    office: Office
    cite: Cite


class Holders:
    """The people of a story by what reports describe them as."""

    def __init__(self, story: Story) -> None:
        self._held: dict[str, list[Held]] = defaultdict(list)
        for held in _list_held(story):
            self._held[held.office.noun].append(held)
        self._unnamed: dict[str, list[Office]] = defaultdict(list)
        named = {ref for person in story.people if person.label == "PERSON" for ref in person.actors}
        for reading in story.readings:
            for actor in reading.actors:
                is_unnamed = actor.label == "ROLE" and (reading.report.id, actor.id) not in named
                if is_unnamed and (office := read_office(actor.name)):
                    self._unnamed[office.noun].append(office)

    def find(self, words: str) -> Held | None:
        """The only person of the story whom a description that points back can mean, with the words that introduce them."""
        office = read_office(words)
        if office is None or not points_back(words):
            return None
        fitting = [held for held in self._held[office.noun] if fits(office, held.office)]
        people = {held.person.id for held in fitting}
        is_told_apart = bool(office.other & fitting[0].office.other) if fitting else False
        if len(people) != 1 or (office.noun in _common() and not is_told_apart):
            return None
        return None if self._has_rival(office, fitting) else min(fitting, key=lambda held: held.cite)

    def _has_rival(self, office: Office, fitting: list[Held]) -> bool:
        """Whether the story has such an office in two places, and the description does not say which ("Elbasar's minister")."""
        if office.places:
            return False
        unnamed = (o for o in self._unnamed[office.noun] if o.apart == office.apart and office.other <= o.other)
        placed = [o.places for o in (*unnamed, *(held.office for held in fitting)) if o.places]
        return any(not share_place(one, other) for one, other in combinations(placed, 2))


def _list_held(story: Story) -> Iterator[Held]:
    readings = {reading.report.id: reading for reading in story.readings}
    for person in story.people:
        if person.label != "PERSON" or " " not in person.name:
            continue  # "Maestro" is no name
        for report, number in person.actors:
            reading = readings[report]
            actor = next(actor for actor in reading.actors if actor.id == number)
            for span in list_introductions(reading, actor):
                if office := read_office(reading.report.quote(span)):
                    yield Held(person, office, Cite(report, span))


def read_office(words: str) -> Office | None:
    """The parts of a description; None where its noun is plural, a name or a pronoun."""
    head, _, behind = re.split(r",| who\b| which\b", " ".join(words.split()))[0].partition(" of ")
    front, *complements = re.split(r" (?:of|for|at|in|from) ", f"{head} of {behind}" if behind else head)
    tokens = [re.sub(r"['’]s?$", "", word) for word in re.findall(r"[\w’'-]+", front)]
    while tokens and tokens[0].lower() in POINTING | {"a", "an"}:
        tokens.pop(0)
    if not tokens or not tokens[-1].isalpha():
        return None
    noun, rest = tokens[-1].lower(), [*tokens[:-1], *(w for part in complements for w in re.findall(r"[\w’-]+", part))]
    if noun in load("stopwords")["function"]["words"] or (noun.endswith("s") and not noun.endswith("ss")):
        return None
    lower = {word.lower() for word in rest}
    apart = lower & _critical()
    is_title = all(word[:1].isupper() for word in tokens)
    places = {word.lower() for word in rest if word[:1].isupper() and not (is_title and word in tokens)}
    return Office(noun, frozenset(lower - apart - places - _plain()), frozenset(apart), frozenset(places))


def points_back(words: str) -> bool:
    """Whether a description means somebody known: "the mayor", "its minister", "Tarn's mayor"."""
    first = words.split()[0] if words.split() else ""
    return first.lower() in POINTING or first.endswith(("'s", "’s"))


def fits(said: Office, held: Office) -> bool:
    """Whether a description says nothing of an office that the other does not hold."""
    if said.apart != held.apart or not said.other <= held.other:
        return False
    return not (said.places and held.places) or share_place(said.places, held.places)


def share_place(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether two descriptions name one place, or its adjective."""
    begins = {word[:ALIKE] for word in one}
    return any(word[:ALIKE] in begins for word in other)


@cache
def _critical() -> frozenset[str]:
    return frozenset(load("roles")["critical"]["words"]) - _plain()


@cache
def _plain() -> frozenset[str]:
    """What is said of an office and makes no other of it."""
    return frozenset(
        {*load("sameness")["office_plain"]["words"], "the", "a", "an", "and", "his", "her", "its", "their"}
    )


@cache
def _common() -> frozenset[str]:
    """Nouns that many people of one story may be called by."""
    return frozenset(load("sameness")["office_common"]["words"])


@once
def gather_holders(story: Story) -> Holders:
    """The people of a story by their offices, gathered once for all rules that ask."""
    return Holders(story)
