"""Who asks is not who answers: "Asked by the host, Lena Dorn, whether …, he replied"."""

from __future__ import annotations

from collections.abc import Iterator

from headwater.annotate.statements.cues import nouns
from headwater.annotate.statements.drafts import Draft
from headwater.model.sentence import Sentence
from headwater.model.span import Span


def find_askers(draft: Draft) -> Iterator[Span]:
    """The words that name who put the question a statement answers: in its own sentence, else in the one before."""
    sentence, cue = draft.sentence, draft.cue_word
    if sentence is None or cue is None:
        return
    clauses = [c for c in sentence.children(cue, "advcl", "parataxis") if _asks(sentence, c)]
    for clause in clauses:
        yield from _name_asker(sentence, clause)
    before = next((s for s in draft.passage.sentences if s.index == sentence.index - 1), None)
    if not clauses and before is not None and _asks(before, before.root):
        yield from _name_asker(before, before.root)


def _asks(sentence: Sentence, verb: int) -> bool:
    return sentence.upos[verb] == "VERB" and sentence.lemmas[verb].lower() in nouns("asking")


def _name_asker(sentence: Sentence, verb: int) -> Iterator[Span]:
    """Subject or agent, and the names beside it up to the question."""
    top = next(iter(sentence.children(verb, "obl:agent", "nsubj")), None)
    if top is None:
        return
    below = [n for clause in sentence.children(verb, "ccomp", "xcomp", "advcl") for n in sentence.subtree(clause)]
    stop = min((n for n in below if n > top), default=max(sentence.subtree(verb)) + 1)
    asked = {n for child in sentence.children(verb, "obj", "iobj") for n in sentence.subtree(child)}
    yield from (sentence.spans[n] for n in range(min(sentence.subtree(top)), stop) if n not in asked and n != verb)
