"""Happenings named by a noun with a day ahead: "Sunday's election", "ahead of a speech on Wednesday"."""

from __future__ import annotations

from collections.abc import Iterator

from headwater.annotate.commitments.actors import is_actor
from headwater.annotate.commitments.clause import case_of, clause_words, lemma, lower
from headwater.annotate.commitments.days import is_brief
from headwater.annotate.commitments.draft import Draft
from headwater.annotate.commitments.lists import words_of
from headwater.annotate.commitments.scene import Scene

INSIDE = ("acl:relcl", "appos", "parataxis", "advcl", "conj")


def is_happening(scene: Scene, word: int) -> bool:
    """Whether the word names something that takes place."""
    return lemma(scene.sentence, word) in words_of("commitments_scheduled", "nouns", "words")


def find_happenings(scene: Scene) -> Iterator[Draft]:
    """A draft for each happening whose day stands in its phrase and lies ahead."""
    for word, pos in enumerate(scene.sentence.upos):
        if pos in {"NOUN", "PROPN"} and is_happening(scene, word) and is_ahead(scene, word):
            holder = next((c for c in scene.sentence.children(word, "nmod:poss") if is_actor(scene, c)), None)
            if holder is None:
                holder = find_organiser(scene, word, verb=word)
            yield Draft("scheduled", "happening@1", word, holder, None, (word,), "due", deed=False)


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
    after = [t.earliest is not None and scene.published is not None and t.earliest > scene.published[1] for t in times]
    return all(after) and all(map(is_brief, times))
