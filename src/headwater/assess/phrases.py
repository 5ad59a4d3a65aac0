"""Set phrases in which reports tell a number: tolls, magnitudes, people on board."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from headwater.lexicon import load

BETWEEN = r"(?: (?:there|alone|nationwide|so far))?(?: (?:in|from|of|for|at|on|by)(?: [A-Za-z][\w'’-]*){1,12}?)?"
"""Words after "the death toll" that say of what."""
VERBS = (
    r"(?:(?:has|had|have|now|since|later|already) )*(?:(?:stood|stands|standing|risen|rose|rises|rising|climbed|climbs|grew|grown"
    r"|jumped|increased|put|revised|raised|been (?:put|raised|revised)|(?:was|were) (?:put|raised|revised|now)) )?"
    r"(?:up |down )?(?:from [\w-]+ )?"
    r"(?:to|at|of|as|was|is|reached|passed|hit)"
)
"""Between "the death toll" and its number."""


@cache
def number_pattern() -> str:
    """A number in figures or words, as the group ``number``."""
    words = "|".join(word for word in load("sameness_counts")["cardinals"])
    return rf"(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|(?:(?:{words})[ -]?)*(?:{words}))"


def any_of(words: Iterable[str]) -> str:
    """A pattern of any of some words, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


@dataclass(frozen=True, slots=True)
class Form:
    """A set phrase and what it tells."""

    thing: str
    needs: tuple[str, ...]
    """In small letters: where none of these stands, the phrase does not."""
    pattern: re.Pattern[str]
    anywhere: bool = False
    """Whether it tells of the report's own event wherever it stands; other tolls further down may be of events recalled."""
    is_least: bool = False
    """Whether there may be more than are counted."""

    def may_stand_in(self, text: str) -> bool:
        """Whether it is worth looking in a case-folded text."""
        return any(word in text for word in self.needs)


def _form(thing: str, needs: Iterable[str], pattern: str, *, anywhere: bool = False, is_least: bool = False) -> Form:
    return Form(thing, tuple(map(str.casefold, needs)), re.compile(pattern, re.I), anywhere, is_least)


@cache
def list_forms() -> tuple[Form, ...]:
    """Every set phrase."""
    return (*_list_tolls(), *_list_fates(), *_list_definite(), *_list_others())


def _list_tolls() -> tuple[Form, ...]:
    toll, number = load("differences")["toll"], number_pattern()
    dead, hurt, victims = (toll[name] for name in ("dead", "hurt", "victims"))
    found = r"\b(?:dead|died|body|bodies|killed)\b[^.]{0,60}"
    return (
        _form(
            "killed",
            ["bodies"],
            rf"\b(?:counted|found|recovered|seen) (?:\w+ ){{0,2}}?{number} bodies\b",
            is_least=True,
        ),
        _form("killed", ["number of bodies"], rf"\bnumber of bodies{BETWEEN} {VERBS} {number}\b", is_least=True),
        _form("killed", dead, rf"\b(?:{any_of(dead)}){BETWEEN} {VERBS} {number}\b"),
        _form("killed", victims, rf"{found}\b(?:{any_of(victims)}) {VERBS} {number}\b"),
        _form("killed", ["to have died"], rf"\b{number} people (?:were|are) (?:now )?known to have died\b"),
        _form("killed", ["spoken"], rf"\bspoken (?:\w+ ){{0,2}}of {number} dead\b"),
        _form("injured", hurt, rf"\b(?:{any_of(hurt)}){BETWEEN} {VERBS} {number}\b"),
    )


@cache
def list_former_forms() -> tuple[Form, ...]:
    """The set phrases that tell of a toll no longer true: "has risen from four to nine"."""
    dead = load("differences")["toll"]["dead"]
    rose = "risen|rose|climbed|jumped|grew|grown|increased|raised"
    pattern = rf"\b(?:{any_of(dead)}){BETWEEN} (?:has |had |have )?(?:{rose}) from {number_pattern()}(?= to )"
    return (_form("killed", dead, pattern),)


def _list_fates() -> tuple[Form, ...]:
    lists, people = load("differences"), load("sameness_counts")
    nouns = any_of(make_plural(noun) for noun in (*people["people"]["words"], *people["persons"]["words"]))
    return tuple(
        _form(
            fate,
            phrases,
            rf"\b{number_pattern()} (?:(?:{nouns}|others)(?: of the [\w' -]{{3,30}}?)? )?(?:{any_of(phrases)})\b",
        )
        for fate, phrases in lists["counted_as"].items()
        if isinstance(phrases, list)
    )


def make_plural(noun: str) -> str:
    """The plural of a noun for people."""
    irregular = {
        "people": "people",
        "man": "men",
        "woman": "women",
        "child": "children",
        "police": "police",
        "body": "bodies",
    }
    return irregular.get(noun, noun + "s")


def _list_definite() -> tuple[Form, ...]:
    lists = load("differences")
    bodies, verbs = any_of(lists["bodies"]["nouns"]), any_of(lists["bodies"]["verbs"])
    told = rf"(?:(?:have |had )?(?:been |were )?(?:now |so far )?(?:{verbs}))"
    found = rf"\b{number_pattern()} (?:{bodies}) {told}\b"
    return (
        *(
            _form(fate, phrases, rf"\bthe {number_pattern()} (?:people )?(?:{any_of(phrases)})\b", anywhere=True)
            for fate, phrases in lists["definite"].items()
            if isinstance(phrases, list)
        ),
        _form("killed", lists["bodies"]["nouns"], found, is_least=True),
    )


def _list_others() -> tuple[Form, ...]:
    people, number = any_of(load("differences")["aboard"]["people"]), number_pattern()
    return (
        _form(
            "aboard",
            ["on board", "aboard"],
            rf"\b{number} (?:{people}) (?:were |are |had been )?(?:on board|aboard)\b",
            anywhere=True,
        ),
        _form("aboard", ["carrying"], rf"\bcarrying {number} (?:{people})\b", anywhere=True),
        _form("magnitude", ["magnitude"], rf"\b(?:magnitude|magnitude of|magnitude at)[ -]{number}\b", anywhere=True),
        _form("magnitude", ["magnitude"], rf"\b{number}-magnitude\b", anywhere=True),
    )
