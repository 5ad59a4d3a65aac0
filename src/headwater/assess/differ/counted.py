"""Anything that a report counts or measures, with the clause that tells what for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from headwater.assess.counts import Count, bound_number
from headwater.assess.differ.clause import base, climb, find_content, find_people, lean_on, list_clause, listed, plain
from headwater.assess.differ.nouns import find_meant, find_noun, is_loose, is_rival
from headwater.lexicon import load
from headwater.link.numbers import read_number
from headwater.link.tellings import empty_words
from headwater.model.reading import Reading
from headwater.model.sentence import Sentence
from headwater.model.span import Span

EMPLOYED = "worker"
"""What "employs 3,200 people" counts."""
NEAR = 6
"""Words on either side of a number that are shown with it."""
TOLLS = frozenset({"killed", "injured", "missing"})
"""What befalls people that tolls count."""
OPEN = frozenset({"will", "would", "should", "shall", "'ll", "to", "may", "might", "could", "must"})


@dataclass(frozen=True, slots=True)
class Counted:
    """A number and what it counts."""

    reading: Reading
    sentence: int
    count: Count
    deed: str
    """Lemma of what the counted do or are done to; "" where it says nothing."""
    context: frozenset[str]
    """Lemmas of what else the clause is about."""
    narrowing: frozenset[str]
    """Lemmas that narrow down the noun."""
    is_open: bool
    """Whether it is not yet done."""
    is_running: bool
    """Whether the number was growing when it was told."""
    days: frozenset[str]
    """The days of the week its sentence names."""
    names: frozenset[str]
    """The people its clause names."""
    is_rival: bool
    """Whether it is held against the number in the sentence before."""

    @property
    def noun(self) -> str:
        """What is counted."""
        return self.count.thing[0]

    @property
    def is_measure(self) -> bool:
        """Whether the noun is a unit, which may measure anything."""
        return self.noun in listed("units")

    @property
    def is_money(self) -> bool:
        """Whether it is a sum or a share: two of them near each other are seldom of one thing."""
        return self.noun in listed("money") or self.noun in listed("shares")

    @property
    def is_toll(self) -> bool:
        """Whether it counts people to whom something befell: those are counted by what befell them."""
        fates = (entry for entry in load("sameness_counts")["fate"] if entry["name"] in TOLLS)
        return self.deed in {word for entry in fates for word in entry["words"]}

    @property
    def published(self) -> str | None:
        """The day of its report."""
        return self.reading.provenance.published.value


def find_counted(reading: Reading) -> Iterator[Counted]:
    """Every number of the body that counts a noun, above one and not a time."""
    times = [time.span for time in reading.times]
    before = ""
    for sentence in (sentence for sentence in reading.sentences if sentence.role == "body"):
        last = before
        for word in (n for n, tag in enumerate(sentence.upos) if tag == "NUM" or base(sentence, n) == "nummod"):
            value = read_number(sentence, word)
            is_time = any(span.meets(sentence.spans[word]) for span in times)
            if value is None or value <= 1 or is_time or is_loose(sentence, word):
                continue
            noun = find_noun(sentence, word)
            lemma = sentence.lemmas[noun] if noun is not None else find_meant(sentence, word, before=before)
            if lemma and lemma.casefold() not in listed("times"):
                yield _make(reading, sentence, words=(word, word if noun is None else noun), thing=plain(lemma))
                last = lemma
        before = last


def _make(reading: Reading, sentence: Sentence, *, words: tuple[int, int], thing: str) -> Counted:
    """The number at the first of two words with the noun at the second, which are one where the noun is not beside it."""
    word, noun = words
    path = list(climb(sentence, word if sentence.heads[noun] == word else noun))
    verb = path[-1]
    clause = list_clause(sentence, verb, keep={word, *path})
    around = {*clause, *lean_on(sentence, verb)}
    deed = plain(sentence.lemmas[verb]) if verb not in words else ""
    lower = {w.casefold() for w in sentence.words}
    thing = EMPLOYED if deed == "employ" and thing == "people" else thing
    plans = {sentence.words[n].casefold() for n in around} & listed("plans")
    return Counted(
        reading,
        sentence.index,
        _count(reading, sentence, words=words, thing=thing, clause=clause),
        "" if deed in empty_words() else deed,
        find_content(sentence, around - {noun, word, verb}),
        find_content(sentence, sentence.children(noun, "amod", "compound") if noun != word else ()),
        bool(plans or _list_helpers(sentence, verb) & OPEN),
        bool(lower & listed("running")),
        frozenset(lower & listed("weekdays")),
        find_people(sentence, around),
        noun == word and is_rival(sentence),
    )


def _count(reading: Reading, sentence: Sentence, *, words: tuple[int, int], thing: str, clause: set[int]) -> Count:
    """The number with the words of its clause right around it."""
    word = words[0]
    value = read_number(sentence, word) or 0.0
    low, high, lead = bound_number(reading.report.text, sentence.spans[word].start, value)
    near = [n for n in clause if abs(n - word) <= NEAR and sentence.upos[n] != "PUNCT"]
    span = sentence.cover([*near, *words])
    return Count((thing, ""), value, low, high, Span(min(span.start, sentence.spans[word].start - lead), span.end))


def _list_helpers(sentence: Sentence, verb: int) -> set[str]:
    verbs = (verb, *sentence.ancestors(verb))
    return {sentence.words[n].casefold() for v in verbs for n in sentence.children(v, "aux", "mark")}
