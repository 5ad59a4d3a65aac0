"""A word and its senses -> the deed it names: type, trigger, actor, recipient."""

from __future__ import annotations

from headwater.annotate.events.conditions import (
    allowed,
    complement_stands,
    enough,
    is_concrete,
    is_mishap,
    may_lack_actor,
    may_strike,
    means_both,
    stands,
)
from headwater.annotate.events.deed import Deed
from headwater.annotate.events.nouns import match_noun
from headwater.annotate.events.parties import actor_classes, classes_of, find_parties, is_name
from headwater.annotate.events.senses import Kind, Sense, first_words, sense_index, thing_classes
from headwater.annotate.events.slots import (
    complement_of,
    complement_parties,
    find_thing,
    hyphened,
    inner_words,
    is_thing,
    names_affected,
    served_parties,
    slot_words,
    verbal_phrase,
)
from headwater.annotate.stance.clause import agent, lemma_with_particle, patient
from headwater.model.sentence import Sentence

OPENING = frozenset({"\u201c", "\u2018", '"', "``", "'"})


def find_deeds(sentence: Sentence) -> list[Deed]:
    """The deeds a sentence names, in text order, one sense a word."""
    found: list[Deed] = []
    for word, lemma in enumerate(sentence.lemmas):
        if lemma.lower() not in first_words() and hyphened(sentence, word) not in first_words():
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
    if is_in_title(sentence, word):
        return None
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


def is_in_title(sentence: Sentence, word: int) -> bool:
    """Whether a word begins the title of a work or a programme in quotation marks: on "Meet the Mayor"."""
    if word < 2 or not sentence.words[word][0].isupper() or sentence.words[word - 1] not in OPENING:
        return False
    return sentence.words[word - 2][-1].isalnum() and sentence.lemmas[word - 2] not in {"say", "reply", "add", "tell"}


def match(sentence: Sentence, word: int, kind: Kind) -> Deed | None:
    """The first sense whose conditions hold."""
    lemma = lemma_with_particle(sentence, word) if kind == "verb" else sentence.lemmas[word].lower()
    if kind == "noun" and sentence.upos[word] == "VERB":
        lemma = sentence.words[word].lower()
    forms = (hyphened(sentence, word), verbal_phrase(sentence, word, kind), lemma)
    senses = (sense for form in dict.fromkeys(forms) for sense in sense_index().get((kind, form), ()))
    for sense in senses:
        deed = match_noun(sentence, word, sense) if kind == "noun" else match_verb(sentence, word, sense)
        if deed is not None:
            return deed
    return None


def match_verb(sentence: Sentence, word: int, sense: Sense) -> Deed | None:
    """The deed of a verb or predicate adjective under one sense, or None where a condition fails."""
    thing = find_thing(sentence, word, sense) if sense.what else None
    if not stands(sentence, word, sense, thing=thing) or (sense.type == "ASSAULT" and is_mishap(sentence, word)):
        return None
    complement = verb_complement(sentence, word, sense, thing=thing)
    if not complement_stands(sentence, word, sense, complement=complement):
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
    if sense.reciprocal and len(actor) > 1 and all(means_both(sentence, r) for r in recipient):
        actor, recipient = actor[:1], actor[1:]
    if sense.swap:
        actor, recipient = recipient, actor
    trigger = trigger_words(sentence, word, thing)
    content = complement if complement is not None else thing
    return Deed(word, sense, trigger, tuple(actor), tuple(recipient), content, guessed)


def verb_complement(sentence: Sentence, word: int, sense: Sense, *, thing: int | None) -> int | None:
    """The clause the verb governs, or the one its thing does ("issued a call to leave")."""
    purpose = sense.type == "PROTEST" or patient(sentence, word) is None
    found = complement_of(sentence, word, purpose=purpose)
    return complement_of(sentence, thing) if found is None and thing is not None else found


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
    if sentence.words[subject].lower() in {"you", "one", "god"}:
        return []
    parties = find_parties(sentence, subject, role="actor") or authors(sentence, subject)
    if sense.type != "ASSAULT":
        # A police raid strikes for the police, but does not speak for them.
        parties = [p for p in parties if sentence.rels[p] != "compound" or is_name(sentence, p)]
    return [
        p
        for p in parties
        if (not sense.by or classes_of(sentence, p) & sense.by or inside_class(sentence, subject, sense.by))
        and not classes_of(sentence, p) & sense.not_by - {"it"}
    ]


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
            nominals = slot_words(sentence, word, slot.rstrip("*"), thing=thing)
            if sense.type == "AID" and not nominals:
                nominals = inner_words(sentence, word, slot)
            found = slot_parties(sentence, nominals, slot, avoid=avoid)
        found = [p for p in found if slot.endswith(("*", "thing")) or allowed(sentence, p, sense)]
        if found:
            return list(dict.fromkeys(found)), slot == "comp"
    if sense.type == "AID" and sense.what and thing is not None:
        return served_parties(sentence, word, avoid), False
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
    if slot.endswith("*"):
        nominals = [n for n in nominals if is_concrete(sentence, n)]
    found = [p for n in nominals for p in find_parties(sentence, n) if p not in avoid]
    if slot.endswith("*") and not found:
        return [n for n in nominals[:1] if is_thing(sentence, n)]
    return found
