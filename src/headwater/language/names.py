"""Tags of the name finder -> names, mended where gazetteers and tags say better."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from headwater import lexicon
from headwater.model.sentence import Name

ADDRESS = re.compile(r"@|://|^www\.|\.(?:com|org|net|gov|edu|html?|docx?|pdf|xls)$|_", re.IGNORECASE)
"""Web and mail addresses and file names are no names of people or places."""


def decode_tags(tags: Sequence[str]) -> Iterator[Name]:
    """IOB2 tags of a sentence -> names; a sentence that starts inside a name starts it anew."""
    first = 0
    for n, tag in enumerate(tags):
        before = tags[n - 1] if n else "O"
        if tag.startswith("B-") or before[2:] != tag[2:]:
            first = n
        after = tags[n + 1] if n + 1 < len(tags) else "O"
        if tag != "O" and after != f"I-{tag[2:]}":
            yield Name(first, n + 1, tag[2:])


@lru_cache(maxsize=1)
def countries() -> frozenset[str]:
    """Names of countries in use, from packages and from our own additions."""
    table = lexicon.load("countries")
    given = (name for row in table.values() for name in (row["name"], *row.get("names", ())))
    ours = (name for code, names in lexicon.load("demonyms")["names"].items() if code != "example" for name in names)
    return frozenset((*given, *ours))


@lru_cache(maxsize=1)
def demonyms() -> frozenset[str]:
    """Adjectives of countries."""
    return frozenset(word for row in lexicon.load("countries").values() for word in row.get("demonyms", ()))


def is_no_name(name: Name, words: Sequence[str], upos: Sequence[str]) -> bool:
    """Addresses, and stretches with neither a capital nor a proper noun."""
    inside = words[name.first : name.last]
    if any(ADDRESS.search(word) for word in inside):
        return True
    return "PROPN" not in upos[name.first : name.last] and not any(word != word.lower() for word in inside)


def retype(name: Name, words: Sequence[str]) -> Name:
    """The label a gazetteer is sure of. A country's name that is also a person's ("Jordan") stays a PERSON."""
    text = " ".join(words[name.first : name.last])
    if text in countries() and name.label != "PERSON":
        return Name(name.first, name.last, "LOC")
    if text in demonyms() and name.label in {"LOC", "ORG", "MISC"}:
        return Name(name.first, name.last, "NORP")
    return name


def join_demonyms(names: Sequence[Name], words: Sequence[str]) -> list[Name]:
    """ "North" + "Korean" -> "North Korean": neighbours that make up one adjective of a country."""
    joined: list[Name] = []
    for name in names:
        first = joined[-1].first if joined and joined[-1].last == name.first else name.first
        if first < name.first and " ".join(words[first : name.last]) in demonyms():
            joined[-1] = Name(first, name.last, "NORP")
        else:
            joined.append(name)
    return joined


def find_names(words: Sequence[str], upos: Sequence[str], tags: Sequence[str]) -> tuple[Name, ...]:
    """The names of one sentence."""
    kept = [name for name in decode_tags(tags) if not is_no_name(name, words, upos)]
    return tuple(retype(name, words) for name in join_demonyms(kept, words))
