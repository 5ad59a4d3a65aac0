"""Does a bare "Monday" or "December" lie behind the report or ahead of it? Read from the words around it."""

from __future__ import annotations

from functools import lru_cache

from headwater import lexicon
from headwater.annotate.times.grammar import Found, letters_of
from headwater.annotate.times.tokens import words

BACK, ON = 12, 8
"""How many tokens are looked at before and after the expression, never past the end of its sentence."""
WITHIN_HAD = 4
"""Tokens between "had" and what was planned, or done by a day: "had been due to end on Friday", "had replied by Friday"."""
ADJACENT = {"by": 2, "before": 4, "until": 2, "till": 2, "ahead": 4}
"""Cues that count only so many tokens before the expression: elsewhere they are about something else ("rescued by fishermen")."""


@lru_cache(maxsize=1)
def cues() -> dict[str, int]:
    """Word -> 1 (what it governs lies ahead) or -1 (behind)."""
    data = lexicon.load("times_cues")
    return {word: sign for key, sign in (("ahead", 1), ("behind", -1)) for word in data[key]["words"]}


@lru_cache(maxsize=1)
def _stops() -> frozenset[str]:
    letters = words().letters
    return frozenset({letters["BREAK"], letters["DOT"], letters["LONGDASH"]})


@lru_cache(maxsize=1)
def _leading() -> tuple[frozenset[str], frozenset[str]]:
    """Past forms that point ahead when "to" or "for" follows, and the words that make "be" point ahead."""
    data = lexicon.load("times_cues")
    return frozenset(data["ahead_with_to"]["words"]), frozenset(data["before_be"]["words"])


def direction(found: Found) -> tuple[int, str]:
    """(1, cue) ahead, (-1, cue) behind, (0, "") where no word says it; the nearest cue before wins over one after."""
    if found.before("AS (EARLY|SOON) AS"):
        return 1, "as soon as"
    if found.after("POSS"):
        sign, cue = cue_before(found)
        return (sign, cue) if sign > 0 and cue.lower() in _leading_to_happenings() else (-1, found.word(found.last))
    sign, cue = cue_before(found)
    if sign and not (sign > 0 and opens_sentence(found)):
        return sign, cue
    opening = (sign, cue)
    last = min(len(found.tokens.kinds), found.last + ON)
    sign, cue = _first_cue(found, range(found.last, last)) or opening
    if opening[0]:  # "Until Thursday, the road was open": its verb knows
        return sign, cue
    comma = found.tokens.kinds.find(letters_of()["COMMA"], found.last, last)
    listed = cue.lower() in cues() or cue.lower() in _leading()[0]
    if sign and not listed and comma >= 0:  # "in July, it is assumed": a form in -ed beyond a comma says nothing
        return 0, ""
    return sign, cue


@lru_cache(maxsize=1)
def _leading_to_happenings() -> frozenset[str]:
    """Words before "Saturday's march" that leave it ahead."""
    return frozenset(lexicon.load("times_cues")["before_happenings"]["words"])


def opens_sentence(found: Found) -> bool:
    """Whether only "until" or "before" stands between the start of a sentence and the expression."""
    start = found.first - 2
    near = found.first > 0 and found.word(found.first - 1).lower() in {"until", "till", "before", "by"}
    return near and (start < 0 or found.tokens.kinds[start] in _stops())


def cue_before(found: Found) -> tuple[int, str]:
    """The nearest cue before the expression, leaving aside what stands after it."""
    return _first_cue(found, range(found.first - 1, max(-1, found.first - 1 - BACK), -1)) or (0, "")


def _first_cue(found: Found, places: range) -> tuple[int, str] | None:
    stops = _stops()
    for place in places:
        if found.tokens.kinds[place] in stops:
            return None
        reach = ADJACENT.get(found.word(place).lower())
        sign = 0 if reach and not 0 < found.first - place <= reach else _sign(found, place)
        if sign:
            return (-1 if sign > 0 and _is_bygone(found, place) else sign), found.word(place)
    return None


def _is_bygone(found: Found, place: int) -> bool:
    """Whether a word that points ahead stands below "had": what had been planned, or was done by a day, lies behind."""
    words = [found.word(n).lower() for n in range(max(0, place - WITHIN_HAD), place)]
    if "had" not in words:
        return False
    between = words[words.index("had") + 1 :]
    if found.word(place).lower() in {"by", "before"}:
        return any(word.endswith("ed") and len(word) > 4 for word in between) and "to" not in between
    return between[:1] == ["been"] or (not between and found.word(place).lower() in _leading()[0])


def _sign(found: Found, place: int) -> int:
    """What one word says."""
    word = found.word(place)
    small = word.lower()
    if word == "May":
        return 0  # a month
    with_to, before_be = _leading()
    if small == "be":
        return 1 if place and found.word(place - 1).lower() in before_be else 0
    if small in with_to and place + 1 < len(found.tokens.kinds):
        return 1 if found.word(place + 1).lower() in {"to", "for"} else -1
    sign = cues().get(small, 0)
    if not sign and len(small) > 4 and word.islower() and small.endswith("ed") and small != "hundred":
        sign = -1
    return 0 if sign < 0 and place and found.word(place - 1).lower() == "be" else sign
