"""What reports let somebody deny, and what they say never was: the other side of a claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from headwater.assess.differ.arguments import (
    find_agents,
    find_nouns,
    find_patients,
    has_subject,
    is_negated,
    is_past,
    list_above,
)
from headwater.assess.differ.clause import base, list_clause
from headwater.assess.differ.roots import NEGATING, light, listed, named_deeds, root
from headwater.model.reading import Reading
from headwater.model.sentence import Sentence
from headwater.model.span import Span


@dataclass(frozen=True, slots=True)
class Denial:
    """What is said not to be so."""

    reading: Reading
    span: Span
    deeds: frozenset[str]
    """Roots of what is denied; empty where only things are named ("denied having used tear gas")."""
    about: frozenset[str]
    """Roots of who and what it is about."""
    doers: frozenset[str] = frozenset()
    """Roots of the words for whom a pronoun, or nothing, stands as the subject of the denied."""
    is_of_anybody: bool = False
    """Whether the deed is denied whoever did it, or whomever it befell."""
    is_answer: bool = False
    """Whether it only says that something was not done."""
    agents: frozenset[str] = frozenset()
    """Of an answer: roots of who did not do it."""
    patients: frozenset[str] = frozenset()
    """Roots of what it was not done to."""
    is_so_far: bool = False
    """Whether it was not done up to then: told later, that it was is news."""
    is_wish: bool = False
    """Whether even the wish is denied ("had never considered an offer")."""


def find_denials(reading: Reading) -> Iterator[Denial]:
    """Every denial of a report's body."""
    spoken = [part for statement in reading.statements for part in statement.content if statement.speaker]
    for sentence in (s for s in reading.sentences if s.role == "body"):
        for word, lemma in enumerate(sentence.lemmas):
            is_verb = sentence.upos[word] == "VERB"
            if is_verb and lemma.casefold() in listed("denying"):
                yield from _read_denying(reading, sentence, word)
            elif is_verb or (sentence.upos[word] == "ADJ" and sentence.children(word, "cop")):
                is_spoken = any(part.holds(sentence.spans[word]) for part in spoken)
                yield from _read_negated(reading, sentence, word, is_spoken=is_spoken)


def _read_denying(reading: Reading, sentence: Sentence, word: int) -> Iterator[Denial]:
    """As in "denied that …", "denied having met …", "denies any …", "deny reports that …", "rejected a claim that …"."""
    parts = sentence.children(word, "ccomp", "xcomp", "obj")
    content = [n for part in parts for n in sentence.subtree(part)]
    is_double = any(
        sentence.lemmas[n].casefold() in (*NEGATING, "too") for n in content
    )  # "too many": a matter of degree
    if not content or is_double or is_negated(sentence, word) or not _is_outright(sentence, word):
        return
    tops = [n for n in content if n in parts or sentence.rels[n] in ("acl", "ccomp", "conj")]
    deeds = frozenset(root(sentence.lemmas[n]) for n in tops if is_deed(sentence, n))
    subject = [n for child in sentence.children(word, "nsubj") for n in sentence.subtree(child)]
    is_own = not any(has_subject(sentence, n) for n in tops)
    doers = find_nouns(sentence, subject or list_above(sentence, word)) if is_own else frozenset()
    about = find_nouns(sentence, content) - light() - doers
    objects = find_nouns(sentence, (n for top in tops for n in sentence.children(top, "obj")))
    denied = Denial(
        reading, sentence.cover([word, *content]), deeds - light(), about, doers - light(), patients=objects
    )
    denied = replace(denied, is_of_anybody=_is_of_anybody(sentence, tops))
    has_clause = any(base(sentence, n) in ("ccomp", "xcomp") for n in parts)
    if denied.deeds or (has_clause and len(denied.about) > 1):
        yield denied


def _is_of_anybody(sentence: Sentence, tops: Iterable[int]) -> bool:
    subjects = {sentence.words[n].casefold() for top in tops for n in sentence.children(top, "nsubj")}
    return bool(subjects & {"anyone", "anybody"})


def _is_outright(sentence: Sentence, word: int) -> bool:
    """Whether a verb denies: one may also reject an offer, but to reject a report denies what it says."""
    of_claim = any(sentence.lemmas[n].casefold() in listed("claimed") for n in sentence.children(word, "obj"))
    return of_claim or sentence.lemmas[word].casefold() not in listed("rejecting")


def _read_negated(reading: Reading, sentence: Sentence, word: int, *, is_spoken: bool) -> Iterator[Denial]:
    """As in "had never considered an offer", "no price had ever been agreed"; in somebody's words also "we have withdrawn nothing"."""
    if not (is_past(sentence, word) and is_negated(sentence, word)):
        return
    clause = list_clause(sentence, word)
    lower = {sentence.words[n].casefold() for n in clause}
    is_final = bool(lower & listed("never")) or "any time" in " ".join(sentence.words).casefold()
    if lower & listed("for_now"):
        return
    if is_spoken and (things := _find_nothing(sentence, word)):
        yield Denial(reading, _cover(sentence, clause), frozenset(), things, patients=things)
    is_double = len(lower & NEGATING) > 1
    if is_double or sentence.words[0].casefold() == "never" or not (is_final or is_spoken):
        return
    deed = root(sentence.lemmas[word])
    objects = {root(sentence.lemmas[n]) for n in sentence.children(word, "obj")} & (named_deeds() - light())
    deeds = frozenset({deed} if deed not in light() else objects)
    agents, patients = find_agents(sentence, word), find_patients(sentence, word) - deeds
    is_all = any(sentence.words[n].casefold() in ("nothing", "nobody") for n in sentence.children(word, "obj"))
    if deeds and (agents or patients or is_all):
        span = _cover(sentence, clause)
        about = find_nouns(sentence, clause) - light()
        so_far = any(sentence.lemmas[n].casefold() == "have" for n in sentence.children(word, "aux")) and not is_final
        said = Denial(reading, span, deeds, about, is_answer=True, is_so_far=so_far, is_wish=deed in light())
        yield replace(said, agents=agents, patients=patients)


def _find_nothing(sentence: Sentence, word: int) -> frozenset[str]:
    """What is said not to exist: "no such memo existed"."""
    subjects = [
        n
        for n in sentence.children(word, "nsubj")
        if {"no"} & {sentence.words[c].casefold() for c in sentence.children(n, "det")}
    ]
    return find_nouns(sentence, subjects) - light() if sentence.lemmas[word].casefold() == "exist" else frozenset()


def _cover(sentence: Sentence, words: Iterable[int]) -> Span:
    return sentence.cover([n for n in words if sentence.upos[n] != "PUNCT"])


def is_deed(sentence: Sentence, word: int) -> bool:
    """Whether a word is what is denied: a verb, a predicate, or a noun that names what was done."""
    is_named = sentence.upos[word] == "NOUN" and root(sentence.lemmas[word]) in named_deeds()
    return sentence.upos[word] in ("VERB", "ADJ") or is_named
