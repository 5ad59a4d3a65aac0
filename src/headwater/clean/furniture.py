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
SIGNS = re.compile(r"[^\w\s'.,!?-]|\d|_|\.\w|\s-\s")
"""What a shape is made of: a line without any and without a word of a shape fits none."""


class Leftover(NamedTuple):
    """Why a line is furniture."""

    kind: str
    rule: str
    spreads: bool = False
    """Whether short lines around it, up to the next prose, belong to it."""
    interrupts: bool = False
    """Whether it stands in the middle of articles and says nothing of the lines beside it."""


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
    by_start: dict[tuple[str, str], tuple[Phrase, ...]]
    """Phrases by their first two words; the second is empty where they have only one."""
    pairs: frozenset[tuple[str, str]]
    singles: frozenset[str]
    """The same beginnings, for a quick look: of two words, of one."""
    shapes: re.Pattern[str]
    """One group a shape, named by its number."""
    by_shape: dict[str, Leftover]
    shape_words: frozenset[str]
    """Words one of which a line has that fits a shape and shows none of SIGNS."""
    longest: int


def _phrases_of(entry: dict[str, Any], leftover: Leftover) -> Iterable[Phrase]:
    longest = entry.get("longest", LONGEST)
    for place in ("opens", "phrases", "closes"):
        for words in entry.get(place, ()):
            yield Phrase(words, place, longest, entry.get("needs_digit", False), entry.get("firm", False), leftover)


def _leftover(entry: dict[str, Any]) -> Leftover:
    return Leftover(entry["kind"], f"{entry['id']}@1", entry.get("spreads", False), entry.get("interrupts", False))


@lru_cache(maxsize=1)
def phrases() -> Phrases:
    """The furniture lexicon. Where two entries hold the same words the first one counts."""
    lexicon = load("furniture")
    whole: dict[str, Leftover] = {}
    by_start: dict[tuple[str, str], list[Phrase]] = defaultdict(list)
    for entry in lexicon["furniture"]:
        leftover = _leftover(entry)
        for words in entry.get("whole", ()):
            whole.setdefault(words, leftover)
        for phrase in _phrases_of(entry, leftover):
            first, second, *_ = (*phrase.words.split(), "")
            by_start[first, second].append(phrase)
    shapes = {f"shape{n}": shape for n, shape in enumerate(lexicon["shape"])}
    pattern = "|".join(f"(?P<{name}>{shape['pattern']})" for name, shape in shapes.items())
    by_shape = {name: _leftover(shape) for name, shape in shapes.items()}
    return Phrases(
        whole,
        {start: tuple(found) for start, found in by_start.items()},
        frozenset(by_start),
        frozenset(first for first, second in by_start if not second),
        re.compile(pattern, re.IGNORECASE),
        by_shape,
        frozenset(word for shape in lexicon["shape"] for word in shape.get("words", ())),
        max(entry.get("longest", LONGEST) for entry in lexicon["furniture"]),
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


@lru_cache(maxsize=1)
def _reader() -> frozenset[str]:
    return frozenset(load("clean_words")["reader"]["words"])


def addresses_reader(line: Line) -> bool:
    """Whether a line holds a word that a site says to its reader and reports hardly use outside quotations."""
    return '"' not in line.shown and not _reader().isdisjoint(line.words)


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
    pairs = zip(line.words, (*line.words[1:], ""), strict=False)
    if lexicon.pairs.isdisjoint(pairs) and lexicon.singles.isdisjoint(line.words):  # most lines: nothing to look up
        return []
    starts = [
        start for pair in pairwise((*line.words, "")) for start in (pair, (pair[0], "")) if start in lexicon.by_start
    ]
    return [phrase for start in dict.fromkeys(starts) for phrase in lexicon.by_start[start] if phrase.marks(line, key)]


def _find_shape(line: Line, lexicon: Phrases) -> Leftover | None:
    if len(line.text) > 400 or (is_prose(line) and "{" not in line.text and "©" not in line.text):
        return None
    if line.words and lexicon.shape_words.isdisjoint(line.words) and not SIGNS.search(line.shown):
        return None
    match = lexicon.shapes.fullmatch(line.shown)
    return lexicon.by_shape[match.lastgroup] if match and match.lastgroup else None
