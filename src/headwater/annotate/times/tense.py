"""What the parse says of a time's side: the tense of the verb that governs it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from headwater import lexicon
from headwater.model.sentence import Sentence
from headwater.model.span import Span

AHEAD = frozenset({"will", "shall", "'ll", "’ll", "wo"})
"""Auxiliaries of the future, as the parser writes their words."""


def tense_hint(sentences: Sequence[Sentence]) -> Callable[[Span], int]:
    """A function from the place of an expression to 1 (its verb lies ahead), -1 (behind) or 0 (not said)."""
    starts = [sentence.span for sentence in sentences]

    def hint(span: Span) -> int:
        holding = [n for n, held in enumerate(starts) if held.holds(span)]
        return _side(sentences[holding[0]], span) if holding else 0

    return hint


def _side(sentence: Sentence, span: Span) -> int:
    verb = governing_verb(sentence, span)
    return 0 if verb is None else _tense(sentence, verb)


def governing_verb(sentence: Sentence, span: Span) -> int | None:
    """The nearest verb above the words of an expression."""
    inside = set(sentence.words_in(span))
    tops = [word for word in sorted(inside) if sentence.heads[word] not in inside]
    return next((word for word in sentence.ancestors(tops[-1]) if sentence.upos[word] == "VERB"), None) if tops else None


def _tense(sentence: Sentence, verb: int) -> int:
    auxiliaries = {sentence.words[child].lower() for child in sentence.children(verb, "aux")}
    if auxiliaries & AHEAD:
        return 1
    if "to" in {sentence.words[child].lower() for child in sentence.children(verb, "mark", "aux")}:
        return 1 if _is_planned(sentence, verb) else 0
    past_helpers = {"was", "were", "had", "did", "has", "have"}
    helpers = auxiliaries | {sentence.words[child].lower() for child in sentence.children(verb, "aux:pass")}
    return -1 if sentence.xpos[verb] == "VBD" or helpers & past_helpers else 0


def _is_planned(sentence: Sentence, verb: int) -> bool:
    """Whether an infinitive hangs on a verb or noun of planning ("expected to", "a promise to")."""
    head = sentence.heads[verb]
    return head >= 0 and sentence.lemmas[head] in lexicon.load("times_cues")["plans"]["words"]
