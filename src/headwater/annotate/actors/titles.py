"""Titles before names, and the genders that titles, roles and first names tell."""

from __future__ import annotations

from functools import lru_cache

from headwater import lexicon
from headwater.annotate.actors.candidates import Gender, Role
from headwater.annotate.actors.names import first_names
from headwater.model.sentence import Sentence

LONGEST_TITLE = 3
NO_FAMILY_NAMES = frozenset(
    {
        "sen",
        "rep",
        "gov",
        "gen",
        "col",
        "sgt",
        "lt",
        "leader",
        "speaker",
        "president",
        "minister",
        "secretary",
        "chairman",
        "majority",
    }
)
"""What no family is called, unlike King, Judge or Marshal."""


@lru_cache(maxsize=1)
def titles() -> dict[str, bool]:
    """What stands before names; True for an office, False for a form of address."""
    table = lexicon.load("titles")
    return dict.fromkeys(table["address"]["words"], False) | dict.fromkeys(table["office"]["words"], True)


@lru_cache(maxsize=1)
def _genders() -> dict[str, Gender]:
    found: dict[str, Gender] = {}
    for table in (lexicon.load("titles"), lexicon.load("roles")):
        found |= dict.fromkeys(table["male"]["words"], "male") | dict.fromkeys(table["female"]["words"], "female")
    return found


def gender_of(words: tuple[str, ...], title: str | None, roles: tuple[Role, ...]) -> Gender | None:
    """What title, role or first name tell; None where they tell nothing."""
    for word in (title or "", *(role.words[-1] for role in roles if role.words)):
        if word in _genders():
            return _genders()[word]
    first = first_names().get(words[0]) if len(words) > 1 else None
    return "male" if first == "male" else "female" if first == "female" else None


def title_at(sentence: Sentence, first: int, last: int) -> tuple[int, int, str | None]:
    """The title inside or reaching into a name: where it begins, where the bare name begins, and the title.

    "President Osei", "House Speaker Osei" and "Secretary of [State Osei]" all give "Osei"; without a title the name begins where it did.
    """
    for stop in range(min(first + LONGEST_TITLE, last - 1), first, -1):
        for start in range(max(0, stop - LONGEST_TITLE), stop):
            title = _title(sentence, start, stop)
            if title and not any(sentence.words[n] in first_names() for n in range(first, start)):
                _, bare, more = title_at(sentence, stop, last)
                return start, bare, more or title
    return first, first, None


def _title(sentence: Sentence, first: int, last: int) -> str | None:
    words = " ".join(word.rstrip(".").lower() for word in sentence.words[first:last])
    return words if words in titles() and sentence.words[first][0].isupper() else None


def title_before(sentence: Sentence, first: int) -> tuple[int, str | None]:
    """Where the title directly before a name begins, and the title."""
    for size in range(min(LONGEST_TITLE, first), 0, -1):
        title = _title(sentence, first - size, first)
        if title:
            return first - size, title
    return first, None


def is_office(title: str | None) -> bool:
    """Whether a title says what somebody is, and not only how to address them."""
    return bool(title and titles().get(title))


def is_title(text: str) -> bool:
    """Whether what was taken for a name is an office, perhaps with words before it ("Florida Sen.", "House Minority Leader")."""
    words = text.lower().replace(".", "").split()
    return words[-1] in (titles() if len(words) == 1 else NO_FAMILY_NAMES)
