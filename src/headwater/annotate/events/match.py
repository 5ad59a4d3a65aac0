"""A word and its senses -> the deed it names: type, trigger, actor, recipient."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from headwater.annotate.events.parties import actor_classes, classes_of, find_parties, is_name
from headwater.annotate.events.senses import Kind, Sense, first_words, sense_index, thing_classes
from headwater.annotate.events.slots import (
    complement_of,
    complement_parties,
    find_thing,
    is_called,
    is_thing,
    names_affected,
    slot_words,
    verbal_phrase,
)
from headwater.annotate.stance.clause import agent, is_passive, lemma_with_particle, obliques, patient
from headwater.annotate.stance.mood import marks, mood_of
from headwater.lexicon import load
from headwater.model.sentence import Sentence

SUPPORT_SUBJECTS = frozenset({"obj", "nsubj:pass"})


@dataclass(frozen=True, slots=True)
class Deed:
    """A sense found at a word, with the heads of its parts."""

    word: int
    sense: Sense
    trigger: tuple[int, ...]
    actor: tuple[int, ...]
    recipient: tuple[int, ...]
    complement: int | None = None
    """Head of the clause or deed the word governs (what is demanded, threatened, promised)."""
    guessed: bool = False
    """Whether the recipient was taken from inside the complement."""


def find_deeds(sentence: Sentence) -> list[Deed]:
    """The deeds a sentence names, in text order, one sense a word."""
    found: list[Deed] = []
    for word, lemma in enumerate(sentence.lemmas):
        if lemma.lower() not in first_words():
            continue
        kind = kind_of(sentence, word)
        if kind is None:
            continue
        deed = match(sentence, word, kind)
        if deed is not None:
            found.append(deed)
    covered = {part for deed in found for part in deed.trigger if part != deed.word}
    return [deed for deed in found if deed.word not in covered]


def kind_of(sentence: Sentence, word: int) -> Kind | None:
    """Whether a word may name a deed as verb, noun or predicate adjective."""
    tag = sentence.upos[word]
    if (
        tag == "VERB"
        and sentence.xpos[word] == "VBG"
        and sentence.rels[word] in {"nsubj", "obj", "obl", "nsubj:pass", "csubj"}
    ):
        return "noun"
    if tag == "VERB":
        return "verb" if sentence.rels[word] not in {"amod", "compound", "case"} else None
    if tag == "NOUN":
        return "noun" if sentence.rels[word] not in {"compound", "nmod:desc"} else None
    if tag == "ADJ" and sentence.children(word, "cop"):
        return "adjective"
    return None


def match(sentence: Sentence, word: int, kind: Kind) -> Deed | None:
    """The first sense whose conditions hold."""
    lemma = lemma_with_particle(sentence, word) if kind == "verb" else sentence.lemmas[word].lower()
    if kind == "noun" and sentence.upos[word] == "VERB":
        lemma = sentence.words[word].lower()
    senses = sense_index().get((kind, lemma)) or sense_index().get((kind, verbal_phrase(sentence, word, kind)), ())
    for sense in senses:
        deed = match_noun(sentence, word, sense) if kind == "noun" else match_verb(sentence, word, sense)
        if deed is not None:
            return deed
    return None


def match_verb(sentence: Sentence, word: int, sense: Sense) -> Deed | None:
    """The deed of a verb or predicate adjective under one sense, or None where a condition fails."""
    thing = find_thing(sentence, word, sense) if sense.what else None
    if not stands(sentence, word, sense, thing=thing):
        return None
    complement = verb_complement(sentence, word, sense, thing=thing)
    if not complement_stands(sentence, sense, complement):
        return None
    actor = find_actor(sentence, word, sense)
    if not actor and sense.reciprocal and thing is not None:
        actor = find_parties(sentence, thing, role="actor")
    if not actor and not may_lack_actor(sentence, word, sense):
        return None
    avoid = {*actor, *([] if thing is None else [thing])}
    recipient, guessed = find_recipient(sentence, word, sense, complement=complement, thing=thing, avoid=avoid)
    if not enough(sentence, sense, actor, recipient=recipient, complement=complement):
        return None
    if not recipient and sense.to[:1] == ("objp",) and patient(sentence, word) is not None:
        return None
    if sense.reciprocal and not recipient and len(actor) > 1:
        actor, recipient = actor[:1], actor[1:]
    trigger = trigger_words(sentence, word, thing)
    content = complement if complement is not None else thing
    return Deed(word, sense, trigger, tuple(actor), tuple(recipient), content, guessed)


def may_lack_actor(sentence: Sentence, word: int, sense: Sense) -> bool:
    """Whether a deed without a known actor is worth telling: a passive, or what a weapon or an attack did."""
    subject = agent(sentence, word)
    if subject is None:
        return is_passive(sentence, word) and sense.type != "REQUEST"
    return sense.type == "ASSAULT" and not sense.by and sentence.lemmas[subject].lower() in weapons()


@lru_cache(maxsize=1)
def weapons() -> frozenset[str]:
    """Things that strike for somebody: bombs, missiles, attacks."""
    things = thing_classes()
    return things["weapons"] | things["projectile"] | things["attack"] | things["explosives"]


def stands(sentence: Sentence, word: int, sense: Sense, *, thing: int | None) -> bool:
    """Whether the verb has the thing, the object and the preposition the sense asks for."""
    if sense.what and (thing is None or (sense.called and not is_called(sentence, thing, sense.called))):
        return False
    done_to = patient(sentence, word)
    if done_to is not None and sentence.lemmas[done_to].lower() in sense.except_what:
        return False
    if sense.intransitive and done_to is not None and not is_passive(sentence, word):
        return False
    if sense.transitive and done_to is None:
        return False
    return not sense.via or any(case in sense.via for case, _ in obliques(sentence, word))


def verb_complement(sentence: Sentence, word: int, sense: Sense, *, thing: int | None) -> int | None:
    """The clause the verb governs, or the one its thing does ("issued a call to leave")."""
    purpose = sense.type == "PROTEST" or patient(sentence, word) is None
    found = complement_of(sentence, word, purpose=purpose)
    return complement_of(sentence, thing) if found is None and thing is not None else found


def complement_stands(sentence: Sentence, sense: Sense, complement: int | None) -> bool:
    """Whether the complement has the head the sense asks for, and what is agreed is something to be done."""
    if sense.in_comp and (complement is None or sentence.lemmas[complement].lower() not in sense.in_comp):
        return False
    if complement is None:
        return True
    if sense.type == "THREATEN" and sense.needs == "to" and not tells_deed(sentence, complement):
        return False
    return sense.type != "AGREE" or not states_fact(sentence, complement)


def tells_deed(sentence: Sentence, complement: int) -> bool:
    """Whether a warning tells what somebody will do, and neither what to do nor what will befall."""
    subjects = sentence.children(complement, "nsubj", "nsubj:pass")
    return bool(subjects) and bool(classes_of(sentence, subjects[0]))


def states_fact(sentence: Sentence, complement: int) -> bool:
    """Whether what is agreed is an opinion ("agreed that it was late") and nothing to be done."""
    return sentence.rels[complement] == "ccomp" and mood_of(sentence, complement).stance in {"happened", "ongoing"}


def trigger_words(sentence: Sentence, word: int, thing: int | None) -> tuple[int, ...]:
    """The verb, its particle and the thing that makes the sense."""
    particles = sentence.children(word, "compound:prt")
    return tuple(sorted({word, *particles, *([] if thing is None else [thing])}))


def find_actor(sentence: Sentence, word: int, sense: Sense) -> list[int]:
    """The actors of a verb; none where the subject is a thing or of a class the sense does not allow."""
    subject = agent(sentence, word)
    if subject is None:
        return []
    if sense.type == "ASSAULT" and not may_strike(sentence, subject):
        return []
    parties = find_parties(sentence, subject, role="actor") or authors(sentence, subject)
    return [
        p
        for p in parties
        if not sense.by or classes_of(sentence, p) & sense.by or inside_class(sentence, subject, sense.by)
    ]


def may_strike(sentence: Sentence, subject: int) -> bool:
    """Whether a subject can attack: somebody, or what they strike with; no crisis, no tweet."""
    return bool(classes_of(sentence, subject)) or sentence.lemmas[subject].lower() in weapons()


def authors(sentence: Sentence, word: int) -> list[int]:
    """Who issued the statement, letter or decree a noun names ("issued a statement condemning …")."""
    if sentence.lemmas[word].lower() not in thing_classes()["documents"] or sentence.rels[word] != "obj":
        return []
    subject = agent(sentence, sentence.heads[word])
    return [] if subject is None else find_parties(sentence, subject, role="actor")


def inside_class(sentence: Sentence, word: int, wanted: frozenset[str]) -> bool:
    """Whether a noun phrase's own head is of a wanted class ("Turkish police")."""
    return actor_classes().get(sentence.lemmas[word].lower()) in wanted


def find_recipient(
    sentence: Sentence, word: int, sense: Sense, *, complement: int | None, thing: int | None, avoid: set[int]
) -> tuple[list[int], bool]:
    """The parties in the first slot of ``to`` that holds one, and whether that was the complement."""
    closed = {"of", "obj"} if names_affected(sentence, word, sense) else set()
    for slot in sense.to:
        if slot in closed:
            continue
        if slot == "comp":
            found = content_parties(sentence, word, sense, complement=complement, avoid=avoid)
        elif slot == "obj" and "thing" in sense.to:
            found = whole_object(sentence, word, avoid)
        else:
            found = slot_parties(sentence, slot_words(sentence, word, slot.rstrip("*"), thing=thing), slot, avoid=avoid)
        found = [p for p in found if slot.endswith(("*", "thing")) or allowed(sentence, p, sense)]
        if found:
            return list(dict.fromkeys(found)), slot == "comp"
    own = patient(sentence, word) if "obj" in sense.to else None
    if own is not None and own in avoid and "people" in classes_of(sentence, own):
        return [own], False
    return [], False


def whole_object(sentence: Sentence, word: int, avoid: set[int]) -> list[int]:
    """The parties an object names itself; not the owner of a thing, since the thing is what the deed is done to."""
    done_to = patient(sentence, word)
    if done_to is None or not classes_of(sentence, done_to):
        return []
    return [p for p in find_parties(sentence, done_to) if p not in avoid]


def content_parties(
    sentence: Sentence, word: int, sense: Sense, *, complement: int | None, avoid: set[int]
) -> list[int]:
    """The parties of the complement; none where somebody is asked for a thing, and the clause tells what it is for."""
    if complement is None:
        return []
    asked = sense.type == "REQUEST" and patient(sentence, word) is not None
    if asked and not sentence.children(complement, "nsubj", "nsubj:pass"):
        return []
    return complement_parties(sentence, complement, avoid)


def slot_parties(sentence: Sentence, nominals: list[int], slot: str, *, avoid: set[int]) -> list[int]:
    """The parties among the nominals of a slot; the first nominal itself where the slot allows a thing."""
    if slot == "thing":
        return [n for n in nominals[:1] if is_thing(sentence, n)]
    if slot == "objp":
        nominals = [n for n in nominals if classes_of(sentence, n)]
    found = [p for n in nominals for p in find_parties(sentence, n) if p not in avoid]
    if slot.endswith("*") and not found:
        return [n for n in nominals[:1] if is_thing(sentence, n)]
    return found


def allowed(sentence: Sentence, word: int, sense: Sense) -> bool:
    """Whether a recipient is of a class the sense allows."""
    lemma = sentence.lemmas[word].lower()
    if lemma in sense.except_to or (sense.only_to and lemma not in sense.only_to):
        return False
    if not sense.who:
        return True
    return bool(classes_of(sentence, word) & sense.who) or any(
        lemma in thing_classes().get(name, ()) for name in sense.who
    )


def enough(sentence: Sentence, sense: Sense, actor: list[int], *, recipient: list[int], complement: int | None) -> bool:
    """Whether what was found suffices for the sense."""
    if not actor and not recipient:
        return False
    if sense.needs == "to" and not recipient:
        return bool(sense.reciprocal and len(actor) > 1)
    if sense.needs == "to or comp":
        return bool(recipient) or complement is not None
    if sense.needs == "to and infinitive comp" and not recipient:
        return False
    if sense.needs.endswith("comp"):
        return complement is not None and complement_fits(sentence, complement, sense.needs)
    return not (sense.who or sense.only_to) or bool(recipient)


def complement_fits(sentence: Sentence, complement: int, needs: str) -> bool:
    """Whether the complement is of the kind asked for: any, with a subject ("finite"), or with a pronoun for one ("own")."""
    subjects = sentence.children(complement, "nsubj", "nsubj:pass")
    if needs.endswith("infinitive comp"):
        return "to" in marks(sentence, complement)
    if needs == "finite comp":
        return bool(subjects)
    if needs == "own comp":
        return bool(subjects) and sentence.upos[subjects[0]] == "PRON"
    return True


def match_noun(sentence: Sentence, word: int, sense: Sense) -> Deed | None:
    """The deed of a noun under one sense."""
    own = tuple(slot for slot in sense.source if slot != "of")
    recipient = noun_slots(sentence, word, sense.to, avoid=set())
    actor = noun_slots(sentence, word, own, avoid=set(recipient)) or performer(sentence, word)
    if not actor and "of" in sense.source:
        actor = noun_slots(sentence, word, ("of",), avoid=set(recipient))
    actor = [a for a in actor if a not in recipient and (not sense.by or classes_of(sentence, a) & sense.by)]
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
            nominals = [c for c in sentence.children(word, "amod", "compound") if is_name(sentence, c)]
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
        if slot.endswith("*") and nominals and is_thing(sentence, nominals[0]):
            return nominals[:1]
    return []
