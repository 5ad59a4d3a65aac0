"""When and where a deed is set: the time and the place of its own clause."""

from __future__ import annotations

from headwater.annotate.events.parties import name_label, party_span
from headwater.annotate.stance.clause import case_of
from headwater.model.notes import Time
from headwater.model.sentence import Sentence
from headwater.model.span import Span

PLACE_CASES = frozenset({"in", "at", "near", "outside", "inside", "around"})


def find_time(sentence: Sentence, word: int, times: list[Time]) -> Span | None:
    """The time expression that hangs on the deed, or on the clause it stands in; None where another verb is nearer.

    One that means a day goes before one that does not ("will now meet on 25 March").
    """
    best: tuple[tuple[bool, int], Span] | None = None
    for time in times:
        inside = sentence.words_in(time.span)
        if not inside or time.type == "SET":
            continue
        steps = distance(sentence, inside, word)
        near = (time.earliest is None, steps or 0)
        if steps is not None and (best is None or near < best[0]):
            best = (near, time.span)
    return best[1] if best else None


def distance(sentence: Sentence, inside: list[int], word: int) -> int | None:
    """Steps up the tree from a time to the deed; a time on the main verb also sets a deed that is that verb's argument."""
    top = next((w for w in inside if sentence.heads[w] not in inside), inside[0])
    head = sentence.heads[top]
    if head == word:
        return 1
    if head >= 0 and sentence.upos[head] == "VERB":
        return 2 if governs_closely(sentence, head, word) else None
    above = sentence.heads[head] if head >= 0 else -1
    return 3 if above == word and sentence.upos[word] == "VERB" and sentence.rels[head] == "obj" else None


def governs_closely(sentence: Sentence, verb: int, word: int) -> bool:
    """Whether a deed named by a noun is an argument of the verb ("talks collapsed on Monday")."""
    return sentence.heads[word] == verb and sentence.rels[word] in {"obj", "nsubj", "nsubj:pass", "xcomp"}


def find_place(sentence: Sentence, word: int, taken: tuple[int, ...]) -> tuple[Span, ...]:
    """Named places after "in", "at" or "near" on the deed or on its object, other than its actors."""
    below = [word, *sentence.children(word, "obj", "nsubj:pass"), *taken]
    for node in below:
        for child in sentence.children(node, "obl", "nmod"):
            if child not in taken and case_of(sentence, child) in PLACE_CASES and name_label(sentence, child) == "LOC":
                return (party_span(sentence, child),)
    return ()
