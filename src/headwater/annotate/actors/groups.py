"""Which names of organisations and other things mean the same one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from headwater.annotate.actors.candidates import Candidate
from headwater.annotate.organisations import find_organisation, kind_of
from headwater.annotate.places import find_place, fold
from headwater.model.sentence import Sentence

NAMED = frozenset({"ORG", "FAC", "EVENT", "MISC", "NORP", "LOC", "GPE"})
FIRM_ENDINGS = frozenset(
    {"inc", "corp", "co", "ltd", "plc", "llc", "company", "corporation", "limited", "group", "ag", "sa", "gmbh", "nv"}
)
SMALL = frozenset({"of", "the", "and", "for", "in", "on", "to", "at", "de", "la", "&", "-"})
LEAST_INITIALS, MOST_INITIALS = 2, 7
SURE_INITIALS = 3
"""Fewer initials name an organisation only in brackets after it."""


def key_of(candidate: Candidate) -> str:
    """What tells a name from others: a known organisation's own key, else its words."""
    known = find_organisation(candidate.text) if candidate.label == "ORG" else None
    return plain(known.key if known else candidate.text)


def plain(text: str) -> str:
    """A name without article, endings of firms, full stops and capitals."""
    words = fold(text).replace(".", "").replace(",", "").split()
    while len(words) > 1 and words[-1].lower() in FIRM_ENDINGS:
        words.pop()
    return " ".join(words).lower().removesuffix("'s")


def initials_of(text: str) -> set[str]:
    """What the initials of a name may be, with and without its small words: "Center for International Policy" -> CIP, CFIP."""
    words = [word for word in text.replace("-", " ").split() if word[0].isalnum()]
    large = [word for word in words if word.lower() not in SMALL]
    return {"".join(word[0] for word in part).upper() for part in (words, large)}


def group_things(candidates: Sequence[Candidate], sentences: Sequence[Sentence]) -> dict[int, str]:
    """Number of a candidate -> key of its group, for names of organisations and all else but persons and countries."""
    numbered = [(n, c) for n, c in enumerate(candidates) if c.label in NAMED and not c.described and not _is_country(c)]
    keys = {n: f"{_kind(c)}:{key_of(c)}" for n, c in numbered}
    same = _acronyms(numbered, keys, sentences) | _short_forms(numbered, keys)
    return {n: _follow(key, same) for n, key in keys.items()}


def _is_country(candidate: Candidate) -> bool:
    """Whether the gazetteers make a name a country's: those are grouped by country."""
    place = find_place(candidate.text)
    return bool(
        place
        and candidate.label in {"GPE", "NORP"}
        and place.country
        and place.kind in {"country", "demonym", "capital"}
    )


def _kind(candidate: Candidate) -> str:
    return "place" if candidate.label in {"GPE", "LOC", "FAC"} else "norp" if candidate.label == "NORP" else "thing"


def _follow(key: str, same: dict[str, str]) -> str:
    seen = {key}
    while key in same and same[key] not in seen:
        key = same[key]
        seen.add(key)
    return key


def _acronyms(
    numbered: Iterable[tuple[int, Candidate]], keys: dict[int, str], sentences: Sequence[Sentence]
) -> dict[str, str]:
    """Acronym -> the one name of the report it can stand for."""
    organisations = [(n, c) for n, c in numbered if c.label in {"ORG", "MISC"}]
    owners: dict[str, set[str]] = {}
    places: dict[tuple[int, int], tuple[str, str]] = {}
    for n, full in organisations:
        if len(full.words) > 1:
            places[full.sentence, full.last] = (keys[n], full.text)
            for letters in initials_of(full.text):
                owners.setdefault(letters, set()).add(keys[n])
    found: dict[str, str] = {}
    for n, short in organisations:
        letters = short.text.replace(".", "").upper()
        if _is_acronym(short):
            spelt = owners.get(letters, set()) if len(letters) >= SURE_INITIALS else set()
            meant = (spelt | _before_brackets(short, places, sentences)) - {keys[n]}
            found |= {keys[n]: meant.pop()} if len(meant) == 1 else {}
    return found


def _is_acronym(candidate: Candidate) -> bool:
    letters = candidate.text.replace(".", "")
    capitals = sum(map(str.isupper, letters))
    return LEAST_INITIALS <= len(letters) <= MOST_INITIALS and capitals >= LEAST_INITIALS and " " not in letters


def _before_brackets(
    short: Candidate, places: dict[tuple[int, int], tuple[str, str]], sentences: Sequence[Sentence]
) -> set[str]:
    """The key of the full name right before the brackets that a short one stands in."""
    key, text = places.get((short.sentence, short.first - 1), ("", ""))
    if not key or text[0].upper() != short.text[0].upper():
        return set()
    words = sentences[short.sentence].words
    bracketed = words[short.first - 1] == "(" and words[short.last : short.last + 1] == (")",)
    return {key} if bracketed else set()


def _short_forms(numbered: Iterable[tuple[int, Candidate]], keys: dict[int, str]) -> dict[str, str]:
    """First word or words of an organisation's name -> the only name of the report that begins so."""
    organisations = [(keys[n], c) for n, c in numbered if c.label == "ORG"]
    names = {key: plain(c.text).split() for key, c in reversed(organisations)}
    known = {key for key, c in organisations if find_organisation(c.text)}
    starts: dict[str, list[str]] = {}
    for key, words in names.items():
        starts.setdefault(words[0], []).append(key)
    found: dict[str, str] = {}
    for key, words in names.items():
        if key in known:
            continue
        others = [(other, names[other]) for other in starts[words[0]] if other != key]
        longer = {other for other, more in others if more[: len(words)] == words and _may_be_cut(words, more)}
        if len(longer) == 1:
            found[key] = longer.pop()
    return found


def _may_be_cut(words: list[str], more: list[str]) -> bool:
    """Whether the shorter name is what is said for short of the longer: "Kyungnam" of "Kyungnam University", not "Bank" of "Bank of …"."""
    if find_place(" ".join(words).title()) or any(word in SMALL for word in words):
        return False
    rest = more[len(words) :]
    if rest[0] in {"of", "for"}:
        return len(words) > 1 and find_place(" ".join(rest[1:]).title()) is not None
    return all(kind_of(word) == "ORG" for word in rest) and len("".join(words)) > 3
