"""Who does what in a clause of the parse: subjects, objects and obliques, through passives, control and relative clauses."""

from __future__ import annotations

import calendar

from headwater.lexicon import load
from headwater.model.sentence import Sentence

RELATIVE = frozenset({"which", "who", "that", "whom", "whose"})
CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "acl", "acl:relcl", "parataxis", "csubj", "csubj:pass", "conj"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
SAYING = frozenset(load("stance")["report"]["words"])
BLAMING = frozenset(load("stance")["blaming"]["words"])
ASKING = frozenset(
    {
        "challenge",
        "call",
        "appeal",
        "order",
        "request",
        "plea",
        "invitation",
        "demand",
        "advice",
        "command",
        "instruction",
    }
)
"""Nouns whose infinitive is the deed of those who are asked: "a call to Togo to leave"."""
DAYS = frozenset({*(day.lower() for day in calendar.day_name), "today", "tomorrow", "midnight", "noon", "dawn"})
OBJECT_CONTROL = frozenset(load("stance")["object_control"]["words"])


def lemma_with_particle(sentence: Sentence, word: int) -> str:
    """The lower-case lemma, with the particle of the verb ("hand over")."""
    lemma = sentence.lemmas[word].lower()
    particles = sentence.children(word, "compound:prt")
    return f"{lemma} {sentence.words[particles[0]].lower()}" if particles else lemma


def is_passive(sentence: Sentence, word: int) -> bool:
    """Whether the word is a passive predicate, participles after a noun ("the men held in Turin") included."""
    if sentence.xpos[word] not in {"VBN", "VBD"}:
        return False
    if sentence.children(word, "aux:pass"):
        return True
    if sentence.rels[word] == "advcl" and is_bare_participle(sentence, word):
        return True
    if sentence.children(word, "obl:agent") and not sentence.children(word, "obj", "aux"):
        return True
    if sentence.xpos[word] == "VBD" or any(sentence.lemmas[c] == "have" for c in sentence.children(word, "aux")):
        # The parse may take the subject of "have deported" for a passive's.
        return sentence.role == "title" and is_headline_passive(sentence, word)
    if sentence.children(word, "nsubj:pass", "csubj:pass"):
        return True
    if sentence.role == "title" and is_headline_passive(sentence, word):
        return True
    if sentence.children(word, "nsubj", "aux", "obj"):
        return False
    if sentence.rels[word] == "conj" and sentence.xpos[word] == "VBN":
        return is_passive(sentence, sentence.heads[word])
    return sentence.rels[word] in {"acl", "amod"} and sentence.xpos[word] == "VBN"


def is_bare_participle(sentence: Sentence, word: int) -> bool:
    """Whether a participle after a conjunction is a passive: "when pressed on it", "if convicted"."""
    marked = {sentence.words[c].lower() for c in sentence.children(word, "mark", "advmod")}
    alone = not sentence.children(word, "nsubj", "obj", "aux", "ccomp", "xcomp")
    return alone and bool(marked & {"when", "if", "once", "as", "unless", "though", "although", "until"})


def is_headline_passive(sentence: Sentence, word: int) -> bool:
    """Whether a headline's past form is a passive without its helper: headlines tell in the present ("Mayor Criticised Over Dam")."""
    if sentence.children(word, "aux", "obj", "ccomp", "xcomp", "iobj"):
        return False
    told = sentence.rels[word] in {"root", "conj", "acl", "advcl", "parataxis"} and sentence.upos[word] == "VERB"
    return told and not sentence.children(word, "compound:prt")


def case_of(sentence: Sentence, word: int) -> str:
    """The preposition that introduces a nominal, lower case; "" for none."""
    for child in sentence.children(word, "case"):
        if sentence.words[child] not in {"'s", "’s", "'", "’"}:
            return sentence.words[child].lower()
    return ""


def antecedent(sentence: Sentence, word: int) -> int:
    """The noun a relative pronoun stands for; the word itself where it is none."""
    if sentence.words[word].lower() not in RELATIVE or sentence.upos[word] not in {"PRON", "DET", "SCONJ"}:
        return word
    for above in sentence.ancestors(word):
        if sentence.rels[above] == "acl:relcl":
            return sentence.heads[above]
    return word


def surface_subject(sentence: Sentence, word: int, depth: int = 0) -> int | None:
    """The grammatical subject of a predicate, its own or the one it shares with the predicate above."""
    own = [c for c in sentence.children(word, "nsubj", "nsubj:pass") if is_subject(sentence, c, word)]
    if own:
        return antecedent(sentence, nearest_before(own, word))
    head, rel = sentence.heads[word], sentence.rels[word]
    if head < 0 or depth > 6:
        return None
    if rel == "acl":
        return acl_subject(sentence, word, depth)
    if rel == "xcomp":
        return controller(sentence, word, depth)
    if rel in {"conj", "advcl", "ccomp", "parataxis"} and sentence.upos[head] in {"VERB", "AUX", "ADJ", "NOUN"}:
        if rel == "conj" and sentence.upos[word] not in {"VERB", "AUX", "ADJ"}:
            return None
        if rel == "advcl" and is_ruled(sentence, word):
            return controller(sentence, word, depth)
        if rel == "advcl":
            head = told_before(sentence, word, head)
        if rel in {"ccomp", "parataxis"} and sentence.xpos[word] not in {"VBG", "VB", "VBN"}:
            return None
        return surface_subject(sentence, head, depth + 1)
    return None


def is_subject(sentence: Sentence, nominal: int, word: int) -> bool:
    """Whether a subject stands where one can: before its verb, or after a verb of saying ("…, said the mayor")."""
    if sentence.rels[nominal] == "nsubj:outer":
        return False
    return nominal < word or sentence.upos[word] != "VERB" or sentence.lemmas[word].lower() in SAYING


def nearest_before(words: list[int], word: int) -> int:
    """The last of several subjects before the verb: a dateline ("ACCRA -- The port …") may be taken for another."""
    before = [w for w in words if w < word]
    return before[-1] if before else words[0]


def is_ruled(sentence: Sentence, word: int) -> bool:
    """Whether a gerund belongs to the object above: "kept them from leaving", "accused them of lying"."""
    introduced = {sentence.words[c].lower() for c in sentence.children(word, "mark", "case")}
    if sentence.xpos[word] != "VBG":
        return False
    blamed = "for" in introduced and sentence.lemmas[sentence.heads[word]].lower() in BLAMING
    return blamed or bool(introduced & {"from", "of", "into"})


def told_before(sentence: Sentence, word: int, head: int) -> int:
    """The clause reported before "…, officials said, killing …": what follows goes on with it, not with the saying."""
    reported = [c for c in sentence.children(head, "ccomp") if c < head < word]
    return reported[0] if reported else head


def acl_subject(sentence: Sentence, word: int, depth: int) -> int | None:
    """Subject of a clause that hangs on a noun: the noun of "men carrying guns", the owner in "Oman's plan to leave"."""
    noun = sentence.heads[word]
    if sentence.xpos[word] in {"VBG", "VBN"} and not sentence.children(word, "mark"):
        return noun
    asked = [c for c in sentence.children(noun, "nmod") if c < word and case_of(sentence, c) in {"to", "on", "for"}]
    if asked and sentence.lemmas[noun].lower() in ASKING:
        return asked[0]
    owners = sentence.children(noun, "nmod:poss")
    if owners:
        return owners[0]
    if sentence.rels[noun] in {"obj", "nsubj:pass"}:
        return surface_subject(sentence, sentence.heads[noun], depth + 1)
    return None


def controller(sentence: Sentence, word: int, depth: int) -> int | None:
    """Subject of an infinitive or participle complement: the object above after verbs like "urge", else the subject."""
    head = sentence.heads[word]
    if sentence.lemmas[head].lower() in OBJECT_CONTROL | BLAMING:
        if is_passive(sentence, head):
            return surface_subject(sentence, head, depth + 1)
        above = sentence.children(head, "obj", "iobj")
        if above:
            return above[0]
    return surface_subject(sentence, head, depth + 1)


def agent(sentence: Sentence, word: int) -> int | None:
    """Who does it: the subject of an active, the "by" phrase of a passive."""
    if not is_passive(sentence, word):
        return surface_subject(sentence, word)
    for child in sentence.children(word, "obl"):
        if case_of(sentence, child) == "by" and sentence.xpos[child] != "VBG" and not is_day(sentence, child):
            return child
    # "was accused of hiding it by the board": the parse hangs the agent on the gerund, which is no passive.
    lower = [c for c in sentence.children(word, "advcl", "xcomp") if sentence.xpos[c] == "VBG"]
    return next((a for c in lower for a in sentence.children(c, "obl:agent")), None)


def is_day(sentence: Sentence, word: int) -> bool:
    """Whether a "by" phrase is a date ("lifted by Friday")."""
    return sentence.words[word].lower() in DAYS


def patient(sentence: Sentence, word: int) -> int | None:
    """What it is done to: the object of an active, the subject of a passive, the noun a participle or relative describes."""
    if is_passive(sentence, word):
        own = sentence.children(word, "nsubj:pass")
        if own:
            return antecedent(sentence, own[0])
        retained = sentence.children(word, "obj")
        if retained:
            return retained[0]
        return surface_subject(sentence, word)
    objects = sentence.children(word, "obj") or mistaken_objects(sentence, word)
    if objects:
        # Of two objects the first is whom something is given: see indirect objects.
        return antecedent(sentence, objects[-1])
    if sentence.rels[word] == "conj" and not sentence.children(word, "obl", "ccomp", "xcomp"):
        return shared_object(sentence, word)
    return None


def mistaken_objects(sentence: Sentence, word: int) -> tuple[int, ...]:
    """Objects the parse took for a predicate ("called off their strike") or for a second subject, after the verb."""
    subjects = sentence.children(word, "nsubj")
    if len(subjects) > 1 and subjects[0] < word < subjects[-1]:
        return subjects[-1:]
    clauses = [c for c in sentence.children(word, "ccomp", "xcomp") if sentence.upos[c] != "ADJ"]
    if not clauses and (lone := sentence.children(word, "iobj")):
        return lone
    nouns = (c for c in sentence.children(word, "xcomp") if sentence.upos[c] == "NOUN")
    return tuple(
        c for c in nouns if sentence.children(c, "det", "nmod:poss") and not sentence.children(c, "cop", "mark")
    )


def shared_object(sentence: Sentence, word: int) -> int | None:
    """The object in "hit and sank the ferry", where the parse hangs it on the first verb."""
    first = sentence.heads[word]
    objects = sentence.children(first, "obj")
    return objects[0] if objects and objects[0] > word else None


def obliques(sentence: Sentence, word: int) -> list[tuple[str, int]]:
    """(preposition, nominal) pairs that hang on a predicate or noun, in text order."""
    found = []
    for child in sentence.children(word, "obl", "nmod"):
        if sentence.rels[child] in {"obl:unmarked", "nmod:unmarked", "nmod:poss", "nmod:desc"}:
            continue
        case = case_of(sentence, child)
        if case:
            found.append((case, antecedent(sentence, child)))
    return found


def conjuncts(sentence: Sentence, word: int) -> list[int]:
    """The nominal and those joined to it by "and" or "or"."""
    return [word, *(c for c in sentence.children(word, "conj") if sentence.upos[c] in NOMINAL)]
