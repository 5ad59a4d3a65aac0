"""Where the parts of a deed stand: slots of verbs and nouns, the things in them, the clauses they govern."""

from __future__ import annotations

from functools import lru_cache

from headwater.annotate.events.parties import NOT_PARTY, classes_of, find_parties, is_name, name_label
from headwater.annotate.events.senses import Kind, Sense, thing_classes
from headwater.annotate.stance.clause import case_of, is_passive, obliques, patient, surface_subject
from headwater.lexicon import load
from headwater.model.sentence import Sentence

AIMED = frozenset(
    {"to", "with", "for", "against", "on", "upon", "from", "of", "at", "between", "toward", "towards", "into", "out"}
)
"""Prepositions that may name whom a deed in a complement is aimed at."""
SERVED = frozenset({"to", "for", "in", "at", "of", "across", "throughout"})
"""Prepositions that may name where aid goes."""
GIVING = frozenset(load("stance")["giving"]["words"])
"""Verbs of giving for nothing: what they give goes to somebody, though the sentence may name but a place."""


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


def slot_words(sentence: Sentence, word: int, slot: str, *, thing: int | None = None) -> list[int]:
    """The nominals in a slot of a verb: obj, subj, iobj, or a preposition (on the verb, its object, or the thing)."""
    done_to = patient(sentence, word)
    if slot in {"obj", "objp", "thing"}:
        return [] if done_to is None else [done_to]
    if slot == "iobj":
        return indirect_objects(sentence, word)
    if slot == "subj":
        subject = surface_subject(sentence, word) if done_to is None else None
        return [] if subject is None else [subject]
    nodes = [word]
    for nominal in dict.fromkeys(n for n in (done_to, thing) if n is not None and sentence.upos[word] == "VERB"):
        nodes += [nominal, *sentence.children(nominal, "acl")]
    return [nominal for node in nodes for case, nominal in obliques(sentence, node) if case == slot]


def inner_words(sentence: Sentence, word: int, slot: str) -> list[int]:
    """The nominals of a preposition one step deeper: aid is counted, and goes on ("two million in relief for the coast")."""
    outer = [c for c in sentence.children(word, "obj", "obl") if case_of(sentence, c) in {"", "in", "of", "for"}]
    inner = [n for c in outer for case, n in obliques(sentence, c) if case in {"in", "of", "for", "worth"}]
    return [n for node in (*outer, *inner) for case, n in obliques(sentence, node) if case == slot]


def served_parties(sentence: Sentence, word: int, avoid: set[int]) -> list[int]:
    """Whom aid is for where no slot names them: the first place or people below the verb ("to fight the fever in Mali")."""
    if sentence.lemmas[word].lower() not in GIVING:
        return []
    for below in sentence.subtree(word):
        named = name_label(sentence, below) == "LOC" and case_of(sentence, below) in SERVED
        people = "people" in classes_of(sentence, below) and case_of(sentence, below) in SERVED - {"in", "at"}
        if below > word and below not in avoid and (named or people):
            return [below]
    return []


def indirect_objects(sentence: Sentence, word: int) -> list[int]:
    """Who something is given or said to: the indirect object, or the subject of "were granted asylum"."""
    objects = sentence.children(word, "obj")
    if len(objects) > 1 and sentence.rels[objects[1]] == "obj":
        return [objects[0]]
    if is_passive(sentence, word) and objects:
        subject = surface_subject(sentence, word)
        return [] if subject is None else [subject]
    indirect = list(sentence.children(word, "iobj"))
    if indirect or not objects or sentence.lemmas[word] not in {"give", "grant", "offer", "deny"}:
        return indirect
    # "gave the council permission": the parse may take the receiver for the first part of a compound.
    return [c for c in sentence.children(objects[0], "compound") if is_name(sentence, c)][:1]


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
    return bool({f"{first} {lemma}" for first in before(sentence, word)} & things) or hyphened(sentence, word) in things


def before(sentence: Sentence, word: int) -> list[str]:
    """The lemma of the word before, if any."""
    return [sentence.lemmas[word - 1].lower()] if word else []


def hyphened(sentence: Sentence, word: int) -> str:
    """A word with what a hyphen ties to it ("cease-fire"), which the parse cuts in three; "" for none."""
    if word < 2 or sentence.words[word - 1] != "-" or sentence.spans[word - 2].end != sentence.spans[word - 1].start:
        return ""
    return f"{sentence.lemmas[word - 2].lower()}-{sentence.lemmas[word].lower()}"


def is_called(sentence: Sentence, thing: int, wanted: frozenset[str]) -> bool:
    """Whether a thing has one of some words before it ("joint", "scathing")."""
    before = sentence.children(thing, "amod", "compound", "nummod", "nmod:desc")
    return any(sentence.lemmas[c].lower() in wanted for c in before)


def names_affected(sentence: Sentence, word: int, sense: Sense) -> bool:
    """Whether the object is a deed whose "of" names whom it is done to, and not who is asked to do it."""
    thing = patient(sentence, word) if sense.type == "REQUEST" else None
    return thing is not None and sentence.lemmas[thing].lower() in thing_classes()["affected"]


def is_thing(sentence: Sentence, word: int) -> bool:
    """Whether a nominal may be what a deed is done to though it is no actor: no pronoun, no day or month."""
    return sentence.upos[word] in {"NOUN", "PROPN"} and sentence.lemmas[word].lower() not in NOT_PARTY


def complement_parties(sentence: Sentence, complement: int, avoid: set[int]) -> list[int]:
    """The actors inside a complement clause: its own subject, whom it is done to or aimed at, then those deeper in."""
    for place in complement_places(sentence, complement):
        found = [p for p in find_parties(sentence, place) if p not in avoid and sentence.upos[p] != "PRON"]
        if found:
            return found
    deeper = complement_of(sentence, complement)
    return complement_parties(sentence, deeper, avoid) if deeper is not None else []


@lru_cache(maxsize=1)
def moved_things() -> frozenset[str]:
    """Troops and peacekeepers: sent and withdrawn, but not acted upon."""
    return thing_classes()["troops"] | thing_classes()["peacekeepers"]


def complement_places(sentence: Sentence, complement: int) -> list[int]:
    """Where a complement may name a party; what is moved or handed over is none where somebody gets it."""
    subjects = sentence.children(complement, "nsubj", "nsubj:pass")[:1]
    thing = patient(sentence, complement)
    nodes = [complement] if thing is None else [complement, thing]
    aimed = [(case, n) for node in nodes for case, n in obliques(sentence, node) if case in AIMED]
    given = any(case == "to" and find_parties(sentence, n) for case, n in aimed)
    moved = thing is not None and sentence.lemmas[thing].lower() in moved_things()
    things = [] if thing is None or given or moved else [thing]
    return [*subjects, *things, *(n for _, n in aimed)]
