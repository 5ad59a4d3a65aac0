"""Trees that parsers get wrong round the names of sources are mended, and stay trees."""

from __future__ import annotations

import pytest

from headwater.annotate.statements.repairs import mend
from headwater.model.sentence import Name, Sentence
from headwater.model.span import Span


def tree(*rows: tuple[str, str, int, str], names: tuple[Name, ...] = ()) -> Sentence:
    """Rows of word, Penn tag, head and relation."""
    tags = {"VBD": "VERB", "VBG": "VERB", "NN": "NOUN", "NNP": "PROPN", "PRP": "PRON", ",": "PUNCT", "IN": "ADP"}
    lemmas = {"said": "say", "told": "tell", "reported": "report", "fell": "fall", "rose": "rise", "adding": "add"}
    spans = tuple(Span(10 * n, 10 * n + len(row[0])) for n, row in enumerate(rows))
    return Sentence(
        words=tuple(row[0] for row in rows),
        spans=spans,
        lemmas=tuple(lemmas.get(row[0], row[0]) for row in rows),
        upos=tuple(tags[row[1]] for row in rows),
        xpos=tuple(row[1] for row in rows),
        heads=tuple(row[2] for row in rows),
        rels=tuple(row[3] for row in rows),
        names=names,
    )


def test_a_title_belongs_to_the_name_behind_it() -> None:
    sentence = tree(
        ("snow", "NN", 1, "nsubj"),
        ("fell", "VBD", 5, "ccomp"),
        (",", ",", 1, "punct"),
        ("engineer", "NN", 1, "nsubj"),
        ("Tarn", "NNP", 5, "nsubj"),
        ("said", "VBD", -1, "root"),
        names=(Name(4, 5, "PERSON"),),
    )
    mended = mend(sentence)
    assert (mended.heads[3], mended.rels[3]) == (4, "nmod:desc")


def test_a_noun_that_is_no_title_stays_where_it_is() -> None:
    sentence = tree(
        ("snow", "NN", 3, "nsubj"),
        ("valley", "NN", 3, "obl"),
        ("Tarn", "NNP", 3, "nsubj"),
        ("said", "VBD", -1, "root"),
        names=(Name(2, 3, "PERSON"),),
    )
    assert mend(sentence) is sentence


def test_who_is_told_is_no_part_of_the_name_before_the_verb() -> None:
    sentence = tree(("Tarn", "NNP", 1, "nsubj"), ("told", "VBD", -1, "root"), ("AFP", "NNP", 0, "flat"))
    mended = mend(sentence)
    assert (mended.heads[2], mended.rels[2]) == (1, "iobj")


def test_of_two_subjects_the_first_was_told() -> None:
    sentence = tree(
        ("Tarn", "NNP", 1, "nsubj"),
        ("told", "VBD", -1, "root"),
        ("AFP", "NNP", 4, "nsubj"),
        ("snow", "NN", 4, "nsubj"),
        ("fell", "VBD", 1, "ccomp"),
    )
    mended = mend(sentence)
    assert (mended.heads[2], mended.rels[2]) == (1, "iobj")


def test_a_second_subject_belongs_to_the_verb_it_stands_before() -> None:
    sentence = tree(
        ("snow", "NN", 1, "nsubj"),
        ("fell", "VBD", -1, "root"),
        ("Tarn", "NNP", 1, "nsubj"),
        ("told", "VBD", 1, "advcl"),
        ("AFP", "NNP", 3, "iobj"),
    )
    assert mend(sentence).heads[2] == 3


@pytest.mark.parametrize(
    ("heads", "rels"),
    [
        ((1, 4, 1, 4, -1, 4, 7, 4), ("nsubj", "ccomp", "punct", "nsubj", "root", "punct", "nsubj", "ccomp")),
        ((1, 7, 1, 4, 7, 4, 7, -1), ("nsubj", "ccomp", "punct", "nsubj", "ccomp", "punct", "nsubj", "root")),
    ],
    ids=["below the cue", "above the cue"],
)
def test_a_report_behind_a_cue_hangs_on_it(heads: tuple[int, ...], rels: tuple[str, ...]) -> None:
    words = [("snow", "NN"), ("fell", "VBD"), (",", ","), ("Tarn", "NNP"), ("said", "VBD"), (",", ","), ("AFP", "NNP")]
    rows = [(*row, head, rel) for row, head, rel in zip([*words, ("reported", "VBD")], heads, rels, strict=True)]
    mended = mend(tree(*rows))
    assert (mended.heads[7], mended.rels[7]) == (4, "parataxis")
    assert mended.heads[1] == 4
    assert mended.root == 4


def test_a_report_without_another_cue_stays_the_root() -> None:
    sentence = tree(
        ("snow", "NN", 1, "nsubj"),
        ("fell", "VBD", 5, "ccomp"),
        ("there", "IN", 1, "case"),
        (",", ",", 1, "punct"),
        ("AFP", "NNP", 5, "nsubj"),
        ("reported", "VBD", -1, "root"),
    )
    assert mend(sentence) is sentence
