"""How much two passages of a story that name the same day have in common: words that are rare in the story count most.

Reports tell one deadline in many words ("gave the rebels until Friday to pull back their guns", "the guns must be gone by
Friday"). Within one story and for one day, a few shared words that the story seldom uses are enough to know it again.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from math import log

from headwater.lexicon import load
from headwater.link.alignment import function_words
from headwater.link.once import once
from headwater.model.reading import Reading
from headwater.model.sentence import Sentence

STEM = 5
"""Letters by which a word is known whatever its ending: "launch", "launching"."""
FEWEST = 30
"""Sentences by which a story of few words is measured: in three sentences no word could be rare."""
IDLE = frozenset({"AUX", "DET", "PRON", "ADP", "PUNCT", "CCONJ", "SCONJ", "PART"})
TIES = ((0.9, 0.28), (0.8, 0.42), (1.2, 0.22), (0.7, 0.9))
"""Weight shared, and its share of the shorter passage's weight, from which two passages of one day tell of one thing.
Chosen on the development folders of ``benchmarks/folders``, where nearly all pairs lie far from these."""
SAME_HOUR = (0.3, 0.1)
"""What the same hour of the day adds to both."""


LIMIT = "deadl"
"""The key of "deadline", "ultimatum" and their like, which say nothing of what for."""


@dataclass(frozen=True, slots=True)
class Rarity:
    """How many different sentences of a story hold a key."""

    counts: Mapping[str, int] = field(default_factory=dict)
    sentences: int = 0
    known: dict[frozenset[str], float] = field(default_factory=dict, repr=False, compare=False)
    """The weight of passages that were weighed before: each is held against many."""

    def weigh(self, keys: Iterable[str]) -> float:
        """The weight of some keys: 1 for one that stands in a single sentence, 0 for one that stands in all."""
        whole = log(max(self.sentences, FEWEST) + 1)
        return sum(max(0.0, 1 - log(self.counts.get(key, 1)) / whole) for key in sorted(keys) if key != LIMIT)

    def weigh_passage(self, telling: Telling) -> float:
        """The weight of all keys of a passage."""
        if telling.keys not in self.known:
            self.known[telling.keys] = self.weigh(telling.keys)
        return self.known[telling.keys]


@dataclass(frozen=True, slots=True)
class Telling:
    """The keys of a passage, and the hours it names ("T18:00")."""

    keys: frozenset[str]
    hours: frozenset[str] = frozenset()


@once
def count_keys(readings: tuple[Reading, ...]) -> Rarity:
    """The rarity of every key of a story; a sentence that many reports copy counts once."""
    texts = {
        frozenset(list_keys(reading, sentence, range(len(sentence))))
        for reading in readings
        for sentence in reading.sentences
        if sentence.role != "title"
    }
    return Rarity(Counter(key for keys in texts for key in keys), len(texts))


def list_keys(reading: Reading, sentence: Sentence, words: Iterable[int]) -> set[str]:
    """The keys of some words of a sentence: content lemmas cut to their stem, times left out."""
    first = bisect_left(reading.times, sentence.span.start, key=lambda time: time.span.start)
    last = bisect_left(reading.times, sentence.span.end, key=lambda time: time.span.start)
    apart = {n for time in reading.times[first:last] for n in sentence.words_in(time.span)}
    return {key for n in words if n not in apart and sentence.upos[n] not in IDLE and (key := stem(sentence.lemmas[n]))}


@lru_cache(maxsize=50_000)
def stem(lemma: str) -> str:
    """The key of a word, "" for one that says nothing."""
    key = lemma.casefold()
    if not key[:1].isalnum() or key in empty_words():
        return ""
    short = synonyms().get(key, key)[:STEM]
    return f"{short[:-1]}i" if short.endswith("y") else short  # "Italy", "Italian"


@lru_cache(maxsize=1)
def synonyms() -> dict[str, str]:
    """A word to the first word of its group."""
    return {word: group["words"][0] for group in load("commitments_same")["same"] for word in group["words"]}


@lru_cache(maxsize=1)
def empty_words() -> frozenset[str]:
    """Words that say nothing of what is committed to."""
    return function_words() | frozenset(load("commitments_same")["light"]["words"])


def tie(one: Telling, other: Telling, *, rarity: Rarity, hours: bool = True) -> float:
    """The share of the shorter passage that two passages of one day have in common; 0.0 where that is not enough.

    Different ``hours`` are different things, unless the hour may be that of something else.
    """
    shared = rarity.weigh(one.keys & other.keys)
    whole = min(rarity.weigh_passage(one), rarity.weigh_passage(other)) or 1.0
    more, wider = SAME_HOUR if one.hours & other.hours else (0.0, 0.0)
    if hours and one.hours and other.hours and not one.hours & other.hours:
        return 0.0
    is_tied = any(shared + more >= least and shared / whole + wider >= share for least, share in TIES)
    return round(shared / whole, 3) if is_tied and shared else 0.0
