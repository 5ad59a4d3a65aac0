"""The same person, office, organisation or state across reports.

Two people of one surname are never merged: a bare surname joins a full name only where the story has one bearer of it.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from headwater.lexicon import load
from headwater.link.groups import Groups
from headwater.link.holders import read_office
from headwater.link.introduced import find_apposed
from headwater.model.notes import Actor
from headwater.model.reading import Reading
from headwater.model.story import Person, Story

ActorRef = tuple[str, str]
"""Report id and the actor's id in it."""
Parts = tuple[str, ...]
LONGEST_PART = 30
"""Characters of one part of a double surname."""
LONG = 5
"""Letters from which a part of a name may differ by one letter between transliterations."""
GENERIC = frozenset({"ROLE"})
"""Labels of described people: two spokesmen are not one because both are called so."""


@dataclass(frozen=True, slots=True)
class Named:
    """An actor of one report with its name taken apart."""

    ref: ActorRef
    actor: Actor
    parts: Parts
    name: str


def find_people(story: Story) -> tuple[Person, ...]:
    """The actors of a story, those in most reports first."""
    named = [
        Named((reading.report.id, actor.id), actor, split_name(name, actor.label), name)
        for reading in story.readings
        for actor in reading.actors
        for name in (whole_name(reading, actor),)
    ]
    groups: Groups[ActorRef] = Groups(n.ref for n in named)
    _join_equal(named, groups)
    _join_variants([n for n in named if n.actor.label == "PERSON" and n.parts], groups)
    _join_suffixes([n for n in named if n.actor.label == "PERSON" and n.parts], groups)
    _join_across_labels(named, groups)
    for reading in story.readings:
        for described, name in find_apposed(reading):
            if is_one_person(reading, described):
                groups.join((reading.report.id, described), (reading.report.id, name))
    _join_roles(story, named, groups)
    _join_acronyms([n for n in named if n.actor.label == "ORG" and n.parts], groups)
    return _number(named, groups)


def whole_name(reading: Reading, actor: Actor) -> str:
    """A person's name with the part of a double surname that the name finder left out ("Ilse Varga" of "Ilse Varga-Lind")."""
    text = reading.report.text
    for mention in actor.mentions if actor.label == "PERSON" else ():
        if text[mention.start : mention.end] == actor.name:
            before = re.search(r"(?<!\w)[A-Z]\w+[-‐]$", text[: mention.start][-LONGEST_PART:])
            after = re.match(r"[-‐][A-Z]\w+", text[mention.end : mention.end + LONGEST_PART])
            return (before.group() if before else "") + actor.name + (after.group() if after else "")
    return actor.name


@lru_cache(maxsize=8192)
def split_name(name: str, label: str = "PERSON") -> Parts:
    """The parts of a name, comparable: no titles before a person, accents, hyphens, possessives; in lower case."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    plain = re.sub(r"['’]s?$", "", plain.casefold().strip())
    parts = [part for part in re.split(r"[\s\-‐–.,]+", plain.replace("’", "'")) if part]
    titles = load("sameness")["name_titles"]["words"] if label == "PERSON" else ("the",)
    while len(parts) > 1 and parts[0] in titles:
        parts.pop(0)
    return tuple(parts[:-1] if len(parts) > 2 and parts[-1] in ("jr", "sr") else parts)


def _join_equal(named: list[Named], groups: Groups[ActorRef]) -> None:
    """Equal names of one label; a middle initial does not count."""
    first: dict[tuple[str, Parts], ActorRef] = {}
    for one in named:
        if one.actor.label in GENERIC or not one.parts:
            continue
        groups.join(one.ref, first.setdefault((one.actor.label, _without_middle(one.parts)), one.ref))


def _without_middle(parts: Parts) -> Parts:
    return (parts[0], *(p for p in parts[1:-1] if len(p) > 1), parts[-1]) if len(parts) > 2 else parts


def _join_variants(people: list[Named], groups: Groups[ActorRef]) -> None:
    full = sorted({_without_middle(one.parts) for one in people if len(one.parts) > 1})
    for name, variant in combinations(full, 2):
        if is_variant(name, variant) and not _stand_apart(people, name, variant):
            groups.join(_ref_of(people, name), _ref_of(people, variant))
    for one in people:
        bearers = {groups.root(_ref_of(people, name)) for name in full if one.parts[0] in (name[0], name[-1])}
        if len(one.parts) == 1 and len(bearers) == 1 and not _is_apart_in_report(one, people):
            groups.join(one.ref, bearers.pop())


def is_one_person(reading: Reading, actor: str) -> bool:
    """Whether a description stands for one person ("the mayor", not "two members of our team")."""
    name = next(one.name for one in reading.actors if one.id == actor)
    return read_office(name) is not None and not re.match(r"\d|two |three |four |five |several |some |all ", name, re.I)


def _join_suffixes(people: list[Named], groups: Groups[ActorRef]) -> None:
    """A surname of several parts ("Okolo-Vance", "Van Aerschot") joins the one full name that ends in it."""
    full = {one.parts: one.ref for one in people}
    for one in people:
        size = len(one.parts)
        is_surname = size > 1 and ("-" in one.name or one.parts[0] in load("sameness")["particles"]["words"])
        longer = {groups.root(ref) for parts, ref in full.items() if len(parts) > size and parts[-size:] == one.parts}
        if is_surname and len(longer) == 1:
            groups.join(one.ref, longer.pop())


def _join_across_labels(named: list[Named], groups: Groups[ActorRef]) -> None:
    """A full name that one report takes for something else's is a person's where another report knows the person."""
    people = {one.parts: one.ref for one in named if one.actor.label == "PERSON" and len(one.parts) > 1}
    for one in named:
        if one.actor.label not in ("PERSON", *GENERIC) and one.parts in people:
            groups.join(one.ref, people[one.parts])


def _ref_of(people: Iterable[Named], name: Parts) -> ActorRef:
    return next(one.ref for one in people if _without_middle(one.parts) == name)


def _stand_apart(people: Iterable[Named], one: Parts, other: Parts) -> bool:
    """Whether one report speaks of both: its reader kept them apart."""
    reports: dict[Parts, set[str]] = defaultdict(set)
    for person in people:
        reports[_without_middle(person.parts)].add(person.ref[0])
    return bool(reports[one] & reports[other])


def _is_apart_in_report(one: Named, people: Iterable[Named]) -> bool:
    """Whether the report of a bare surname has its full name as another actor."""
    return any(
        other.ref[0] == one.ref[0] and len(other.parts) > 1 and one.parts[0] in (other.parts[0], other.parts[-1])
        for other in people
    )


def is_variant(one: Parts, other: Parts) -> bool:
    """Whether two full names are spellings of one: transliteration ("Iosif", "Iosiph"), initial ("J. Doe"), order kept."""
    if len(one) != len(other):
        return False
    pairs = list(zip(one, other, strict=True))
    unequal = [pair for pair in pairs if pair[0] != pair[1]]
    return len(unequal) == 1 and (_is_initial(*unequal[0]) or _is_near(*unequal[0]))


def _is_initial(one: str, other: str) -> bool:
    return one[0] == other[0] and min(len(one), len(other)) == 1


def _is_near(one: str, other: str) -> bool:
    """One letter more, less or other, in names of LONG letters or more that begin alike."""
    if one[0] != other[0] or min(len(one), len(other)) < LONG or abs(len(one) - len(other)) > 1:
        return False
    short, long = sorted((one, other), key=len)
    same = next((n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    rest = short[same:] if len(short) < len(long) else short[same + 1 :]
    return rest == long[same + 1 :]


def _join_roles(story: Story, named: list[Named], groups: Groups[ActorRef]) -> None:
    """ "The minister" joins the one person of the report who is called a minister, if it describes no other minister."""
    readings = {reading.report.id: reading for reading in story.readings}
    described: dict[tuple[str, str], list[Named]] = defaultdict(list)
    holders: dict[tuple[str, str], list[tuple[Named, str]]] = defaultdict(list)
    for one in named:
        report = one.ref[0]
        if one.actor.label in GENERIC and one.parts:
            described[report, one.parts[-1]].append(one)
        for role in _list_roles(readings[report], one.actor) if one.actor.label == "PERSON" else ():
            if set(role.split()) & set(load("roles")["critical"]["words"]) - {"acting", "prime"}:
                continue  # "the mayor" is not the deputy mayor
            holders[report, role.split()[-1]].append((one, role))
    for (report, head), roles in described.items():
        people = dict.fromkeys(person.ref for person, _ in holders[report, head])
        known = {head, *(role for _, role in holders[report, head])}
        if len(people) == 1 and all(" ".join(split_name(one.actor.name, "ROLE")) in known for one in roles):
            for one in roles:
                groups.join(one.ref, next(iter(people)))


def _list_roles(reading: Reading, actor: Actor) -> set[str]:
    """What a person is called, in lower case, without what follows "of" or "at"."""
    roles = (re.split(r" (?:of|at|for|in)\b|,", reading.report.quote(span))[0] for span in actor.roles)
    parts = (split_name(role, "ROLE") for role in roles)
    return {" ".join(part for part in words if part not in ("a", "an")) for words in parts if words} - {""}


def _join_acronyms(organisations: list[Named], groups: Groups[ActorRef]) -> None:
    """An acronym joins the one name of the story it abbreviates."""
    full = {one.parts: one.ref for one in organisations if len(one.parts) > 1}
    for one in organisations:
        if len(one.parts) != 1 or not one.actor.name.isupper():
            continue
        bearers = {groups.root(ref) for parts, ref in full.items() if one.parts[0] in _acronyms(parts)}
        if len(bearers) == 1:
            groups.join(one.ref, bearers.pop())


def _acronyms(parts: Parts) -> Iterator[str]:
    yield "".join(part[0] for part in parts)
    yield "".join(part[0] for part in parts if part not in ("of", "the", "and", "for", "in", "on"))


def _number(named: list[Named], groups: Groups[ActorRef]) -> tuple[Person, ...]:
    by_ref = {one.ref: one for one in named}
    people = []
    for members in groups.members():
        best = _choose_name([by_ref[ref] for ref in members])
        people.append((len({report for report, _ in members}), best, tuple(members)))
    people.sort(key=lambda person: (-person[0], person[1].name, person[2]))
    return tuple(
        Person(f"p{n}", best.name, best.actor.label, members) for n, (_, best, members) in enumerate(people, 1)
    )


def _choose_name(members: list[Named]) -> Named:
    """The actor whose name stands for all: a named one, a person before an organisation, then the fullest name."""
    people = [one for one in members if one.actor.label == "PERSON"]
    return min(
        people or members,
        key=lambda n: (n.actor.label in GENERIC, -len(n.parts), -len(n.actor.mentions), n.name),
    )
