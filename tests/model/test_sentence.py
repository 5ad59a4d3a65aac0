"""The view the rules walk on."""

from headwater.model.sentence import Sentence
from headwater.model.span import Span


def sentence() -> Sentence:
    words = ("Ships", "were", "stopped", "by", "pilots")
    spans = tuple(Span(n * 8, n * 8 + len(word)) for n, word in enumerate(words))
    return Sentence(
        words=words,
        spans=spans,
        lemmas=("ship", "be", "stop", "by", "pilot"),
        upos=("NOUN", "AUX", "VERB", "ADP", "NOUN"),
        xpos=("NNS", "VBD", "VBN", "IN", "NNS"),
        heads=(2, 2, -1, 4, 2),
        rels=("nsubj:pass", "aux:pass", "root", "case", "obl:agent"),
    )


def test_a_relation_also_stands_for_its_subtypes() -> None:
    assert sentence().children(2, "nsubj") == (0,)
    assert sentence().children(2, "nsubj:pass", "obl") == (0, 4)
    assert sentence().children(2) == (0, 1, 4)


def test_subtree_and_ancestors() -> None:
    assert sentence().subtree(4) == [3, 4]
    assert list(sentence().ancestors(3)) == [4, 2]
    assert sentence().cover([4, 3]) == Span(24, 38)
    assert sentence().words_in(Span(8, 30)) == [1, 2, 3]
