"""Deeds named by nouns: "the raid on the depot", "a rebel attack", "its call to leave"."""

from __future__ import annotations

from functools import lru_cache

from headwater.annotate.events.conditions import is_concrete
from headwater.annotate.events.deed import Deed
from headwater.annotate.events.parties import FORCES, classes_of, find_parties, is_name
from headwater.annotate.events.senses import Sense
from headwater.annotate.events.slots import complement_of, complement_parties, is_called, is_thing
from headwater.annotate.stance.clause import agent, obliques
from headwater.lexicon import load
from headwater.model.sentence import Sentence

SUPPORT_SUBJECTS = frozenset({"obj", "nsubj:pass"})
"""Where a noun stands under the verb whose subject does its deed."""


def match_noun(sentence: Sentence, word: int, sense: Sense) -> Deed | None:
    """The deed of a noun under one sense."""
    if sense.not_called and is_called(sentence, word, sense.not_called):
        return None
    own = tuple(slot for slot in sense.source if slot != "of")
    recipient = noun_slots(sentence, word, sense.to, avoid=set())
    actor = noun_slots(sentence, word, own, avoid=set(recipient)) or performer(sentence, word)
    if not actor and "of" in sense.source:
        actor = noun_slots(sentence, word, ("of",), avoid=set(recipient))
    actor = [
        a
        for a in actor
        if a not in recipient
        and (not sense.by or classes_of(sentence, a) & sense.by)
        and not classes_of(sentence, a) & sense.not_by
    ]
    complement = complement_of(sentence, word)
    if not recipient and "comp" in sense.to and complement is not None:
        recipient = complement_parties(sentence, complement, set(actor))
    if sense.reciprocal and not recipient and len(actor) > 1:
        actor, recipient = actor[:1], actor[1:]
    if not actor or (not recipient and sense.to):
        return None
    return Deed(word, sense, (word,), tuple(actor), tuple(recipient), complement)


def performer(sentence: Sentence, word: int) -> list[int]:
    """Who carries out, orders or announces the deed a noun names ("police announced the arrest of …")."""
    head = sentence.heads[word]
    if head < 0 or sentence.rels[word] not in SUPPORT_SUBJECTS or sentence.lemmas[head].lower() not in support_verbs():
        return []
    subject = agent(sentence, head)
    return [] if subject is None else find_parties(sentence, subject, role="actor")


def names_before(sentence: Sentence, word: int) -> list[int]:
    """Who stands before a deed's noun: a name, the name in "Omani-led", or a force ("a rebel attack")."""
    before = sentence.children(word, "amod", "compound", "nmod:desc")
    led = [c for b in before if sentence.lemmas[b] == "lead" for c in sentence.children(b) if is_name(sentence, c)]
    named = [c for c in before if is_name(sentence, c)]
    return led or named or [c for c in before if sentence.lemmas[c].lower() in FORCES]


@lru_cache(maxsize=1)
def support_verbs() -> frozenset[str]:
    """Verbs whose subject does the deed their object names."""
    return frozenset(load("stance")["support"]["words"])


def noun_slots(sentence: Sentence, word: int, slots: tuple[str, ...], *, avoid: set[int]) -> list[int]:
    """The parties in the first filled slot of a noun."""
    for slot in slots:
        if slot == "poss":
            nominals = list(sentence.children(word, "nmod:poss"))
        elif slot == "adj":
            nominals = names_before(sentence, word)
            if nominals:
                return [n for n in nominals[:1] if n not in avoid]
            continue
        else:
            inner = (n for case, n in obliques(sentence, word) if case in {"of", "by"})
            nominals = [
                n for node in (word, *inner) for case, n in obliques(sentence, node) if case == slot.rstrip("*")
            ]
        found = [p for n in nominals for p in find_parties(sentence, n) if p not in avoid]
        if found:
            return found
        things = [n for n in nominals[:1] if is_thing(sentence, n) and is_concrete(sentence, n)]
        if slot.endswith("*") and things:
            return things
    return []
