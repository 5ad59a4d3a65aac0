"""Where the parts of a deed stand: slots of verbs and nouns, the things in them, the clauses they govern."""

from __future__ import annotations

from headwater.annotate.events.parties import NOT_PARTY, find_parties
from headwater.annotate.events.senses import Kind, Sense, thing_classes
from headwater.annotate.stance.clause import case_of, is_passive, obliques, patient, surface_subject
from headwater.model.sentence import Sentence

AIMED = frozenset(
    {"to", "with", "for", "against", "on", "upon", "from", "of", "at", "between", "toward", "towards", "into"}
)
"""Prepositions that may name whom a deed in a complement is aimed at."""


def verbal_phrase(sentence: Sentence, word: int, kind: Kind) -> str:
    """A verb with the particle or fixed word after it, where the parse calls that an adverb ("pull back", "crack down")."""
    following = word + 1
    if kind != "verb" or following >= len(sentence.words):
        return ""
    return f"{sentence.lemmas[word].lower()} {sentence.words[following].lower()}"


def complement_of(sentence: Sentence, word: int, *, purpose: bool = False) -> int | None:
    """The clause a verb, noun or adjective governs; with ``purpose`` also what it is done for."""
    for child in sentence.children(word, "xcomp", "ccomp"):
        if sentence.upos[child] in {"VERB", "AUX", "ADJ", "NOUN"}:
            return child
    if sentence.upos[word] == "NOUN":
        for child in sentence.children(word, "acl"):
            if sentence.xpos[child] in {"VB", "VBG"} or "that" in [
                sentence.words[m].lower() for m in sentence.children(child, "mark")
            ]:
                return child
    for child in sentence.children(word, "advcl") if purpose else ():
        if (
            "to" in [sentence.words[m].lower() for m in sentence.children(child, "mark")]
            and sentence.xpos[child] == "VB"
        ):
            return child
    return None


def slot_words(sentence: Sentence, word: int, slot: str) -> list[int]:
    """The nominals in a slot of a verb: obj, subj, iobj, or a preposition (on the verb or on its object)."""
    if slot in {"obj", "objp", "thing"}:
        found = patient(sentence, word)
        return [] if found is None else [found]
    if slot == "iobj":
        return indirect_objects(sentence, word)
    if slot == "subj":
        if patient(sentence, word) is not None:
            return []
        subject = surface_subject(sentence, word)
        return [] if subject is None else [subject]
    found_at = [nominal for case, nominal in obliques(sentence, word) if case == slot]
    if sentence.upos[word] == "VERB":
        thing = patient(sentence, word)
        if thing is not None:
            for node in (thing, *sentence.children(thing, "acl")):
                found_at.extend(nominal for case, nominal in obliques(sentence, node) if case == slot)
    return found_at


def indirect_objects(sentence: Sentence, word: int) -> list[int]:
    """Who something is given or said to: the indirect object, or the subject of "were granted asylum"."""
    objects = sentence.children(word, "obj")
    if len(objects) > 1 and sentence.rels[objects[1]] == "obj":
        return [objects[0]]
    if is_passive(sentence, word) and objects:
        subject = surface_subject(sentence, word)
        return [] if subject is None else [subject]
    return list(sentence.children(word, "iobj"))


def find_thing(sentence: Sentence, word: int, sense: Sense) -> int | None:
    """The thing the sense asks for, in one of its slots."""
    for slot in sense.at:
        for nominal in slot_words(sentence, word, slot):
            for part in [nominal, *sentence.children(nominal, "conj"), *heads_inside(sentence, nominal)]:
                if names_thing(sentence, part, sense.what):
                    return part
    return None


def heads_inside(sentence: Sentence, nominal: int) -> list[int]:
    """The noun in "a package of aid", "two rounds of talks"."""
    if sentence.lemmas[nominal].lower() not in thing_classes()["containers"]:
        return []
    return [
        c
        for c in sentence.children(nominal, "nmod", "compound")
        if case_of(sentence, c) in {"of", ""} and sentence.upos[c] == "NOUN"
    ]


def names_thing(sentence: Sentence, word: int, things: frozenset[str]) -> bool:
    """Whether a noun is one of the things, by lemma, by word, or as a compound ("hunger strike")."""
    if sentence.upos[word] not in {"NOUN", "PROPN", "SYM", "NUM"}:
        return False
    lemma = sentence.lemmas[word].lower()
    if lemma in things or sentence.words[word].lower() in things:
        return True
    before = word - 1
    return before >= 0 and f"{sentence.lemmas[before].lower()} {lemma}" in things


def is_called(sentence: Sentence, thing: int, wanted: frozenset[str]) -> bool:
    """Whether a thing has one of some words before it ("joint", "scathing")."""
    return any(sentence.lemmas[c].lower() in wanted for c in sentence.children(thing, "amod", "compound"))


def names_affected(sentence: Sentence, word: int, sense: Sense) -> bool:
    """Whether the object is a deed whose "of" names whom it is done to, and not who is asked to do it."""
    thing = patient(sentence, word) if sense.type == "REQUEST" else None
    return thing is not None and sentence.lemmas[thing].lower() in thing_classes()["affected"]


def is_thing(sentence: Sentence, word: int) -> bool:
    """Whether a nominal may be what a deed is done to though it is no actor: no pronoun, no day or month."""
    return sentence.upos[word] in {"NOUN", "PROPN"} and sentence.words[word].lower() not in NOT_PARTY


def complement_parties(sentence: Sentence, complement: int, avoid: set[int]) -> list[int]:
    """The actors inside a complement clause: its own subject, its object, then what its prepositions name."""
    subject = next(iter(sentence.children(complement, "nsubj", "nsubj:pass")), None)
    thing = patient(sentence, complement)
    nodes = [complement] if thing is None else [complement, thing]
    aimed = [n for node in nodes for case, n in obliques(sentence, node) if case in AIMED]
    moved = (
        thing is not None
        and sentence.lemmas[thing].lower() in thing_classes()["troops"] | thing_classes()["peacekeepers"]
    )
    places = [subject, *aimed] if moved else [subject, thing, *aimed]
    for place in places:
        if place is None:
            continue
        found = [p for p in find_parties(sentence, place) if p not in avoid and sentence.upos[p] != "PRON"]
        if found:
            return found
    deeper = complement_of(sentence, complement)
    return complement_parties(sentence, deeper, avoid) if deeper is not None else []
