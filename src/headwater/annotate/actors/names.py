"""Names of a sentence: what the name finder marked, put right by gazetteers and by the words around."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from headwater import lexicon
from headwater.annotate.actors.candidates import surface
from headwater.annotate.organisations import find_organisation, is_affiliation, kind_of, organisations
from headwater.annotate.places import Place, find_place, place_forms
from headwater.model.sentence import Sentence

LONGEST = 7
"""Words of the longest gazetteer name looked for."""
LABEL_OF_PLACE = {"demonym": "NORP", "people": "NORP", "continent": "LOC"}
EDGES = frozenset(
    {
        "the",
        "The",
        "THE",
        "a",
        "A",
        "an",
        "“",
        "”",
        '"',
        "'",
        "’",
        "‘",
        "(",
        ")",
        ",",
        ".",
        "-",
        "--",
        ":",
        ";",
        "and",
        "of",
    }
)
POSSESSIVE = frozenset({"'s", "’s", "'", "’"})


class Found(NamedTuple):
    """A name: words ``[first, last)``, with a type; ``known`` if a gazetteer has it."""

    first: int
    last: int
    label: str
    known: bool = False


def find_names(sentence: Sentence) -> tuple[Found, ...]:
    """The names in text order; they do not overlap."""
    marked = [n for name in sentence.names for n in _split(sentence, Found(name.first, name.last, name.label))]
    known = _known_names(sentence, marked)
    kept = [n for n in marked if not any(_replaces(k, n) for k in known)]
    known = [k for k in known if not any(_meet(k, n) for n in kept)]
    typed = (
        retype(sentence, name) for name in (trim(sentence, name) for name in (*kept, *known)) if name.first < name.last
    )
    return tuple(sorted(name for name in (mend(sentence, name) for name in typed) if name.first < name.last))


def _meet(one: Found, other: Found) -> bool:
    return one.first < other.last and other.first < one.last


def _replaces(known: Found, marked: Found) -> bool:
    """Whether a gazetteer's name covers what the name finder marked."""
    return known.first <= marked.first and marked.last <= known.last


def _split(sentence: Sentence, name: Found) -> list[Found]:
    """One name taken for several, apart: Mali's [Unity Ministry], [Osei] & [Lind]."""
    for n in range(name.first + 1, name.last - 1):
        if (
            sentence.words[n] in POSSESSIVE
            and sentence.xpos[n] == "POS"
            and find_place(surface(sentence, name.first, n))
        ):
            return [Found(name.first, n, "LOC"), Found(n + 1, name.last, name.label)]
        if name.label == "PERSON" and sentence.words[n] in {"&", "and", ","}:
            return [Found(name.first, n, name.label), *_split(sentence, Found(n + 1, name.last, name.label))]
    return [name]


def _known_names(sentence: Sentence, marked: list[Found]) -> list[Found]:
    """Names of the gazetteers, longest first, left to right."""
    found, at, size = [], 0, len(sentence)
    shouted = all(word.isupper() for word in sentence.words if len(word) > 3 and word.isalpha())
    while at < size:
        name = _known_at(sentence, at) if sentence.words[at] in _first_words() else None
        if name and not shouted and _stands(sentence, name, marked):
            found.append(name)
            at = name.last
        else:
            at += 1
    return found


def _known_at(sentence: Sentence, at: int) -> Found | None:
    longest = min(_first_words()[sentence.words[at]], len(sentence) - at)
    for size in range(longest, 0, -1):
        text = surface(sentence, at, at + size)
        if text in organisations():
            return Found(at, at + size, "ORG", True)
        if text in place_forms():
            return Found(at, at + size, "GPE", True)
    return None


def _stands(sentence: Sentence, name: Found, marked: list[Found]) -> bool:
    """Whether a gazetteer's name is meant as one: marked by the name finder too, or sure by itself."""
    if any(_replaces(name, m) or (m.first == name.first and m.last == name.last) for m in marked):
        return not any(m.label == "PERSON" and name.last - name.first == 1 for m in marked if _replaces(name, m))
    if any(_meet(name, m) for m in marked):
        return False
    text = surface(sentence, name.first, name.last)
    place = find_place(text)
    if place:
        return place.sure and place.kind in {"country", "demonym", "capital", "people"} and _is_proper(sentence, name)
    return name.last - name.first > 1 or (text.isupper() and len(text) > 2 and _is_proper(sentence, name))


def _is_proper(sentence: Sentence, name: Found) -> bool:
    return all(
        sentence.upos[n] in {"PROPN", "ADJ", "NOUN"}
        for n in range(name.first, name.last)
        if sentence.words[n][0].isalpha()
    )


def trim(sentence: Sentence, name: Found) -> Found:
    """The name without article, marks and possessive ending at its edges."""
    first, last = name.first, name.last
    while first < last and (sentence.words[first] in EDGES or sentence.words[first] in POSSESSIVE):
        first += 1
    while first < last and (sentence.words[last - 1] in EDGES or sentence.words[last - 1] in POSSESSIVE):
        last -= 1
    return name._replace(first=first, last=last)


def mend(sentence: Sentence, name: Found) -> Found:
    """A person's name from its first word on ("Anne-[Marie Osei]"), without the people or party before it ("[Democrat Mira Osei]")."""
    if name.label != "PERSON":
        return name
    first, last = name.first, name.last
    while last - first > 1 and _is_of_people(sentence.words[first]):
        first += 1
    while (
        first > 1
        and sentence.words[first - 1] == "-"
        and sentence.upos[first - 2] == "PROPN"
        and _joined(sentence, first - 2)
    ):
        first -= 2
    if last - first > 1 and _is_of_people(sentence.words[last - 1]):
        return name._replace(first=first, label="NORP")
    return name._replace(first=first)


def _is_of_people(word: str) -> bool:
    place = find_place(word)
    return is_affiliation(word) or (place is not None and place.sure and place.kind in {"people", "demonym"})


def _joined(sentence: Sentence, word: int) -> bool:
    """Whether a word, the hyphen after it and the next word are written together."""
    return sentence.spans[word].end + 1 == sentence.spans[word + 2].start


def retype(sentence: Sentence, name: Found) -> Found:
    """The name with the type its words tell, else the name finder's."""
    text = surface(sentence, name.first, name.last)
    place = find_place(text)
    if place and _is_place(place, name):
        return name._replace(label=LABEL_OF_PLACE.get(place.kind, "GPE"), known=place.sure)
    if is_affiliation(text):
        return name._replace(label="NORP")
    known = find_organisation(text)
    if known and not (name.label == "PERSON" and name.last - name.first == 1):
        return name._replace(label="ORG", known=True)
    if name.label == "PERSON":
        return name
    kind = kind_of(sentence.words[name.last - 1]) if name.last - name.first > 1 else None
    return name._replace(label=kind) if kind and (name.label != "NORP" or kind == "ORG") else name


def _is_place(place: Place, name: Found) -> bool:
    """A place by its words, unless the name finder saw a person of that name ("Jordan", "Sydney")."""
    if place.kind == "short":
        return False
    return name.label != "PERSON" or (place.sure and place.kind in {"country", "demonym", "people"})


@lru_cache(maxsize=1)
def _first_words() -> dict[str, int]:
    """First word of the gazetteers' names -> words of the longest name that begins with it (a hyphen counts as a word)."""
    sizes: dict[str, int] = {}
    for form in (*place_forms(), *organisations()):
        words = form.replace("-", " - ").replace(".", " . ").replace("'", " '").split()
        first = form.split()[0].split("-")[0]
        for start in {first, first.removesuffix("'s"), form.split()[0]}:
            sizes[start] = max(sizes.get(start, 1), min(len(words), LONGEST))
    return sizes


@lru_cache(maxsize=1)
def first_names() -> dict[str, str]:
    """First name -> gender."""
    table = lexicon.load("person_names")
    return {name: gender for gender in ("male", "female") for name in table[gender]}
