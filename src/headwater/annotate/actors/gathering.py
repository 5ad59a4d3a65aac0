"""Groups of mentions -> actors, in order of first mention."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from headwater import lexicon
from headwater.annotate.actors.candidates import Candidate
from headwater.annotate.actors.countries import group_countries
from headwater.annotate.actors.descriptions import link_descriptions
from headwater.annotate.actors.finding import find_candidates
from headwater.annotate.actors.groups import group_things
from headwater.annotate.actors.person_names import parts_of
from headwater.annotate.actors.persons import group_persons
from headwater.annotate.actors.pronouns import link_pronouns
from headwater.annotate.places import country_name
from headwater.model.notes import Actor
from headwater.model.reading import Reading
from headwater.model.span import Span


def find_actors(reading: Reading) -> tuple[Actor, ...]:
    """The actors of a report, numbered ``a1``, ``a2``… by first mention; a mention that could be several actors' is in none."""
    candidates = find_candidates(reading.sentences)
    keys = group(candidates, reading)
    groups: dict[str, list[Candidate]] = {}
    for n, candidate in enumerate(candidates):
        if n in keys:
            groups.setdefault(keys[n], []).append(candidate)
    spans = {key: {c.span for c in members} for key, members in groups.items()}
    for pronoun in link_pronouns(candidates, reading.sentences, keys):
        spans[pronoun.key].add(pronoun.span)
    mentions = {key: sorted(found) for key, found in spans.items()}
    ordered = sorted(groups, key=lambda key: (mentions[key][0].start, -mentions[key][0].end, key))
    return tuple(_actor(f"a{n}", key, groups[key], mentions[key]) for n, key in enumerate(ordered, start=1))


def group(candidates: Sequence[Candidate], reading: Reading) -> dict[int, str]:
    """Number of a candidate -> key of its actor."""
    people = {n: f"person:{person}" for n, person in group_persons(candidates).items()}
    keys: dict[int, str] = (
        people | group_things(candidates, reading.sentences) | group_countries(candidates, reading.sentences)
    )
    return keys | link_descriptions(candidates, keys)


def _actor(name: str, key: str, members: Sequence[Candidate], spans: Sequence[Span]) -> Actor:
    roles: dict[tuple[str, ...], Span] = {}
    for role in (role for candidate in members if not candidate.described for role in candidate.roles):
        roles.setdefault((*role.words, role.place or ""), role.span)
    return Actor(name, _name_of(key, members), _label_of(key, members), tuple(spans), tuple(sorted(roles.values())))


def _label_of(key: str, members: Sequence[Candidate]) -> str:
    if key.startswith("country:"):
        return "GPE"
    named = [c.label for c in members if not c.described] or [members[0].label]
    return named[0]


def _name_of(key: str, members: Sequence[Candidate]) -> str:
    """The fullest name: a country's usual one, a person's with most parts, an organisation's longest."""
    if key.startswith("country:"):
        return country_name(key.partition(":")[2])
    named = [c for c in members if not c.described] or list(members)
    best = max(
        named, key=lambda c: (len(parts_of(c.text)) if c.label == "PERSON" else 0, len(c.text), not c.text.isupper())
    )
    return _with_title(best, named)


def _with_title(best: Candidate, members: Sequence[Candidate]) -> str:
    """The name, with the title where a lone name has one that belongs to it ("Pope Aldo")."""
    regnal = _regnal()
    title = next((c.title for c in members if c.title in regnal), None)
    return (
        f"{str(title).title()} {best.text}" if title and best.label == "PERSON" and len(best.words) == 1 else best.text
    )


def _regnal() -> Mapping[str, int] | frozenset[str]:
    return frozenset(lexicon.load("titles")["regnal"]["words"])
