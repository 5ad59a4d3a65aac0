"""Dictionary forms depend on the part of speech."""

import pytest

from headwater.language.lemmas import lemma_of

CASES = [
    ("said", "VERB", "say"),
    ("Talks", "NOUN", "talk"),
    ("talks", "VERB", "talk"),
    ("Talks", "PROPN", "Talks"),
    ("wo", "AUX", "will"),
    ("n’t", "PART", "not"),
    ("'s", "AUX", "be"),
    ("'s", "PART", "'s"),
    ("The", "DET", "the"),
    ("worst", "ADJ", "bad"),
]


@pytest.mark.parametrize("word, upos, lemma", CASES, ids=[" ".join(case[:2]) for case in CASES])
def test_lemmas(word: str, upos: str, lemma: str) -> None:
    assert lemma_of(word, upos) == lemma
