"""Which event a count is of: counts of two places, told by other names, are no counts of one thing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from itertools import islice
from typing import TypeVar

from headwater.assess.counts import Count
from headwater.assess.mastheads import MONTH, NAME
from headwater.lexicon import load
from headwater.model.reading import Reading
from headwater.model.span import Span

Item = TypeVar("Item")
PLACED = re.compile(rf"\b(?:in|at|near|off|outside|around) (?P<name>{NAME.pattern})")
REGION = re.compile(r"\b[A-Z][\w’'-]+, (?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)\b(?=[ ,.)])")
HEAD = 3
"""Sentences of a body whose names say what a report is about."""


@cache
def _countries() -> frozenset[str]:
    """Names of countries: they hold too much to tell two events apart."""
    entries = load("countries").values()
    names = (name for entry in entries for name in (entry["name"], *entry.get("names", ()), *entry.get("demonyms", ())))
    return frozenset(map(str.casefold, names))


class StoryPlaces:
    """The places that tell a story's events apart: no countries, and no region that stands after a town ("Tarn, Ohio")."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        regions = (match["name"] for reading in readings for match in REGION.finditer(reading.report.text))
        self._regions = frozenset(map(str.casefold, regions))

    def find(self, reading: Reading, count: Count) -> frozenset[str]:
        """The places in a count's sentence and at the head of its report; none for what is somebody's wherever they are.

        The dateline is none of them: it says where a reporter wrote, and two may write of one event from two towns.
        """
        if count.thing[0] == "age":
            return frozenset()
        body = (sentence.span for sentence in reading.sentences if sentence.role == "body")
        around = (sentence.span for sentence in reading.sentences if sentence.span.meets(count.span))
        names = {name for span in (*islice(body, HEAD), *around) for name in list_places(reading, span)}
        return frozenset(names - self._regions)


def list_places(reading: Reading, span: Span) -> frozenset[str]:
    """The names after "in", "near" and their like in a stretch; no days, no countries."""
    found = (match["name"].removeprefix("the ") for match in PLACED.finditer(reading.report.text, *span))
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
