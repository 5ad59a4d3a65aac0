"""The language the rules are written in: regular expressions over token kinds, by name."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from headwater.annotate.times.meaning import Draft
from headwater.annotate.times.tokens import Tokens, words

NAME = re.compile(r"[A-Z][A-Z0-9_]*")

MACROS = {
    "UNIT": "UNIT_S|UNIT_MIN|UNIT_H|UNIT_D|UNIT_W|UNIT_F|UNIT_M|UNIT_Q|UNIT_Y|UNIT_DE|UNIT_CE|UNIT_ML",
    "LONGUNIT": "UNIT_D|UNIT_W|UNIT_M|UNIT_Q|UNIT_Y|UNIT_DE|UNIT_CE",
    "CARDINAL": "(CARD|AN HUNDRED|HUNDRED)(DASH? (CARD|HUNDRED)){0,6}",
    "COUNT": "CARDINAL|DIGITS FRACTION?|FRACTION|BIG|YEAR|AN? DOZEN|AN? COUPLE OF|AN? VAGUE",
    "AMOUNT": "(COUNT DASH? MORE? UNIT)|(CARD|DIGITS)(TO|OR|DASH)(CARD|DIGITS) DASH? UNIT"
    "|AN MORE? UNIT(AND AN HALF)?|HALF(AN|DASH) UNIT|(CARD|DIGITS) AND AN HALF UNIT|MORE UNIT",
    "ABOUT": "NEARLY|MORE THAN|LESS THAN|AT LEAST|AT MOST|UP TO|NO MORE THAN|NO LESS THAN",
    "MONTHNAME": "MONTH|MONTH_SHORT DOT?",
    "DAYNUMBER": "DIGITS|NTH|ORD",
    "DAYNAME": "WDAY|WDAY_SHORT DOT?",
    "YEARWORDS": "CARD(DASH? (CARD|HUNDRED)){1,3}",
    "SPECIFIC": "LAST|PAST|NEXT|THIS|FOLLOWING|"
    "THAT SAME?|THE SAME|THE LAST|THE PAST|THE NEXT|THE FOLLOWING|THE CURRENT|THIS PAST|THIS NEXT",
    "TIMEOFDAY": "(CLOCK|DIGITS|CARD) AMPM|CLOCK|HOURNAME",
}
"""Shorthand of the patterns; a name stands for its expansion in brackets."""


@cache
def expand(pattern: str) -> str:
    """A pattern of kind names as a regular expression over kind letters; unknown names are a KeyError."""

    def letter(match: re.Match[str]) -> str:
        name = match.group()
        return f"(?:{expand(MACROS[name])})" if name in MACROS else words().letters[name]

    return NAME.sub(letter, pattern.replace("(", "(?:")).replace(" ", "")


@cache
def letters_of() -> dict[str, str]:
    """Kind name -> its letter."""
    return words().letters


@cache
def letters_for(kinds: tuple[str, ...]) -> frozenset[str]:
    """The letters of some kinds."""
    return frozenset(letters_of()[kind] for kind in kinds)


PART = re.compile(r"[A-Z][A-Z0-9_]*|[()|?*]|\{\d,\d\}")


def first_letters(pattern: str) -> frozenset[str]:
    """The kind letters that a match of a pattern can begin with: rules are tried only where they can begin."""
    return frozenset(_firsts(PART.findall(pattern))[0])


def _firsts(parts: list[str]) -> tuple[set[str], bool]:
    """First letters, and whether the pattern matches nothing at all; consumes ``parts`` up to a closing bracket."""
    letters: set[str] = set()
    optional, open_so_far = False, True
    while parts and parts[0] != ")":
        part = parts.pop(0)
        if part == "|":
            optional, open_so_far = optional or open_so_far, True
            continue
        some, empty = _first_of(part, parts)
        if parts and parts[0] in {"?", "*"}:
            parts.pop(0)
            empty = True
        elif parts and parts[0].startswith("{"):
            empty = empty or parts.pop(0).startswith("{0")
        if open_so_far:
            letters |= some
            open_so_far = empty
    return letters, optional or open_so_far


def _first_of(part: str, parts: list[str]) -> tuple[set[str], bool]:
    if part == "(":
        found = _firsts(parts)
        parts.pop(0)
        return found
    return _firsts(PART.findall(MACROS[part])) if part in MACROS else ({words().letters[part]}, False)


@dataclass(frozen=True, slots=True)
class Found:
    """The tokens ``[first, last)`` that a rule matched."""

    tokens: Tokens
    first: int
    last: int

    def places(self, *kinds: str) -> list[int]:
        """The matched tokens of these kinds, in order."""
        if not self.has(*kinds):
            return []
        letters = letters_for(kinds)
        return [n for n in range(self.first, self.last) if self.tokens.kinds[n] in letters]

    def values(self, *kinds: str) -> list[int | str]:
        """Their values."""
        return [self.tokens.value(n) for n in self.places(*kinds)]

    def value(self, *kinds: str) -> int | str | None:
        """The first of them, or None."""
        return next(iter(self.values(*kinds)), None)

    def has(self, *kinds: str) -> bool:
        """Whether any is there."""
        table, kinds_here, first, last = letters_of(), self.tokens.kinds, self.first, self.last
        for kind in kinds:  # noqa: SIM110 - a loop and no any(): asked ten times for every expression
            if kinds_here.find(table[kind], first, last) >= 0:
                return True
        return False

    def number(self, *kinds: str) -> int | None:
        """The first value as a number, or None."""
        value = self.value(*kinds)
        return None if value is None else int(value)

    def word(self, place: int) -> str:
        """A token as written."""
        at, to = self.tokens.span(place)
        return self.tokens.text[at:to]

    def before(self, pattern: str) -> bool:
        """Whether the tokens just before match ``pattern``."""
        return bool(ending(pattern).search(self.tokens.kinds, max(0, self.first - 8), self.first))

    def after(self, pattern: str) -> bool:
        """Whether the tokens just after match ``pattern``."""
        return bool(starting(pattern).match(self.tokens.kinds, self.last))


@cache
def ending(pattern: str) -> re.Pattern[str]:
    """Matches ``pattern`` up to the end of the searched stretch."""
    return re.compile(f"(?:{expand(pattern)})\\Z")


@cache
def starting(pattern: str) -> re.Pattern[str]:
    """Matches ``pattern`` where it is asked to."""
    return re.compile(expand(pattern))


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to say a time: its name, its pattern of kinds, and what it means (None = not a time after all)."""

    name: str
    pattern: str
    build: Callable[[Found], Draft | None]
