"""What a sense asks of its verb: the things, prepositions and clauses beside it, and who may do it."""

from __future__ import annotations

from functools import lru_cache

from headwater.annotate.events.parties import classes_of, find_parties
from headwater.annotate.events.senses import Sense, thing_classes
from headwater.annotate.events.slots import is_called, is_thing
from headwater.annotate.stance.clause import agent, is_passive, obliques, patient
from headwater.annotate.stance.mood import marks, mood_of
from headwater.model.sentence import Sentence


def aims_at(sentence: Sentence, word: int) -> bool:
    """Whether a target is somebody's ("hit rebel targets"), and no figure of a plan."""
    return sentence.lemmas[word] == "target" and bool(find_parties(sentence, word, role="actor"))


def means_both(sentence: Sentence, word: int) -> bool:
    """Whether a party is the actors themselves again ("a pact between the two countries")."""
    return any(sentence.words[c].lower() in {"two", "both"} for c in sentence.children(word, "nummod", "det"))


def is_mishap(sentence: Sentence, word: int) -> bool:
    """Whether harm was not meant, which is no assault by the code book: "accidentally shot"."""
    above = sentence.heads[word] if sentence.rels[word] == "conj" else word
    said = sentence.children(word, "advmod") + sentence.children(above, "advmod")
    return any(sentence.words[c].lower() in {"accidentally", "unintentionally", "inadvertently"} for c in said)


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
    if is_barred(sentence, word, sense, thing=thing, done_to=done_to):
        return False
    if sense.intransitive and done_to is not None and not is_passive(sentence, word):
        return False
    if sense.transitive and done_to is None:
        return False
    return not sense.via or any(case in sense.via and is_thing(sentence, n) for case, n in obliques(sentence, word))


def is_barred(sentence: Sentence, word: int, sense: Sense, *, thing: int | None, done_to: int | None) -> bool:
    """Whether something stands beside the verb that the sense excludes: a thing, a preposition, the passive."""
    if sense.active and is_passive(sentence, word):
        return True
    if done_to is not None and sentence.words[done_to].lower().endswith(("self", "selves")):
        return True
    nodes = [word, *([] if done_to is None else [done_to])] if sense.except_what else []
    beside = [n for node in nodes for case, n in obliques(sentence, node) if case in sense.to]
    told = [n for n in (done_to, *beside, *sentence.children(word, "xcomp")) if n is not None]
    if any(sentence.lemmas[n].lower() in sense.except_what and not aims_at(sentence, n) for n in told):
        return True
    if sense.not_called and thing is not None and is_called(sentence, thing, sense.not_called):
        return True
    if not sense.not_via:
        return False
    gerunds = [clause for clause in sentence.children(word, "advcl") if sentence.xpos[clause] == "VBG"]
    clauses = (mark for clause in gerunds for mark in marks(sentence, clause))
    return any(case in sense.not_via for case in (*(case for case, _ in obliques(sentence, word)), *clauses))


def complement_stands(sentence: Sentence, word: int, sense: Sense, *, complement: int | None) -> bool:
    """Whether the complement has the head the sense asks for, and what is agreed is something to be done."""
    if sense.in_comp and (complement is None or sentence.lemmas[complement].lower() not in sense.in_comp):
        return False
    if complement is None:
        return True
    if sentence.lemmas[word].lower() == "insist" and is_claim(sentence, complement):
        return False
    if sense.type == "AGREE" and sentence.children(complement, "cop") and "it" in subject_words(sentence, word):
        return False  # "it promises to be a long winter"
    if sense.type == "THREATEN" and sense.needs == "to" and not tells_deed(sentence, complement):
        return False
    return sense.type != "AGREE" or not states_fact(sentence, complement)


def subject_words(sentence: Sentence, word: int) -> set[str]:
    """The lower-case subjects of a verb."""
    return {sentence.words[c].lower() for c in sentence.children(word, "nsubj")}


def is_claim(sentence: Sentence, complement: int) -> bool:
    """Whether what is insisted on is a statement and no demand: "insists he wants it", "insisted that it would not"."""
    subjects = sentence.children(complement, "nsubj", "nsubj:pass")
    own = any(sentence.words[s].lower() in {"he", "she", "i", "we"} for s in subjects)
    helpers = {sentence.words[c].lower() for c in sentence.children(complement, "aux", "cop")} - {
        "be",
        "must",
        "should",
    }
    return own or bool(helpers)


def tells_deed(sentence: Sentence, complement: int) -> bool:
    """Whether a warning tells what somebody will do, and neither what to do nor what will befall."""
    subjects = sentence.children(complement, "nsubj", "nsubj:pass")
    return bool(subjects) and bool(classes_of(sentence, subjects[0]))


def states_fact(sentence: Sentence, complement: int) -> bool:
    """Whether what is agreed is an opinion ("agreed that it was late") and nothing to be done."""
    return sentence.rels[complement] == "ccomp" and mood_of(sentence, complement).stance in {"happened", "ongoing"}


def may_strike(sentence: Sentence, subject: int) -> bool:
    """Whether a subject can attack: somebody, or what they strike with; no crisis, no tweet."""
    return bool(classes_of(sentence, subject)) or sentence.lemmas[subject].lower() in weapons()


def is_concrete(sentence: Sentence, word: int) -> bool:
    """Whether a thing can be struck: no policy, report or right."""
    return sentence.lemmas[word].lower() not in thing_classes()["abstract"]


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
        return bool(recipient) or complement is not None or (sense.reciprocal and len(actor) > 1)
    if sense.needs == "no comp":
        return complement is None
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
