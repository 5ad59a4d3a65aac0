"""Countries under their names, demonyms, capitals and short forms ("the North"), as far as the report itself bears it out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from headwater import lexicon
from headwater.annotate.actors.candidates import Candidate
from headwater.annotate.places import Place, find_place
from headwater.model.sentence import Sentence


def group_countries(candidates: Sequence[Candidate], sentences: Sequence[Sentence]) -> dict[int, str]:
    """Number of a candidate -> key of its country (``country:PRK``) or, for a capital that is only a town, of the town."""
    placed = {n: place for n, c in enumerate(candidates) if (place := _place(c))}
    named = {place.country for place in placed.values() if place.kind in {"country", "demonym"}}
    ruling = {
        place.country
        for n, place in placed.items()
        if place.kind == "capital" and _acts_as_government(candidates[n], sentences[candidates[n].sentence])
    }
    keys = {}
    for n, place in placed.items():
        if place.kind in {"country", "demonym"} or (place.kind == "short" and place.country in named):
            keys[n] = f"country:{place.country}"
        elif place.kind == "capital":
            at_home = place.country in named & ruling and not is_locative(
                candidates[n], sentences[candidates[n].sentence]
            )
            keys[n] = f"country:{place.country}" if at_home else f"place:{candidates[n].text.lower()}"
    return keys


def _place(candidate: Candidate) -> Place | None:
    if candidate.described or candidate.label not in {"GPE", "NORP", "LOC"}:
        return None
    place = find_place(candidate.text)
    return place if place and place.country and place.kind in {"country", "demonym", "capital", "short"} else None


@lru_cache(maxsize=1)
def _signs() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    table = lexicon.load("capitals")
    return frozenset(table["verbs"]["words"]), frozenset(table["nouns"]["words"]), frozenset(table["locative"]["words"])


def _acts_as_government(candidate: Candidate, sentence: Sentence) -> bool:
    """Whether a capital does what governments do: "Lisbon insists", "talks with Bamako", "Lisbon's demands"."""
    verbs, nouns, _ = _signs()
    head, rel = sentence.heads[candidate.head], sentence.rels[candidate.head]
    if head < 0 or is_locative(candidate, sentence):
        return False
    if rel.startswith("nsubj"):
        return sentence.lemmas[head] in verbs
    return rel.startswith(("nmod", "obl")) and sentence.lemmas[head] in nouns


def is_locative(candidate: Candidate, sentence: Sentence) -> bool:
    """Whether a place is where something is: "in Lisbon", a dateline, "the Lisbon office"."""
    head = candidate.head
    if sentence.rels[head] in {"compound", "flat", "amod"}:
        return True
    if candidate.first == 0 and candidate.text.isupper():
        return True
    first = head
    while sentence.rels[first] == "conj":
        first = sentence.heads[first]
    cases = {sentence.words[c].lower() for word in (head, first) for c in sentence.children(word, "case")}
    return bool(cases & _signs()[2])
