"""Numbers of people or things in a report, with what they count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from math import inf

from headwater.lexicon import load
from headwater.link.numbers import read_number
from headwater.model.reading import Reading
from headwater.model.sentence import Sentence
from headwater.model.span import Span

HEAD = 8
"""Sentences that are read for counts."""
NEAR = 0.1
"""Share by which "about" may miss."""
LOOK_BACK = 30
"""Characters before a number in which "at least", "about" are looked for."""


@dataclass(frozen=True, slots=True)
class Count:
    """A number, the interval it allows, and what it counts."""

    thing: tuple[str, str]
    """What befell them, and the noun: ("killed", "people")."""
    value: float
    low: float
    high: float
    span: Span
    """From the number, with "at least", to the word that says what befell them."""
    is_inferred: bool = False
    """Whether the words around, and not the phrase itself, tell who is meant."""

    def contradicts(self, other: Count) -> bool:
        """Whether both cannot be right, rounding aside."""
        if self.low <= other.high and other.low <= self.high:
            return False
        return not (is_rounded(self.value, other.value) or is_rounded(other.value, self.value))


def is_rounded(rough: float, exact: float) -> bool:
    """Whether one number is the other rounded to hundreds or more: 300 for 312, never 10 for 12."""
    digits = len(str(int(rough))) - len(str(int(rough)).rstrip("0"))
    return digits >= 2 and round(exact / 10**digits) * 10**digits == rough


def find_counts(reading: Reading) -> tuple[Count, ...]:
    """The counts at the head of a report that state how many people or things met which fate.

    Further down reports recall other events, and count those.
    """
    head = (sentence for sentence in reading.sentences if sentence.role in ("title", "body"))
    return tuple(c for sentence in islice(head, HEAD) for c in _find_in_sentence(reading.report.text, sentence))


def _find_in_sentence(text: str, sentence: Sentence) -> Iterator[Count]:
    for word, tag in enumerate(sentence.upos):
        value = read_number(sentence, word) if tag == "NUM" else None
        noun = _find_noun(sentence, word)
        fate = _find_fate(sentence, word, noun) if value is not None else None
        if value is None or fate is None or _is_crossed(sentence, word, fate[1]):
            continue
        if not _is_part(sentence, word, noun, fate=fate[1]):
            thing = (fate[0], _name_noun(sentence, word, noun))
            first = min(word, *(n for n in sentence.children(word, "compound") if sentence.upos[n] == "NUM"), word)
            yield _make_count(text, sentence, words=(first, noun, fate[1]), thing=thing, value=value)


def _is_crossed(sentence: Sentence, word: int, fate: int) -> bool:
    """Whether another number stands between a number and the fate: the fate is that one's ("five fled and nine were hurt")."""
    between = range(min(word, fate) + 1, max(word, fate))
    numbers = [n for n in between if sentence.upos[n] == "NUM" and read_number(sentence, n) is not None]
    return any(sentence.words[n - 1].casefold() != "not" for n in numbers)  # "three guards, not two, were wounded"


def _find_noun(sentence: Sentence, word: int) -> int | None:
    """The noun a number counts; None where the number stands for it."""
    head = sentence.heads[word]
    is_modifier = sentence.rels[word].split(":")[0] == "nummod"
    return head if is_modifier and sentence.upos[head] in ("NOUN", "PROPN") else None


@cache
def _fates() -> dict[str, str]:
    return {word: entry["name"] for entry in load("sameness_counts")["fate"] for word in entry["words"]}


def _find_fate(sentence: Sentence, word: int, noun: int | None) -> tuple[str, int] | None:
    """What befell the counted, and the word that says so: the verb they are subject or object of, or beside them."""
    counted = word if noun is None else noun
    head = sentence.heads[counted]
    rel = sentence.rels[counted].split(":")[0]
    beside = sentence.children(counted, "amod", "acl", "advmod", "xcomp")
    wounds = load("sameness_counts")["wounds"]["words"]
    near = [] if sentence.words[counted].casefold() in wounds else [counted, *beside]
    if head >= 0 and rel in ("nsubj", "obj", "nmod", "dep", "nummod", "appos"):
        near += [head, *(c for c in sentence.children(head, "xcomp", "obj") if rel != "nsubj" or c != counted)]
    if head >= 0 and rel == "nsubj":  # "were shot and killed"
        near += [c for c in sentence.children(head, "conj") if not sentence.children(c, "nsubj")]
    forms = ((form.casefold(), n) for n in near for form in (sentence.lemmas[n], sentence.words[n]))
    return next(((_fates()[form], n) for form, n in forms if form in _fates()), None)


def _name_noun(sentence: Sentence, word: int, noun: int | None) -> str:
    lemma = sentence.lemmas[noun].casefold() if noun is not None else "people"
    anybody = lemma in load("sameness_counts")["people"]["words"] or lemma in _fates()
    alike = load("sameness_counts")["guards"]["words"]
    return "people" if anybody else alike[0] if lemma in alike else lemma


def _is_part(sentence: Sentence, word: int, noun: int | None, *, fate: int) -> bool:
    """Whether a number counts only some ("three men and a woman", "one of the five"), or further ones ("three more")."""
    counted = word if noun is None else noun
    told = load("stopwords")["reporting"]["words"]
    clauses = [n for n in sentence.children(counted, "acl:relcl") if sentence.words[n].casefold() not in told]
    if sentence.children(counted, "conj") or clauses or sentence.rels[counted].split(":")[0] == "conj":
        return True
    narrowed = [n for n in sentence.children(counted, "amod") if sentence.words[n].casefold() not in _fates()]
    degree = [n for n in sentence.children(fate, "advmod") if sentence.words[n].casefold().endswith("ly")]
    if narrowed or degree or sentence.words[word + 1 : word + 2] == ("of",):
        return True
    around = range(max(0, word - 2), min(len(sentence), counted + 2))
    lower = [sentence.words[n].casefold() for n in around]
    is_more_than = ["more", "than"] in (lower[n : n + 2] for n in range(len(lower)))
    parts = set(load("sameness_counts")["parts"]["words"])
    if _is_second(sentence, word, fate):  # "14 people died and another 31 are missing"
        parts -= {"other", "others", "another"}
    return any(w in parts for w in lower if not (is_more_than and w == "more"))


def _is_second(sentence: Sentence, word: int, fate: int) -> bool:
    """Whether the sentence counted before a number those whom something else befell."""
    mine = next((name for form, name in _forms(sentence, fate) if name), None)
    return any(name and name != mine for n in range(word) for _, name in _forms(sentence, n))


def _forms(sentence: Sentence, word: int) -> list[tuple[str, str | None]]:
    forms = (sentence.lemmas[word].casefold(), sentence.words[word].casefold())
    return [(form, _fates().get(form)) for form in forms]


def _make_count(
    text: str, sentence: Sentence, *, words: tuple[int, int | None, int], thing: tuple[str, str], value: float
) -> Count:
    parts = [n for n in sentence.children(words[0], "compound", "flat") if n < words[0]]
    span = sentence.cover([*parts, *(n for n in words if n is not None)])
    low, high, lead = bound_number(text, sentence.spans[words[0]].start, value)
    return Count(thing, value, low, high, Span(min(span.start, sentence.spans[words[0]].start - lead), span.end))


def bound_number(text: str, start: int, value: float) -> tuple[float, float, int]:
    """The interval a number allows, and the length of the words before it that say so."""
    before = text[max(0, start - LOOK_BACK) : start]
    bounds = {"at_least": (value, inf), "at_most": (0.0, value), "about": (value * (1 - NEAR), value * (1 + NEAR))}
    for name, (low, high) in bounds.items():
        match = _hedges(name).search(before)
        if match:
            return low, high, len(match.group())
    return value, value, 0


@cache
def _hedges(name: str) -> re.Pattern[str]:
    words = sorted(load("sameness_counts")[name]["before"], key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(words)})\s+$", re.I)
