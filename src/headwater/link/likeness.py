"""How much two passages or two reports of one story have in common: words weigh by how few of its reports have them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Set
from math import log, sqrt

from headwater.link.terms import Terms, find_terms, normalise_length
from headwater.model.reading import Reading

COMMON = 0.5
"""Reports assumed to have a word beyond those that do: a word that all have says nothing."""


class Rarity:
    """The weight of words in a story."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        words: Counter[str] = Counter()
        self._reports = 0
        for reading in readings:
            self._reports += 1
            words.update({lemma.lower() for sentence in reading.sentences for lemma in sentence.lemmas})
        self._weights = {word: log((self._reports + 2) / (count + COMMON)) for word, count in words.items()}

    def weigh(self, word: str) -> float:
        """What a word says in this story."""
        return self._weights.get(word, 1.0)

    def cosine(self, one: Set[str], other: Set[str]) -> float:
        """0 where two sets of words share none, 1 where they are the same."""
        shared = sum(self.weigh(word) ** 2 for word in one & other)
        if not shared:
            return 0.0
        return shared / sqrt(sum(self.weigh(w) ** 2 for w in one) * sum(self.weigh(w) ** 2 for w in other))

    def share(self, one: Set[str], other: Set[str]) -> float:
        """How much of the lesser of two sets of words, by weight, the other has."""
        least = min(sum(map(self.weigh, one)), sum(map(self.weigh, other)))
        return sum(map(self.weigh, one & other)) / least if least else 0.0


class Nearness:
    """How alike the reports of a story are beyond what all of them tell."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        found = {reading.report.id: find_terms(reading.report) for reading in readings}
        counts = Counter(term for terms in found.values() for term in terms)
        self._terms = {report: _weigh_terms(terms, counts, total=len(found)) for report, terms in found.items()}
        self._known: dict[tuple[str, str], float] = {}

    def measure(self, one: str, other: str) -> float:
        """0 to 1."""
        pair = (one, other) if one <= other else (other, one)
        if pair not in self._known:
            terms, others = self._terms[pair[0]], self._terms[pair[1]]
            self._known[pair] = sum(weight * others.get(term, 0.0) for term, weight in terms.items())
        return self._known[pair]


def _weigh_terms(terms: Terms, counts: Counter[str], *, total: int) -> dict[str, float]:
    return normalise_length({t: w * max(0.0, log((total + 1) / (counts[t] + COMMON))) for t, w in terms.items()})
