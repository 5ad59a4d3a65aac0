"""Who passes on what others say: names of agencies and outlets, and words like "the state news agency"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from headwater import lexicon
from headwater.annotate.statements.cues import nouns
from headwater.model.sentence import Sentence

LEADING = re.compile(r"^(?:the|a|an|its|their|his|her)\s+", re.IGNORECASE)
POSSESSIVE = re.compile(r"['’]s?$")


def short_name(entry: Mapping[str, Any]) -> str:
    """The acronym of an agency where it has one, else its name."""
    names: list[str] = [entry["name"], *entry.get("aliases", ())]
    acronyms = sorted((name for name in names if name.isupper()), key=lambda name: (len(name), name))
    return acronyms[0] if acronyms else names[0]


@lru_cache(maxsize=1)
def _names() -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern over all names of agencies, and what each stands for."""
    known = {
        str(name): short_name(entry)
        for entry in lexicon.load("agencies")["agency"]
        for name in (entry["name"], *entry.get("aliases", ()))
    }
    longest_first = sorted(known, key=lambda name: (-len(name), name))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)"), known


@lru_cache(maxsize=1)
def _outlets() -> frozenset[str]:
    names = lexicon.load("outlets")["domains"].values()
    return frozenset(LEADING.sub("", str(name)) for name in names)


def find_medium(sentence: Sentence, words: tuple[int, ...], *, text: str) -> str | None:
    """The name of the medium that a noun phrase names, or None: an agency by its acronym, else as the report calls it."""
    phrase = text[sentence.spans[words[0]].start : sentence.spans[words[-1]].end]
    pattern, known = _names()
    if match := pattern.search(phrase):
        return known[match.group()]
    bare = POSSESSIVE.sub("", LEADING.sub("", phrase)).strip()
    if bare in _outlets():
        return bare
    head = _head_of(sentence, words)
    return bare if _names_medium(sentence, head) else None


def _names_medium(sentence: Sentence, head: int) -> bool:
    word = sentence.words[head]
    if sentence.upos[head] == "PROPN" or sentence.xpos[head] in {"NNP", "NNPS"}:
        capital = head > 0 and sentence.words[head - 1][:1].isupper()
        return word in nouns("medium_name") and capital
    return sentence.lemmas[head].lower() in nouns("medium")


def _head_of(sentence: Sentence, words: tuple[int, ...]) -> int:
    inside = set(words)
    return next((n for n in words if sentence.heads[n] not in inside), words[0])
