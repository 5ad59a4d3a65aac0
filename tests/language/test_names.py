"""Names are mended by gazetteers and tags."""

import pytest

from headwater.language.names import decode_tags, find_names

CASES = [
    ("The South Korean envoy left", "O B-LOC B-NORP O O", "DET ADJ ADJ NOUN VERB", ["South Korean/NORP"]),
    ("Norway has refused", "B-ORG O O", "PROPN AUX VERB", ["Norway/LOC"]),
    ("Jordan Lund resigned", "B-PERSON I-PERSON O", "PROPN PROPN VERB", ["Jordan Lund/PERSON"]),
    ("Jordan resigned", "B-PERSON O", "PROPN VERB", ["Jordan/PERSON"]),
    ("write to ana@tarn.example today", "O O B-PERSON O", "VERB ADP X NOUN", []),
    ("the fish market", "O B-ORG I-ORG", "DET NOUN NOUN", []),
    ("a Norwegian ship", "O B-LOC O", "DET ADJ NOUN", ["Norwegian/NORP"]),
]


@pytest.mark.parametrize("text, tags, upos, expected", CASES, ids=[case[0] for case in CASES])
def test_names_are_mended(text: str, tags: str, upos: str, expected: list[str]) -> None:
    words = text.split()
    found = find_names(words, upos.split(), tags.split())
    assert [f"{' '.join(words[n.first : n.last])}/{n.label}" for n in found] == expected


def test_a_change_of_type_starts_a_new_name() -> None:
    found = decode_tags(["B-ORG", "I-ORG", "B-ORG", "O", "I-LOC"])
    assert [(n.first, n.last, n.label) for n in found] == [(0, 2, "ORG"), (2, 3, "ORG"), (4, 5, "LOC")]
