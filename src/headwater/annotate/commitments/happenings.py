"""Happenings named by a noun with a day ahead: "Sunday's election", "ahead of a speech on Wednesday"."""

from __future__ import annotations

from collections.abc import Iterator

from headwater.annotate.commitments.actors import find_antecedent, is_actor
from headwater.annotate.commitments.clause import case_of, clause_words, lemma, lower, subject_of
from headwater.annotate.commitments.days import is_brief
from headwater.annotate.commitments.draft import Draft
from headwater.annotate.commitments.lists import words_of
from headwater.annotate.commitments.scene import Scene
from headwater.model.notes import Time

INSIDE = ("acl:relcl", "appos", "parataxis", "advcl", "conj")


def is_happening(scene: Scene, word: int) -> bool:
    """Whether the word names something that takes place."""
    return lemma(scene.sentence, word) in words_of("commitments_scheduled", "nouns", "words")


def find_happenings(scene: Scene) -> Iterator[Draft]:
    """A draft for each happening whose day stands in its phrase, or beside the verb that calls it, and lies ahead."""
    for word, pos in enumerate(scene.sentence.upos):
        yield from read_called(scene, word)
        is_told = bool(scene.sentence.children(word, "cop", "mark"))  # "she would be at the talks", "if it strikes"
        if pos in {"NOUN", "PROPN"} and not is_told and is_happening(scene, word) and is_ahead(scene, word):
            owners = scene.sentence.children(word, "nmod:poss")
            holder = next((c for c in owners if is_actor(scene, c) or is_known_owner(scene, c)), None)
            if holder is None:
                holder = find_organiser(scene, word, verb=word)
            yield Draft("scheduled", "happening@1", word, holder, None, (word,), "due", deed=False)


def read_called(scene: Scene, verb: int) -> Iterator[Draft]:
    """As in "has called a strike for Friday"."""
    sentence = scene.sentence
    if sentence.upos[verb] != "VERB" or lemma(sentence, verb) not in words_of(
        "commitments_scheduled", "hosting", "words"
    ):
        return
    called = [n for n in sentence.children(verb, "obj") if is_happening(scene, n)]
    near = [n for node in (verb, *called) for n in sentence.children(node, "obl", "obl:unmarked", "nmod")]
    days = [n for n in near if n in scene.heads and case_of(sentence, n) == "for"]
    holder = subject_of(sentence, verb)
    if called and holder is not None and is_actor(scene, holder) and any(is_later(scene, scene.heads[n]) for n in days):
        yield Draft(
            "scheduled", "called_for@1", verb, holder, None, tuple(dict.fromkeys((called[0], *days[:1]))), "due"
        )


def is_later(scene: Scene, time: Time) -> bool:
    """Whether a time lies after the report."""
    return time.earliest is not None and scene.published is not None and time.earliest > scene.published[1]


def is_known_owner(scene: Scene, word: int) -> bool:
    """Whether "its" or "their" stands for somebody named in the sentence."""
    antecedent = find_antecedent(scene, word) if lower(scene.sentence, word) in {"its", "their"} else None
    return antecedent is not None and is_actor(scene, antecedent)


def find_organiser(scene: Scene, happening: int, *, verb: int) -> int | None:
    """Who will hold it: "a debate by the senate", "the summit, hosted by the king", "expected from the court"."""
    sentence = scene.sentence
    hosts = [
        n
        for n in sentence.children(happening, "acl")
        if lemma(sentence, n) in words_of("commitments_scheduled", "hosting", "words")
    ]
    near = [n for node in (happening, *hosts, verb) for n in sentence.children(node, "nmod", "obl")]
    marks = {"by", "from"} if verb != happening else {"by"}
    return next((n for n in near if case_of(sentence, n) in marks and is_actor(scene, n)), None)


def is_ahead(scene: Scene, word: int) -> bool:
    """Whether the happening is told to be still to come, or its day lies after the report's."""
    sentence = scene.sentence
    inside = [n for n in clause_words(sentence, word, without=INSIDE) if n in scene.heads and n != word]
    if not inside or any(case_of(sentence, n) in words_of("deadlines", "prepositions", "words") for n in inside):
        return False
    if case_of(sentence, word) in words_of("commitments_scheduled", "ahead", "words"):
        return True
    adjectives = {lower(sentence, n) for n in sentence.children(word, "amod")}
    if adjectives & words_of("commitments_scheduled", "ahead", "nouns_adjectives"):
        return True
    times = [scene.heads[n] for n in inside]
    return all(is_later(scene, time) for time in times) and all(map(is_brief, times))
