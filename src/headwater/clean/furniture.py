"""Lines that are leftovers of a site by their words or their shape (lexicon/furniture.toml)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

from headwater.clean.lines import Line
from headwater.lexicon import load

LONGEST = 25
"""Words of a line an entry looks at, unless it says otherwise."""
PROSE_WORDS = 6


class Leftover(NamedTuple):
    """Why a line is furniture."""

    kind: str
    rule: str
    spreads: bool = False
    """Whether short lines around it, up to the next prose, belong to it."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that mark a line, and where in it they must stand."""

    words: str
    place: str  # opens, phrases or closes
    longest: int
    needs_digit: bool
    firm: bool
    """Whether the words are enough in a line of running text, too."""
    leftover: Leftover

    def marks(self, line: Line, key: str) -> bool:
        """Whether the line, whose words are ``key``, has the words at the place."""
        if len(line.words) > self.longest or (self.needs_digit and not any(w[0].isdigit() for w in line.words)):
            return False
        if self.place == "opens":
            return key.startswith(self.words + " ") or key == self.words
        if self.place == "closes":
            return key.endswith(" " + self.words)
        return f" {self.words} " in f" {key} "


class Phrases(NamedTuple):
    """The lexicon, laid out for looking up."""

    whole: dict[str, Leftover]
    by_start: dict[tuple[str, ...], tuple[Phrase, ...]]
    """Phrases by their first two words, or their only one."""
    shapes: re.Pattern[str]
    """One group a shape, named by its number."""
    by_shape: dict[str, Leftover]
    longest: int


def _phrases_of(entry: dict[str, Any], leftover: Leftover) -> Iterable[Phrase]:
    longest = entry.get("longest", LONGEST)
    for place in ("opens", "phrases", "closes"):
        for words in entry.get(place, ()):
            yield Phrase(words, place, longest, entry.get("needs_digit", False), entry.get("firm", False), leftover)


def _leftover(entry: dict[str, Any]) -> Leftover:
    return Leftover(entry["kind"], f"{entry['id']}@1", entry.get("spreads", False))


@lru_cache(maxsize=1)
def phrases() -> Phrases:
    """The furniture lexicon. Where two entries hold the same words the first one counts."""
    lexicon = load("furniture")
    whole: dict[str, Leftover] = {}
    by_start: dict[tuple[str, ...], list[Phrase]] = defaultdict(list)
    for entry in lexicon["furniture"]:
        leftover = _leftover(entry)
        for words in entry.get("whole", ()):
            whole.setdefault(words, leftover)
        for phrase in _phrases_of(entry, leftover):
            by_start[tuple(phrase.words.split()[:2])].append(phrase)
    shapes = {f"shape{n}": shape for n, shape in enumerate(lexicon["shape"])}
    pattern = "|".join(f"(?P<{name}>{shape['pattern']})" for name, shape in shapes.items())
    by_shape = {name: _leftover(shape) for name, shape in shapes.items()}
    longest = max(phrase.longest for found in by_start.values() for phrase in found)
    return Phrases(
        whole,
        {start: tuple(found) for start, found in by_start.items()},
        re.compile(pattern, re.IGNORECASE),
        by_shape,
        longest,
    )


@lru_cache(maxsize=1)
def _address() -> frozenset[str]:
    return frozenset(load("clean_words")["address"]["words"])


def is_prose(line: Line) -> bool:
    """Whether a line reads like a sentence or more of running text."""
    return len(line.words) >= PROSE_WORDS and line.ends_sentence


def speaks_to_reader(line: Line) -> bool:
    """Whether a site speaks here to its reader or of itself; a quotation is not the site's voice."""
    return '"' not in line.shown and not _address().isdisjoint(line.words)


def find_leftover(line: Line) -> Leftover | None:
    """What marks the line as furniture, or None.

    A line of running text needs, beside the words of an entry, a word by which a site speaks to its reader.
    """
    lexicon = phrases()
    key = line.key
    if whole := lexicon.whole.get(key):
        return whole
    if len(line.words) <= lexicon.longest and (found := _find_phrases(line, key, lexicon)):
        if speaks_to_reader(line) or not is_prose(line):
            return found[0].leftover
        if firm := [phrase for phrase in found if phrase.firm]:
            return firm[0].leftover
    return _find_shape(line, lexicon)


def _find_phrases(line: Line, key: str, lexicon: Phrases) -> list[Phrase]:
    """The phrases that mark the line, in the order in which their words begin."""
    starts = [start for pair in pairwise((*line.words, "")) for start in (pair, pair[:1]) if start in lexicon.by_start]
    return [phrase for start in starts for phrase in lexicon.by_start[start] if phrase.marks(line, key)]


def _find_shape(line: Line, lexicon: Phrases) -> Leftover | None:
    if len(line.text) > 400 or (is_prose(line) and "{" not in line.text and "©" not in line.text):
        return None
    match = lexicon.shapes.fullmatch(line.shown)
    return lexicon.by_shape[match.lastgroup] if match and match.lastgroup else None
