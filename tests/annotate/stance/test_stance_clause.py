"""Who does what in a clause: subjects and objects through passives, control, relatives and coordination."""

from __future__ import annotations

import pytest

from headwater.annotate.stance.clause import agent, obliques, patient
from headwater.model.sentence import Sentence
from headwater.model.span import Span


def build(*rows: tuple[str, str, str, int, str]) -> Sentence:
    """A sentence of (word, lemma, Penn tag, head, relation) rows; UD tags follow the Penn tags."""
    tags = {"NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "PRP": "PRON", "WP": "PRON", "IN": "ADP", "TO": "PART"}
    spans, at = [], 0
    for word, *_ in rows:
        spans.append(Span(at, at + len(word)))
        at += len(word) + 1
    return Sentence(
        words=tuple(row[0] for row in rows),
        spans=tuple(spans),
        lemmas=tuple(row[1] for row in rows),
        upos=tuple(tags.get(row[2], "VERB" if row[2].startswith("VB") else "X") for row in rows),
        xpos=tuple(row[2] for row in rows),
        heads=tuple(row[3] for row in rows),
        rels=tuple(row[4] for row in rows),
    )


ACTIVE = build(
    ("Chad", "Chad", "NNP", 1, "nsubj"), ("freed", "free", "VBD", -1, "root"), ("Oka", "Oka", "NNP", 1, "obj")
)
PASSIVE = build(
    ("Oka", "Oka", "NNP", 2, "nsubj:pass"),
    ("was", "be", "AUX", 2, "aux:pass"),
    ("freed", "free", "VBN", -1, "root"),
    ("by", "by", "IN", 4, "case"),
    ("Chad", "Chad", "NNP", 2, "obl"),
)
CONTROL = build(
    ("Chad", "Chad", "NNP", 1, "nsubj"),
    ("urged", "urge", "VBD", -1, "root"),
    ("Togo", "Togo", "NNP", 1, "obj"),
    ("to", "to", "TO", 4, "mark"),
    ("free", "free", "VB", 1, "xcomp"),
    ("Oka", "Oka", "NNP", 4, "obj"),
)
RELATIVE = build(
    ("men", "man", "NNS", -1, "root"),
    ("who", "who", "WP", 2, "nsubj"),
    ("freed", "free", "VBD", 0, "acl:relcl"),
    ("Oka", "Oka", "NNP", 2, "obj"),
)


@pytest.mark.parametrize(
    ("sentence", "verb", "doer", "done"),
    [(ACTIVE, 1, 0, 2), (PASSIVE, 2, 4, 0), (CONTROL, 4, 2, 5), (RELATIVE, 2, 0, 3)],
    ids=["active", "passive", "control", "relative"],
)
def test_doer_and_done_to(sentence: Sentence, verb: int, doer: int, done: int) -> None:
    assert agent(sentence, verb) == doer
    assert patient(sentence, verb) == done


def test_a_dateline_is_not_the_subject() -> None:
    sentence = build(
        ("ACCRA", "Accra", "NNP", 2, "nsubj"),
        ("Chad", "Chad", "NNP", 2, "nsubj"),
        ("left", "leave", "VBD", -1, "root"),
    )
    assert agent(sentence, 2) == 1


def test_the_first_of_two_objects_is_not_what_is_given() -> None:
    sentence = build(
        ("Chad", "Chad", "NNP", 1, "nsubj"),
        ("gave", "give", "VBD", -1, "root"),
        ("Togo", "Togo", "NNP", 1, "obj"),
        ("grain", "grain", "NN", 1, "obj"),
    )
    assert patient(sentence, 1) == 3


def test_obliques_are_named_by_their_preposition() -> None:
    assert obliques(PASSIVE, 2) == [("by", 4)]
