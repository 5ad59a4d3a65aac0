"""What a report is about, as weighted terms read from its title and text without parsing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from math import log, sqrt

from headwater.lexicon import load
from headwater.link.days import find_day, name_days
from headwater.model.report import Report

TERM = re.compile(r"[^\W\d_][\w'’&-]*|\d[\d,.:]*")
READ = 400
"""Words of the text that are read: news tells first what matters."""
LEAD = 100
"""Words that count double."""
TITLE = 3.0
"""What a word of the title adds."""
NAME = 2.0
"""What being a name multiplies a term's weight by."""
Terms = Mapping[str, float]


@cache
def _stopwords() -> frozenset[str]:
    lists = load("stopwords")
    return frozenset((*lists["function"]["words"], *lists["reporting"]["words"]))


def find_terms(report: Report) -> dict[str, float]:
    """The terms of a report and how much it makes of each; the days it speaks of are among them (:mod:`headwater.link.days`)."""
    counts: dict[str, float] = defaultdict(float)
    names: set[str] = set()
    end = 0
    for number, match in zip(range(READ), TERM.finditer(report.text), strict=False):
        term, end = normalise(match.group()), match.end()
        if term:
            counts[term] += 2.0 if number < LEAD else 1.0
            if match.group()[0].isupper() and not _opens_sentence(report.text, match.start()):
                names.add(term)
    for word in TERM.findall(report.title or ""):
        if term := normalise(word):
            counts[term] += TITLE
    found = {term: (1 + log(count)) * (NAME if term in names else 1.0) for term, count in counts.items()}
    return found | dict.fromkeys(name_days(report.text[:end], find_day(report)), 1.0)


@cache
def normalise(word: str) -> str | None:
    """A term without case, possessive and the commonest endings; None for a word that says nothing."""
    plain = re.sub(r"['’]s$", "", word.lower()).rstrip(".,:")
    return None if len(plain) < 2 or plain in _stopwords() else strip_ending(plain)


def strip_ending(word: str) -> str:
    """A word without the commonest endings of English."""
    for ending, shortest, instead in (("ies", 5, "y"), ("ing", 6, ""), ("ed", 5, ""), ("es", 5, ""), ("s", 4, "")):
        if word.endswith(ending) and len(word) >= shortest and not word.endswith("ss"):
            return word[: -len(ending)] + instead
    return word


def _opens_sentence(text: str, place: int) -> bool:
    before = text[max(0, place - 2) : place]
    return not before.strip() or before.rstrip()[-1] in '.!?\n"“”' or "\n" in before


def normalise_length(terms: Terms) -> dict[str, float]:
    """The same direction, of length 1."""
    length = sqrt(sum(weight * weight for weight in terms.values())) or 1.0
    return {term: weight / length for term, weight in terms.items()}
