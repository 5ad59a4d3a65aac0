"""Which names mean one person. Two people of one family name never become one; a name that could be either's is left out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from headwater.annotate.actors.candidates import Candidate, Gender
from headwater.annotate.actors.person_names import Parts, are_one, endings_of, first_names_low, parts_of
from headwater.annotate.actors.titles import is_office

NEAR = 2
"""Sentences within which a person just named in full contests a lone family name."""
Numbered = tuple[int, Candidate]


@dataclass(eq=False)
class Person:
    """One person of the report while names are being gathered."""

    number: int
    names: list[Parts] = field(default_factory=list)
    seen: list[tuple[int, int]] = field(default_factory=list)
    """(candidate, sentence) of each mention by full name, in text order."""
    called: tuple[int, int] | None = None
    """(candidate, sentence) of the latest mention by a lone name."""
    gender: Gender | None = None
    offices: set[str] = field(default_factory=set)
    endings: set[str] = field(default_factory=set)
    """"jr", "sr" and the like: they tell father from son."""

    def add(self, candidate: Candidate, number: int) -> None:
        """Take a mention in; lone names come after all full ones, each kind in text order."""
        parts = parts_of(candidate.text)
        if parts not in self.names:
            self.names.append(parts)
        if len(parts) > 1:
            self.seen.append((number, candidate.sentence))
        else:
            self.called = (number, candidate.sentence)
        self.endings |= endings_of(candidate.text)
        self.gender = self.gender or candidate.gender
        if is_office(candidate.title):
            self.offices.add(str(candidate.title))

    def last_before(self, number: int) -> int:
        """The sentence of the latest mention before a candidate; -1 if there is none."""
        at = bisect_left(self.seen, (number, -1))
        full = self.seen[at - 1][1] if at else -1
        return max(full, self.called[1] if self.called else -1)

    def fits(self, candidate: Candidate) -> bool:
        """Whether gender and "Jr." of a mention do not speak against this person."""
        endings = endings_of(candidate.text)
        genders = {self.gender, candidate.gender} - {None}
        return len(genders) < 2 and not (self.endings and endings and self.endings != endings)


class Register:
    """The people of a report by the first and the last part of their names."""

    def __init__(self) -> None:
        self.people: list[Person] = []
        self._first: dict[str, list[Person]] = {}
        self._last: dict[str, list[Person]] = {}

    def add(self, candidate: Candidate, number: int, person: Person | None = None) -> Person:
        """Note a mention of a person, a new one if none is given."""
        if person is None:
            person = Person(len(self.people))
            self.people.append(person)
        person.add(candidate, number)
        parts = parts_of(candidate.text)
        for table, part in ((self._first, parts[0]), (self._last, parts[-1])):
            bearers = table.setdefault(part, [])
            if person not in bearers:
                bearers.append(person)
        return person

    def same_last(self, parts: Parts) -> list[Person]:
        """Those with a name that ends in the same part."""
        return self._last.get(parts[-1], [])

    def bearers(self, part: Parts) -> list[Person]:
        """Who bears a lone name: as family name at the end, or at the beginning where families' names come first."""
        size = len(part)
        last = [p for p in self._last.get(part[-1], ()) if any(name[-size:] == part for name in p.names)]
        if last and part[0] in first_names_low():
            return last
        first = [p for p in self._first.get(part[0], ()) if any(name[:size] == part for name in p.names)]
        return last + [p for p in first if p not in last]


def group_persons(candidates: Sequence[Candidate]) -> dict[int, int]:
    """Number of a candidate -> number of its person, for the names of persons that can be told apart."""
    numbered = [
        (n, c) for n, c in enumerate(candidates) if c.label == "PERSON" and not c.described and parts_of(c.text)
    ]
    pairs = _pairs(numbered)
    numbered = [(n, c) for n, c in numbered if c.text not in pairs]
    register, found = Register(), {}
    for number, candidate in numbered:
        if len(parts_of(candidate.text)) > 1:
            found[number] = _place_full(register, candidate, number).number
    for number, candidate in numbered:
        if number not in found:
            person = _place_lone(register, candidate, number)
            found |= {number: person.number} if person else {}
    return found


def _pairs(numbered: Iterable[Numbered]) -> frozenset[str]:
    """Names that are two people's family names with a hyphen ("the Osei-Lind ticket")."""
    texts = {c.text for _, c in numbered}
    ends = {parts_of(text)[-1] for text in texts if "-" not in text}
    hyphened = (text for text in texts if "-" in text and " " not in text)
    return frozenset(text for text in hyphened if all(part in ends for part in parts_of(text)))


def _place_full(register: Register, candidate: Candidate, number: int) -> Person:
    """The one person whose full name this can be; a new one where there is none, or more than one."""
    parts = parts_of(candidate.text)
    fitting = [p for p in register.same_last(parts) if p.fits(candidate)]
    same = [p for p in fitting if parts in p.names] or [
        p for p in fitting if all(are_one(name, parts) for name in p.names)
    ]
    return register.add(candidate, number, same[0] if len(same) == 1 else None)


def _place_lone(register: Register, candidate: Candidate, number: int) -> Person | None:
    """The person a lone name means; a new one where nobody of the report bears it; None where it could be several."""
    fitting = [p for p in register.bearers(parts_of(candidate.text)) if p.fits(candidate)]
    chosen = _choose(fitting, candidate, number) if fitting else None
    if fitting and chosen is None:
        return None
    return register.add(candidate, number, chosen)


def _choose(fitting: list[Person], candidate: Candidate, number: int) -> Person | None:
    """Of several who bear a name, the one the report calls by it; None where that is open."""
    if is_office(candidate.title):
        fitting = [p for p in fitting if candidate.title in p.offices] or fitting
    if len(fitting) == 1:
        return fitting[0]
    ordered = sorted(fitting, key=lambda p: (p.seen or [p.called or (number, 0)])[0])
    known = [p for p in ordered if p.last_before(number) >= 0]
    if len(known) < 2:
        return (known or ordered)[0]
    called = [p for p in known if p.called]
    if not called:
        return _told_apart(known, number)
    if len(called) > 1:
        return None
    latest = max(candidate.sentence - NEAR, called[0].last_before(number))
    return None if any(p.last_before(number) >= latest for p in known if p is not called[0]) else called[0]


def _told_apart(known: list[Person], number: int) -> Person | None:
    """The only one whom the report no longer names in full once it uses the lone name: the others it keeps apart so."""
    lone = [p for p in known if not p.seen or p.seen[-1][0] < number]
    return lone[0] if len(lone) == 1 else None
