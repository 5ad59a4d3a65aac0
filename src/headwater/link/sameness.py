"""Whether two namings tell of one deed, told by the words themselves, who takes part, the sentences and the reports.

The weights are rounded from a logistic regression over the pairs of ECB+'s train part, cross-validated by topic
(docs/figures.md); averages over pairs decide which namings form one group.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import combinations
from math import exp

from headwater.lexicon import load
from headwater.link.averages import join_on_average
from headwater.link.deed_words import Words
from headwater.link.groups import Groups
from headwater.link.likeness import Nearness, Rarity
from headwater.link.triggers import Trigger
from headwater.model.reading import Reading

APART = -4.3
"""Of two namings that have no word in common."""
ALIKE = -0.6
"""… of two that have one, a stem, or stand in one set of words that reports put for each other."""
NEAR_REPORTS = 4.0
"""What reports that are alike in what not all of the story tell add to ALIKE."""
NEAR_SENTENCES = 1.0
WIDELY_TOLD = 1.0
"""What the share of reports adds that name the rarer of the two words: the deed a story is about is one."""
SAME_PARTIES = 2.2
SAME_RECIPIENT = 0.8
ONE_REPORT = 0.8
ONE_SENTENCE = -2.3
TELLING = -1.7
"""Two remarks are seldom one."""
LIGHT = -0.9
NEGATED = -0.8
LEAST = 0.44
"""Likelihood that the members of a group must have on average."""
CROWDED = 400
"""Namings that one key may tie before it ties only those that share a party, too."""
OTHER_NUMBERS = -0.6


class Sameness:
    """Holds the namings of one story side by side."""

    def __init__(self, readings: Sequence[Reading], triggers: Iterable[Trigger]) -> None:
        self._rarity, self._nearness = Rarity(readings), Nearness(readings)
        self._reports = len(readings)
        self._told = Counter(lemma for _, lemma in {(t.report, lemma) for t in triggers for lemma in t.lemmas})

    def measure(self, one: Trigger, other: Trigger) -> float:
        """How likely two namings are of one deed, 0 to 1."""
        return 1 / (1 + exp(-self._weigh(one, other)))

    def _weigh(self, one: Trigger, other: Trigger) -> float:
        score = self._weigh_words(one, other) + self._weigh_parties(one, other)
        if one.report == other.report:
            score += ONE_REPORT + ONE_SENTENCE * (one.sentence == other.sentence)
        return score + NEGATED * (one.is_negated != other.is_negated)

    def _weigh_words(self, one: Trigger, other: Trigger) -> float:
        if not are_alike(one, other):
            return APART
        score = ALIKE + NEAR_SENTENCES * self._rarity.cosine(one.words, other.words)
        score += WIDELY_TOLD * min(self._told[one.lemma], self._told[other.lemma]) / self._reports
        if one.report != other.report:
            score += NEAR_REPORTS * self._nearness.measure(one.report, other.report)
        if one.lemma == other.lemma:
            score += TELLING * (one.lemma in _words("telling")) + LIGHT * (one.lemma in _words("light"))
        return score

    def _weigh_parties(self, one: Trigger, other: Trigger) -> float:
        score = SAME_PARTIES * self._rarity.cosine(one.parties, other.parties)
        score += SAME_RECIPIENT * bool(one.recipient & other.recipient)
        return score + OTHER_NUMBERS * bool(one.numbers and other.numbers and not one.numbers & other.numbers)


def are_alike(one: Trigger, other: Trigger) -> bool:
    """Whether two namings have a word, a stem or a set of like words in common."""
    return bool(one.keys & other.keys or one.lemmas & other.lemmas)


@cache
def _words(entry: str) -> Words:
    return frozenset(load("sameness_deeds")[entry]["words"])


def group_triggers(sameness: Sameness, triggers: Sequence[Trigger]) -> list[list[int]]:
    """The numbers of the namings of each deed, in the order of their first."""
    groups: Groups[int] = Groups(range(len(triggers)))
    join_on_average(
        groups,
        find_pairs(triggers),
        measure=cache(lambda one, other: sameness.measure(triggers[one], triggers[other])),
        least=LEAST,
    )
    return groups.members()


def find_pairs(triggers: Sequence[Trigger]) -> list[tuple[int, int]]:
    """Pairs of namings that may be of one deed, each once, in order: those that are alike."""
    by_key: dict[str, list[int]] = defaultdict(list)
    for number, trigger in enumerate(triggers):
        for key in trigger.keys | trigger.lemmas:
            by_key[key].append(number)
    lists = [part for numbers in by_key.values() for part in _part_by_party(triggers, numbers)]
    return sorted({pair for numbers in lists for pair in combinations(numbers, 2)})


def _part_by_party(triggers: Sequence[Trigger], numbers: list[int]) -> Iterable[list[int]]:
    """A list that is not too long as it is; else its namings by the words of their parties, those of crowded words left out."""
    if len(numbers) <= CROWDED:
        return (numbers,)
    by_word: dict[str, list[int]] = defaultdict(list)
    for number in numbers:
        for word in triggers[number].parties:
            by_word[word].append(number)
    return [part for part in by_word.values() if len(part) <= CROWDED]
