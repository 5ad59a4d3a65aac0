"""The parts of a person's name, and whether two names can be one person's."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from headwater import lexicon
from headwater.annotate.actors.names import first_names

SHORTEST_FORM = 3
Parts = tuple[str, ...]


@lru_cache(maxsize=4096)
def parts_of(text: str) -> Parts:
    """A name as its parts, without marks, full stops and "Jr.": "Kim Dong-yub" -> ("kim", "dong", "yub")."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))
    words = [word.strip(".") for word in bare.replace("-", " ").replace(".", " ").replace(",", " ").split()]
    while len(words) > 1 and words[-1] in lexicon.load("titles")["suffix"]["words"]:
        words.pop()
    return tuple(word for word in words if word)


def endings_of(text: str) -> frozenset[str]:
    """What follows a name to tell father from son."""
    words = {word.strip(".,").lower() for word in text.split()[1:]}
    return frozenset(words & {"jr", "sr", "ii", "iii", "iv"})


def are_one(one: Parts, other: Parts) -> bool:
    """Whether two full names can be one person's: "Robert C. O'Brien" and "Robert O'Brien", "Suu Kyi" and "Aung San Suu Kyi"."""
    if one == other or "".join(one) == "".join(other):
        return True
    short, long = sorted((one, other), key=len)
    if len(short) > 1 and len(short) < len(long) and long[-len(short) :] == short and short[0] not in first_names_low():
        return True
    if short[-1] != long[-1] or not _same_first(short[0], long[0]):
        return False
    return _middles_fit(short[1:-1], long[1:-1])


def _same_first(one: str, other: str) -> bool:
    """Whether two first names can be one: alike, an initial, a short form ("Ken" of "Kenneth", "Bill" of "William")."""
    short, long = sorted((one, other), key=len)
    if one == other or (len(short) == 1 and long[0] == short):
        return True
    forms = lexicon.load("person_names_short")["forms"]
    return (
        (len(short) >= SHORTEST_FORM and long.startswith(short))
        or long in forms.get(short, ())
        or short in forms.get(long, ())
    )


def _middles_fit(short: Parts, long: Parts) -> bool:
    """Whether the middle names of one are among the other's, in order, initials allowed."""
    rest = list(long)
    for middle in short:
        while rest and not _same_first(middle, rest[0]):
            rest.pop(0)
        if not rest:
            return False
        rest.pop(0)
    return True


@lru_cache(maxsize=1)
def first_names_low() -> frozenset[str]:
    """First names in lower case."""
    return frozenset(name.lower() for name in first_names())
