"""What may be the name of an outlet: those of a list, and those made of words like "Courier"."""

from __future__ import annotations

import re
from functools import lru_cache

from headwater.lexicon import load
from headwater.model.span import Span

NAME = re.compile(
    r"(?:The |the )?[A-ZÀ-Ý0-9][\w&'’.-]*(?: (?:[A-ZÀ-Ý0-9&][\w&'’.-]*|&|of|on|and|de|del|della|di|da|do|la|le|el|il|des|der|die|du))*"
)


@lru_cache(maxsize=1)
def outlets_by_domain() -> dict[str, str]:
    """Known outlets by the domain they publish under."""
    domains: dict[str, str] = load("outlets")["domains"]
    return domains


@lru_cache(maxsize=1)
def known_names() -> re.Pattern[str]:
    """The names of known outlets that can be nothing else."""
    names = sorted({name.removeprefix("The ") for name in outlets_by_domain().values() if " " in name or len(name) > 7})
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, names)) + r")(?!\w)")


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    return frozenset(name.removeprefix("The ").casefold() for name in outlets_by_domain().values())


def is_known_outlet(name: str) -> bool:
    """Whether a name is one of the list of known outlets, with its article or without."""
    return name.removeprefix("The ").casefold() in _known()


def is_made_of(name: str) -> bool:
    """Whether a name has a word that names of outlets are made of, and another that makes it one of its own."""
    lists = load("mastheads")
    words = name.casefold().split()
    own = [word for word in words if word not in lists["sections"]["words"]]
    is_joined = re.search(r"\bNews[A-Z]\w|\w[a-z]News\b", name)
    if words[-1] in lists["papers"]["words"]:
        return False
    has_word = is_joined or words[-1] in lists["last"]["words"] or any(word in lists["words"]["words"] for word in own)
    return bool(has_word and own) and (len(words) > 1 or bool(is_joined))


@lru_cache(maxsize=1)
def _staff() -> re.Pattern[str]:
    """What a writer is at an outlet, behind its name."""
    words = "|".join(map(re.escape, sorted(load("outlets_own")["staff"]["words"], key=len, reverse=True)))
    return re.compile(rf"(?P<name>{NAME.pattern})(?:[’']s)? (?:{words})\b")


def find_in_byline(words: str) -> Span | None:
    """The outlet in a byline: before "staff writer" or its like, else behind the last comma or "for"."""
    if match := _staff().search(words):
        return Span(*match.span("name"))
    start = max(words.rfind(", ") + 2, words.rfind(" for ") + 5)
    name = words[start:].strip()
    is_name = start > 4 and NAME.fullmatch(name) and (is_known_outlet(name) or is_made_of(name))
    return Span(start, start + len(name)) if is_name else None
