"""Noun phrases for people, and the office, place and owner in them."""

from __future__ import annotations

from headwater import lexicon
from headwater.annotate.actors.candidates import Role, surface
from headwater.annotate.actors.names import POSSESSIVE
from headwater.annotate.places import Place, find_place
from headwater.model.sentence import Sentence
from headwater.model.span import Span

INSIDE_NOUN_PHRASE = frozenset({"det", "amod", "compound", "nmod", "nummod", "case", "flat", "fixed", "goeswith"})


def noun_phrase(sentence: Sentence, noun: int) -> range:
    """The words of a noun phrase around its noun, without relative clauses, appositions and coordinations."""
    inside, waiting = {noun}, [noun]
    while waiting:
        word = waiting.pop()
        for child in sentence.children(word):
            rel = sentence.rels[child].split(":")[0]
            if _belongs(sentence, child, rel, top=word == noun):
                inside.add(child)
                waiting.append(child)
    first = last = noun
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    while (
        first > 1 and sentence.words[first - 1] == "-" and sentence.spans[first - 1].end == sentence.spans[first].start
    ):
        first -= 2  # "a 27-year-old student": parsers hang the number elsewhere.
    while last > noun and sentence.upos[last] in {"ADP", "DET", "PUNCT", "CCONJ"}:
        last -= 1
    return range(first, last + 1)


def _belongs(sentence: Sentence, child: int, rel: str, *, top: bool) -> bool:
    if rel in INSIDE_NOUN_PHRASE:
        return rel != "case" or not top
    if rel == "punct":
        return sentence.words[child] in {"-", "'", "’"}
    if rel in {"conj", "cc"}:
        return not top
    return rel == "advmod" and not top


def make_role(sentence: Sentence, words: range) -> Role | None:
    """The role of a noun phrase: office, place and other owners apart."""
    start = max((n + 1 for n in words if sentence.words[n] in POSSESSIVE), default=words.start)
    stop = next((n for n in range(start + 1, words.stop) if _ends_office(sentence, n)), words.stop)
    placed = _places_in(sentence, words)
    covered = {n for first, last, _ in placed for n in range(first, last)}
    office = [n for n in range(start, stop) if n not in covered and sentence.upos[n] not in {"DET", "PUNCT", "NUM"}]
    if not office:
        return None
    owners = [*range(words.start, start), *range(stop, words.stop)]
    owned = any(n not in covered and sentence.upos[n] in {"NOUN", "PROPN", "PRON"} for n in owners)
    span = Span(sentence.spans[words.start].start, sentence.spans[words.stop - 1].end)
    return Role(span, _spell_out(sentence, office), placed[0][2] if placed else None, owned)


def _ends_office(sentence: Sentence, word: int) -> bool:
    return sentence.upos[word] == "ADP" or (sentence.upos[word] == "PUNCT" and sentence.words[word] != "-")


def _spell_out(sentence: Sentence, office: list[int]) -> tuple[str, ...]:
    """The words of an office in lower case, the last in the singular, abbreviations spelt out: "Gov." -> ("governor",)."""
    *before, last = office
    words = " ".join([*(sentence.words[n].lower() for n in before), singular(sentence, last).rstrip(".")])
    full: str = lexicon.load("titles")["short"].get(words, words)
    return tuple(full.split())


def _places_in(sentence: Sentence, words: range) -> list[tuple[int, int, str]]:
    """The places in a noun phrase: first word, end, and country code or (of regions and towns) name."""
    found: list[tuple[int, int, str]] = []
    at = words.start
    while at < words.stop:
        place, size = _place_at(sentence, at, words.stop)
        if place and place.kind in {"country", "demonym", "people", "capital"} and place.country:
            found.append((at, at + size, place.country))
        elif place and place.kind in {"region", "city"}:
            found.append((at, at + size, surface(sentence, at, at + size).lower()))
        at += size
    return found


def _place_at(sentence: Sentence, at: int, stop: int) -> tuple[Place | None, int]:
    """The longest place that begins at a word, and its words."""
    if sentence.words[at][0].isupper():
        for size in range(min(3, stop - at), 0, -1):
            place = find_place(surface(sentence, at, at + size))
            if place:
                return place, size
    return None, 1


def singular(sentence: Sentence, word: int) -> str:
    """A word's lemma in lower case, also of names: "Senators"."""
    lemma = sentence.lemmas[word].lower()
    if sentence.upos[word] == "PROPN" and sentence.xpos[word] == "NNPS" and lemma.endswith("s"):
        return lemma[:-1]
    return lemma
