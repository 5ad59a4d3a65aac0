"""Text -> typed tokens: one character a token, so that the grammar is regular expressions over kinds.

The types follow SynTime (Zhong et al., 2017): what a word can be in a time expression, not what it is in the sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from headwater import lexicon
from headwater.annotate.times.named_days import by_word, find_named_days

TOKEN = re.compile(
    r"""
  [ ]?(?:[^\S\n]|_|\n(?![^\S\n]*\n))*(?:                   # the space before belongs to the token: nothing is left between two
    [aApP]\.[mM]\b\.?
  | [QH][1-4]\b
  | [^\W\d_]+                                            # words first: they are most of a text
  | \d(?:
        \d{3}-\d\d-\d\d(?:[tT ]\d\d:\d\d(?::\d\d)?)?(?![\d-])  # ISO dates
      | (?<![\d/]\d)\d{0,3}[/.]\d{1,2}[/.]\d{2,4}(?![\d/])
      | \d?:\d\d(?::\d\d)?(?![\d:])
      | \d{0,2}(?:,\d{3})+(?:\.\d+)?|\d*\.\d+|\d*/\d+(?!/)
      | \d*(?:st|nd|rd|th|s|['’]s)\b|\d*
    )
  | ['’]\d0s\b
  | ['’][sS]\b
  | \n[^\S\n]*\n\s*                                     # an empty line ends what came before
  | [^\s\w]
  | \Z)
    """,
    re.VERBOSE,
)
TAIL = re.compile(r"(?:[^\S\n]|_|\n(?![^\S\n]*\n))*\Z")
"""What is left when no token follows."""
QCODE = re.compile(r"q[1-4]|h[12]")
SHORT_YEAR = re.compile(r"1\d{3}|20\d\d")
FIXED = {
    "-": "DASH",
    "–": "DASH",
    "—": "LONGDASH",
    ";": "LONGDASH",
    ",": "COMMA",
    ".": "DOT",
    "(": "OPEN",
    ")": "CLOSE",
    "'s": "POSS",
    "’s": "POSS",
    "½": "FRACTION",
    "a.m": "AMPM",
    "p.m": "AMPM",
    "a.m.": "AMPM",
    "p.m.": "AMPM",
    "am": "AMPM",
    "pm": "AMPM",
    "$": "MONEY",
    "£": "MONEY",
    "€": "MONEY",
    "₹": "MONEY",
    "¥": "MONEY",
    "%": "PERCENT",
    "percent": "PERCENT",
    "mr": "HONORIFIC",
    "ms": "HONORIFIC",
    "mrs": "HONORIFIC",
}
COMPUTED = (
    "NONE",
    "BREAK",
    "ISO",
    "NUMERIC",
    "CLOCK",
    "DIGITS",
    "YEAR",
    "BIG",
    "FRACTION",
    "NTH",
    "TENS",
    "QCODE",
    "HOLIDAY",
)
"""Kinds given by shape and not by a list."""


MOST_WORDS = 100_000
"""Words whose kinds are kept in memory."""


@dataclass(frozen=True, slots=True)
class Words:
    """The word lists: word -> kind letter and value; words that need a capital; kind name -> its letter."""

    letters: dict[str, str]
    entries: dict[str, tuple[str, int | str]]
    capitals: frozenset[str]


def _lists() -> list[tuple[str, str, int | str, bool]]:
    """Rows (kind, word, value, needs a capital) of the lexicon."""
    rows: list[tuple[str, str, int | str, bool]] = []
    for kind, entry in lexicon.load("times").items():
        words = entry["words"]
        pairs = words.items() if isinstance(words, dict) else [(word, word) for word in words]
        for word, value in pairs:
            name = str(value) if kind == "LINK" else f"UNIT_{value}" if kind == "UNIT" else kind
            rows.append((name, word, value, entry.get("capital", False)))
    return rows


@lru_cache(maxsize=1)
def words() -> Words:
    """The lexicon as one table, made once."""
    rows = _lists()
    names = sorted({row[0] for row in rows} | set(FIXED.values()) | set(COMPUTED))
    letters = {name: chr(0xE000 + number) for number, name in enumerate(names)}
    entries: dict[str, tuple[str, int | str]] = {mark: (letters[kind], mark) for mark, kind in FIXED.items()}
    entries |= {word: (letters["HOLIDAY"], name) for word, name in by_word().items()}
    for kind, word, value, _ in rows:
        entries.setdefault(word, (letters[kind], value))
    return Words(letters, entries, frozenset(row[1] for row in rows if row[3]))


Typed = tuple[str, int | str, int]
"""Kind letter and value of a token, and how many characters it has without the space before it."""
SPACE = re.compile(r"[\s_]*")


@dataclass(frozen=True, slots=True)
class Tokens:
    """All tokens of a text; ``kinds`` has one letter a token."""

    text: str
    kinds: str
    typed: list[Typed]
    ends: list[int]

    def value(self, place: int) -> int | str:
        """What a token stands for: the number of a month, a word in lower case."""
        return self.typed[place][1]

    def start(self, place: int) -> int:
        """Where a token begins; computed when asked for, since few tokens are ever asked."""
        return self.ends[place] - self.typed[place][2]

    def span(self, place: int) -> tuple[int, int]:
        """Where a token stands."""
        return self.start(place), self.ends[place]


class Kinds(dict[str, Typed]):
    """Word as written, with the space before it -> what it is; words not met before are classed by their shape and kept."""

    def __missing__(self, written: str) -> Typed:
        table = words()
        word = SPACE.sub("", written, count=1)
        small = word.lower()
        found = table.entries.get(small)
        kind: str
        value: int | str
        if not word:
            kind, value = table.letters["BREAK"], written
        elif found and (small not in table.capitals or word[0].isupper()):
            kind, value = found
        else:
            kind, value = _by_shape(small, table.letters)
        self[written] = (kind, value, len(word or written))
        return self[written]


@lru_cache(maxsize=1)
def _memory() -> Kinds:
    return Kinds()


def _kinds() -> Kinds:
    """The words met so far; forgotten when they become too many."""
    memory = _memory()
    if len(memory) > MOST_WORDS:
        memory.clear()
    return memory


def _by_shape(word: str, letters: dict[str, str]) -> tuple[str, int | str]:
    """Kind and value of a token that no list has."""
    first = word[0]
    if first.isascii() and (first.isdigit() or (first in "'’" and len(word) > 1)):
        return _number(word, letters)
    if QCODE.fullmatch(word):
        return letters["QCODE"], word.upper()
    return letters["NONE"], word


def _number(word: str, letters: dict[str, str]) -> tuple[str, int | str]:
    if word.isdigit():
        if len(word) == 4 and SHORT_YEAR.fullmatch(word):
            return letters["YEAR"], int(word)
        return letters["DIGITS" if len(word) < 4 else "BIG"], int(word[:9])
    if ":" in word and "-" not in word:
        return letters["CLOCK"], word
    if word[-1] == "s" and word.strip("'’s").isdigit():
        return letters["TENS"], word
    if word[-2:] in {"st", "nd", "rd", "th"}:
        return letters["NTH"], int(word[:-2][:4])
    if "-" in word:
        return letters["ISO"], word
    if word.count("/") == 2 or word.count(".") == 2:
        return letters["NUMERIC"], word
    return letters["FRACTION" if "/" in word else "BIG"], word


def find_tokens(text: str, start: int = 0, end: int | None = None) -> Tokens:
    """The typed tokens of ``text[start:end]``, offsets counted in ``text``."""
    pieces: list[str] = []
    ends: list[int] = []
    place, stop = start, len(text) if end is None else end
    for at, to in find_named_days(text, start, stop):
        _split(text, place, at, pieces=pieces, ends=ends)
        pieces.append(text[at:to])
        ends.append(to)
        place = to
    _split(text, place, stop, pieces=pieces, ends=ends)
    typed = list(map(_kinds().__getitem__, pieces))
    return Tokens(text, "".join([token[0] for token in typed]), typed, ends)


def _split(text: str, start: int, end: int, *, pieces: list[str], ends: list[int]) -> None:
    """Add the pieces of a stretch and where they end."""
    found = TOKEN.findall(text, start, end)
    while found and TAIL.match(found[-1]):
        found.pop()
    pieces += found
    ends += accumulate(map(len, found[1:]), initial=start + len(found[0])) if found else ()
