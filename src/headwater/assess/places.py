"""Which event a count is of: counts of two places, told by other names, are no counts of one thing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import TypeVar

from headwater.assess.counts import Count
from headwater.assess.mastheads import MONTH, NAME
from headwater.lexicon import load
from headwater.model.reading import Reading
from headwater.model.span import Span

Item = TypeVar("Item")
SETTLED = "town|village|city|port|district|province|island|region|county|suburb"
OF = rf"(?:the |an? )?(?:[\w-]+ ){{0,2}}(?:{SETTLED}) of"
PLACED = re.compile(rf"\b(?:in|at|near|off|outside|around|on(?= {OF})) (?:{OF} )?(?P<name>{NAME.pattern})")
OWNED = re.compile(r"^.*['’]s? ")
"""What stands before a place that is somebody's ("India's Bihar")."""
REGION = re.compile(r"\b[A-Z][\w’'-]+, (?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)\b(?=[ ,.)])")
HEAD = 3
"""Sentences of a body whose names say what a report is about."""


@cache
def _countries() -> frozenset[str]:
    """Names of countries: they hold too much to tell two events apart."""
    entries = load("countries").values()
    names = (name for entry in entries for name in (entry["name"], *entry.get("names", ()), *entry.get("demonyms", ())))
    return frozenset(map(str.casefold, names))


@dataclass(frozen=True, slots=True)
class Where:
    """What tells which event a count is of."""

    places: frozenset[str]
    """What its report is about."""
    named: frozenset[str]
    """What else of the places that other reports are about its report names."""
    head: frozenset[str] = frozenset()
    """Those of them that it names at its head."""

    def meets(self, other: Where) -> bool:
        """Whether two reports are about one place: they share a name, or each names the other's, one at its head.

        Further down a report may recall another event.
        """
        mine, theirs = self.places & other.named, other.places & self.named
        is_at_head = bool(mine & other.head or theirs & self.head)
        return bool(self.places & other.places or (mine and theirs and is_at_head))


class StoryPlaces:
    """The places that tell a story's events apart: no countries, and no region that stands after a town ("Tarn, Ohio")."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        regions = (match["name"] for reading in readings for match in REGION.finditer(reading.report.text))
        self._regions = frozenset(map(str.casefold, regions))
        self._heads = frozenset(name for reading in readings for name in self.find_head(reading))
        self._named = {reading.report.id: self._find_named(reading) for reading in readings}
        naming = Counter(name for named in self._named.values() for name in named)
        self._known = frozenset(name for name, reports in naming.items() if reports > 1)
        """What more than one report names."""

    def find(self, reading: Reading, count: Count) -> frozenset[str]:
        """The places in a count's sentence and at the head of its report; none for what is somebody's wherever they are.

        The dateline is none of them: it says where a reporter wrote, and two may write of one event from two towns.
        """
        if count.thing[0] == "age":
            return frozenset()
        return self.find_head(reading) | self._find_around(reading, count)

    def find_head(self, reading: Reading) -> frozenset[str]:
        """The places that say what a report is about: those of its first sentences."""
        title = (sentence.span for sentence in reading.sentences if sentence.role == "title")
        body = (sentence.span for sentence in reading.sentences if sentence.role == "body")
        spans = (*title, *islice(body, HEAD))
        return frozenset(name for span in spans for name in list_places(reading, span)) - self._regions

    def _find_first(self, reading: Reading) -> frozenset[str]:
        """The places of its title and its first sentence, else those of the next that has any: a later one may recall."""
        title = [s.span for s in reading.sentences if s.role == "title"]
        body = [s.span for s in reading.sentences if s.role == "body"]
        steps = ([*title, *body[:1]], *([span] for span in body[1:HEAD]))
        named = (frozenset(n for span in spans for n in list_places(reading, span)) - self._regions for spans in steps)
        return next((names for names in named if names), frozenset())

    def find_main(self, reading: Reading, count: Count) -> Where:
        """The places at the head of a count's report; of its sentence those that some report is about.

        A report whose head names none has those it names anywhere, and so has one whose head names some that no other
        report knows: a village of the same valley.
        """
        if count.thing[0] == "age":
            return Where(frozenset(), frozenset())
        head, named = self._find_first(reading), self._named[reading.report.id]
        known = (head & self._known) or (named & self._known) or head
        places = known | (self._find_around(reading, count) & self._heads)
        return Where(places, named, self.find_head(reading))

    def _find_named(self, reading: Reading) -> frozenset[str]:
        words = reading.report.text.casefold()
        return frozenset(name for name in self._heads if name in words and re.search(rf"\b{re.escape(name)}\b", words))

    def _find_around(self, reading: Reading, count: Count) -> frozenset[str]:
        around = (sentence.span for sentence in reading.sentences if sentence.span.meets(count.span))
        return frozenset(name for span in around for name in list_places(reading, span)) - self._regions


def list_places(reading: Reading, span: Span) -> frozenset[str]:
    """The names after "in", "near" and their like in a stretch; no days, no countries."""
    found = (OWNED.sub("", match["name"].removeprefix("the ")) for match in PLACED.finditer(reading.report.text, *span))
    named = {words.casefold() for words in found if not any(MONTH.fullmatch(word) for word in words.split())}
    return frozenset(named) - _countries()


def gather_places(items: Iterable[Item], *, where: Callable[[Item], frozenset[str]]) -> list[list[Item]]:
    """Items grouped so that those whose names do not meet are apart; one without names goes with the first group."""
    groups: list[tuple[set[str], list[Item]]] = []
    placed = [(where(item), item) for item in items]
    for names, item in sorted(placed, key=lambda pair: not pair[0]):
        group = next((g for g in groups if not names or not g[0] or g[0] & names), None)
        if group is None:
            groups.append((set(names), [item]))
        else:
            group[0].update(names)
            group[1].append(item)
    return [members for _, members in groups]
