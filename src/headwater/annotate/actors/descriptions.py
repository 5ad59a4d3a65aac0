"""Whom a description means: "the North Korean leader", "the ministry", "the spokesman"."""

from __future__ import annotations

from collections import ChainMap, Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from headwater import lexicon
from headwater.annotate.actors.candidates import Candidate, Role
from headwater.annotate.actors.described import institution_nouns
from headwater.annotate.organisations import find_organisation

APART = frozenset(
    {"other", "another", "second", "third", "one", "next", "same", "only", "first", "last", "latest", "new"}
)
ENOUGH = 2
"""Unnamed bearers of one role: between two nobody can choose, so more of them change nothing and would only cost time."""
FAR = 12
"""Sentences after which a description without an owner no longer goes back to its bearer."""


@dataclass(frozen=True, slots=True)
class Bearer:
    """Somebody with a role, named or described before."""

    key: str
    role: Role
    sentence: int
    start: int
    named: bool = False


def link_descriptions(candidates: Sequence[Candidate], keys: Mapping[int, str]) -> dict[int, str]:
    """Number of a description -> key of the one it means; those that mean nobody known get a key of their own."""
    found: dict[int, str] = {}
    known = ChainMap(found, dict(keys))
    bearers = Bearers(_named_bearers(candidates, keys))
    for number, candidate in enumerate(candidates):
        if not candidate.described:
            continue
        if candidate.label == "ROLE":
            found[number] = _person_meant(candidate, bearers) or f"described:{number}"
            bearers.add(candidate, found[number])
        elif meant := _thing_meant(number, candidates, known):
            found[number] = meant
    return found


class Bearers:
    """Those with an office, by its last word."""

    def __init__(self, named: Iterable[Bearer]) -> None:
        self._by_noun: dict[str, list[Bearer]] = {}
        self._plural: set[str] = set()
        self._unnamed: Counter[tuple[object, ...]] = Counter()  # by role, wherever it stands
        for bearer in named:
            self._by_noun.setdefault(bearer.role.words[-1], []).append(bearer)

    def add(self, candidate: Candidate, key: str) -> None:
        """Note a description: a later one may go back to it, unless several such people were spoken of ("the victims")."""
        for role in candidate.roles:
            if is_plural(candidate):
                self._plural.add(role.words[-1])
            elif key.startswith("described:") and self._unnamed[role[1:]] < ENOUGH:
                self._unnamed[role[1:]] += 1
                bearer = Bearer(key, role, candidate.sentence, candidate.span.start)
                self._by_noun.setdefault(role.words[-1], []).append(bearer)

    def of(self, noun: str) -> list[Bearer]:
        """The bearers of offices that end in a noun, those not named only while nobody spoke of several."""
        return [b for b in self._by_noun.get(noun, ()) if b.named or noun not in self._plural]


def _named_bearers(candidates: Sequence[Candidate], keys: Mapping[int, str]) -> list[Bearer]:
    """Everybody with a role, as of their first mention: "the president" may stand before "President Osei" once Osei was named."""
    first: dict[str, int] = {}
    found: dict[tuple[object, ...], Bearer] = {}  # one a role, with the sentence of its last mention
    for n, candidate in enumerate(candidates):
        if n in keys and candidate.label == "PERSON":
            start = first.setdefault(keys[n], candidate.span.start)
            for role in filter(lambda role: role.words, candidate.roles):
                found[keys[n], *role[1:]] = Bearer(keys[n], role, candidate.sentence, start, named=True)
    return list(found.values())


def is_definite(candidate: Candidate) -> bool:
    """Whether a description points back: it begins with "the" and says nothing that sets its bearer apart from others."""
    words = [word.lower() for word in candidate.words]
    return words[0] == "the" and not set(words) & APART and not is_plural(candidate)


def is_plural(candidate: Candidate) -> bool:
    """Whether a description stands for several people."""
    noun = candidate.roles[0].words[-1] if candidate.roles and candidate.roles[0].words else ""
    return not any(word.lower().removesuffix("'s") == noun for word in candidate.words)


def _person_meant(candidate: Candidate, bearers: Bearers) -> str | None:
    """The only one of those with that office and country before it; None where there is none or more than one."""
    if not candidate.roles or not is_definite(candidate):
        return None
    role = candidate.roles[0]
    before = [b for b in bearers.of(role.words[-1]) if b.start < candidate.span.start and _fits(role, b)]
    fitting = {b.key for b in before}
    if len(fitting) != 1:
        return None
    near = max(b.sentence for b in before) >= candidate.sentence - FAR
    return fitting.pop() if near or role.place else None


def _fits(said: Role, bearer: Bearer) -> bool:
    """Whether a description says the end of an office and nothing that is not in it: "the adviser" of a "national security adviser"."""
    size, borne = len(said.words), bearer.role
    if not said.words or borne.words[-size:] != said.words:
        return False
    if set(borne.words[:-size]) & set(lexicon.load("roles")["critical"]["words"]):
        return False
    if said.owned:
        return False  # "The governor of the bank" is told apart by more than its office.
    if said.place and borne.place:
        return said.place == borne.place
    # Reports leave out the place of a senator they name more often than the country of an ambassador.
    return not said.place or (bearer.named and said.place.islower())


def _thing_meant(number: int, candidates: Sequence[Candidate], keys: Mapping[int, str]) -> str | None:
    """The key of what a description of no person means."""
    find = _country_meant if candidates[number].label == "GPE" else _institution_meant
    return find(number, candidates, keys)


def _country_meant(number: int, candidates: Sequence[Candidate], keys: Mapping[int, str]) -> str | None:
    """The key of "the country": the only one named in this sentence and the one before."""
    before = range(number - 1, -1, -1)
    near = takewhile(lambda n: candidates[n].sentence >= candidates[number].sentence - 1, before)
    named = {keys[n] for n in near if n in keys and keys[n].startswith("country:")}
    return named.pop() if len(named) == 1 else None


def _institution_meant(number: int, candidates: Sequence[Candidate], keys: Mapping[int, str]) -> str | None:
    """The key of an institution: with an owner its own words, with "the" alone the only one of that kind named nearby."""
    candidate = candidates[number]
    words = [word.lower() for word in candidate.words]
    if words[0] in {"a", "an"}:
        return None
    if len(words) > 2 or words[0] != "the":
        return f"thing:{' '.join(words[1:] if words[0] == 'the' else words)}"
    kinds = set()
    for n in range(number - 1, -1, -1):
        if candidates[n].sentence < candidate.sentence - FAR // 2:
            break
        if n in keys and _ends_in(candidates[n], words[-1]):
            kinds.add(keys[n])
    return kinds.pop() if len(kinds) == 1 else None


def _ends_in(candidate: Candidate, noun: str) -> bool:
    """Whether a name ends in the word for an institution ("Unification Ministry": "the ministry"; "KCNA": "the agency")."""
    if candidate.label != "ORG" or noun not in institution_nouns():
        return False
    known = find_organisation(candidate.text)
    names = [candidate.text, known.key] if known else [candidate.text]
    return any(name.lower().split()[-1] == noun for name in names)
