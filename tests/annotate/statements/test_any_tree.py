"""Whatever a parser makes of a text, the statements found in it are well formed."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.annotate.statements import find_statements
from headwater.annotate.statements.repairs import mend
from headwater.model.block import Block
from headwater.model.reading import Reading
from headwater.model.report import Report
from headwater.model.sentence import Name, Sentence
from headwater.model.span import Span

WORDS = [
    "Osei",
    "said",
    "told",
    "Reuters",
    "that",
    "mill",
    "closed",
    ",",
    "“",
    "”",
    '"',
    ":",
    ".",
    "he",
    "call",
    "on",
    "to",
]
WORDS += [
    "according",
    "claim",
    "expected",
    "who",
    "reportedly",
    "citing",
    "statement",
    "a",
    "we",
    "But",
    "urged",
    "—",
    "interview",
    "in",
    "reported",
    "engineer",
    "adding",
    "comments",
]
TAGS = ["NOUN", "VERB", "PROPN", "PUNCT", "PRON", "ADP", "ADJ", "AUX", "SCONJ"]
RELS = [
    "nsubj",
    "nsubj:pass",
    "obj",
    "obl",
    "obl:agent",
    "ccomp",
    "xcomp",
    "advcl",
    "acl",
    "acl:relcl",
    "parataxis",
    "mark",
    "case",
]
RELS += ["conj", "punct", "appos", "nmod", "nmod:poss", "flat", "aux", "fixed", "cc", "expl", "cop"]


@st.composite
def sentences(draw: st.DrawFn) -> list[list[tuple[str, str, str, int]]]:
    """Paragraphs of words with tags and a tree: each word hangs on any other, the tree kept by going through a random order."""
    paragraphs = []
    for _ in range(draw(st.integers(1, 3))):
        size = draw(st.integers(1, 14))
        order = draw(st.permutations(range(size)))
        heads = [-1] * size
        for place, word in enumerate(order[1:], 1):
            heads[word] = order[draw(st.integers(0, place - 1))]
        paragraphs.append(
            [
                (draw(st.sampled_from(WORDS)), draw(st.sampled_from(TAGS)), draw(st.sampled_from(RELS)), heads[n])
                for n in range(size)
            ]
        )
    return paragraphs


def build(paragraphs: list[list[tuple[str, str, str, int]]]) -> Reading:
    """A reading with one sentence a paragraph."""
    text, parsed = "", []
    for number, words in enumerate(paragraphs):
        spans = []
        for word, *_ in words:
            spans.append(Span(len(text), len(text) + len(word)))
            text += word + " "
        text = text[:-1] + "\n"
        parsed.append(
            Sentence(
                words=tuple(w for w, *_ in words),
                spans=tuple(spans),
                lemmas=tuple(
                    {"said": "say", "told": "tell", "urged": "urge", "expected": "expect", "reported": "report"}.get(
                        w, w
                    )
                    for w, *_ in words
                ),
                upos=tuple(tag for _, tag, _, _ in words),
                xpos=tuple("VBD" if tag == "VERB" else "NN" for _, tag, _, _ in words),
                heads=tuple(head for *_, head in words),
                rels=tuple("root" if head < 0 else rel for _, _, rel, head in words),
                names=(Name(0, 1, "PERSON"),),
                paragraph=number,
                index=number,
            )
        )
    return Reading(
        Report("any", text),
        language="en",
        blocks=(Block(Span(0, len(text)), "body", "whole@1"),),
        sentences=tuple(parsed),
    )


@settings(max_examples=150, deadline=None)
@given(sentences())
def test_statements_are_well_formed(paragraphs: list[list[tuple[str, str, str, int]]]) -> None:
    reading = build(paragraphs)
    size = len(reading.report.text)
    found = find_statements(reading)
    for statement in found:
        spans = (
            *statement.content,
            *statement.speaker,
            *statement.cue,
            *statement.venue,
            *(r.span for r in statement.relays),
        )
        assert statement.content
        assert all(0 <= span.start < span.end <= size for span in spans)
        assert bool(statement.speaker) == (statement.unknown is None)
    contents = sorted(span for statement in found for span in statement.content)
    assert all(before.end <= after.start for before, after in pairwise(contents))


@settings(max_examples=50, deadline=None)
@given(sentences())
def test_the_same_reading_gives_the_same_statements(paragraphs: list[list[tuple[str, str, str, int]]]) -> None:
    reading = build(paragraphs)
    assert find_statements(reading) == find_statements(reading)


@settings(max_examples=150, deadline=None)
@given(sentences())
def test_a_mended_tree_is_a_tree(paragraphs: list[list[tuple[str, str, str, int]]]) -> None:
    for sentence in map(mend, build(paragraphs).sentences):
        assert sentence.heads.count(-1) == 1
        assert all(n == sentence.root or sentence.root in sentence.ancestors(n) for n in range(len(sentence)))
