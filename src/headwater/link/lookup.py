"""By which words stories are found, at a cost that hardly grows with their number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from itertools import islice

from headwater.link.live_story import Outline

ENTRIES = 600
"""Places read for one report: the rarest of its words first, of each the stories that took it up last.

A story that shares nothing but words of a thousand others is not the one."""
SHORTLIST = 48
"""Stories found that way of which is asked how many of the commoner words they have as well."""
CANDIDATES = 12
"""Stories held against a report."""
ROOM = 32
"""Places a list may grow by, besides doubling, before closed stories are struck from it."""
FoundBy = Callable[[int], Collection[str] | None]
"""The words by which a story, by its number, is still found; None stands for all."""


class Lookup:
    """The stories by their strongest words."""

    def __init__(self) -> None:
        self._places: dict[str, dict[int, None]] = defaultdict(dict)
        self._swept: dict[str, int] = {}
        """How long a list was when closed stories were last struck from it."""

    def enter(self, number: int, words: Iterable[str]) -> None:
        """Let a story be found by words."""
        for word in words:
            self._places[word][number] = None

    def find(self, report: Outline, found_by: FoundBy) -> list[int]:
        """The stories that share most with a report by the weight of its strongest words, the first of them first."""
        words = sorted(
            (key for key in report.keys if key in self._places), key=lambda key: (len(self._places[key]), key)
        )
        votes: dict[int, float] = defaultdict(float)
        room, rest = ENTRIES, iter(words)
        for word in rest:
            self._sweep(word, found_by)
            weight = report.words[word]
            for number in islice(reversed(self._places[word]), room):
                votes[number] += weight
            room -= len(self._places[word])
            if room <= 0:
                break
        return self._choose(report, votes, rest, found_by)

    def _choose(self, report: Outline, votes: dict[int, float], rest: Iterable[str], found_by: FoundBy) -> list[int]:
        """The best of those that have votes, the words not yet read counted for the best."""
        best = _rank(votes, votes)[:SHORTLIST]
        for word in rest:
            has = self._places[word]
            for number in best:
                if number in has:
                    votes[number] += report.words[word]
        return list(islice((n for n in _rank(best, votes) if _is_found(found_by(n), report.keys)), CANDIDATES))

    def _sweep(self, word: str, found_by: FoundBy) -> None:
        """Strike stories that are no longer found by a word, now and then."""
        places = self._places[word]
        if len(places) > 2 * self._swept.get(word, 0) + ROOM:
            kept = {n: None for n in places if (left := found_by(n)) is None or word in left}
            self._places[word], self._swept[word] = kept, len(kept)


def _rank(numbers: Iterable[int], votes: Mapping[int, float]) -> list[int]:
    return sorted(numbers, key=lambda number: (-votes[number], number))


def _is_found(by: Collection[str] | None, words: Iterable[str]) -> bool:
    return by is None or any(word in by for word in words)
