"""Figures of the model on the development parts: gold tokens, universal relations, no punctuation."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from corpora import Corpora, Sentence, paragraphs
from headwater.language.decode import best_names, best_tree
from headwater.language.names import find_names
from labels import NAME_TAGS

COUNTED_NAMES = frozenset({"PERSON", "ORG", "LOC"})
Answer = dict[str, np.ndarray]
Run = Callable[[Sequence[Sequence[str]]], list[Answer]]
"""Chunks of words -> for each, the scores of every head without padding, and ``rels`` as a function of heads."""


def universal(rel: str) -> str:
    return rel.split(":")[0]


def score_tree(
    sentences: list[Sentence], corpora: Corpora, run: Run, rel_out: Callable[[np.ndarray], np.ndarray]
) -> dict[str, float]:
    """UAS, LAS, UPOS and XPOS with gold sentences."""
    answers = run([s.words for s in sentences])
    words = right_head = right_rel = tokens = right_upos = right_xpos = 0
    rels, upos, xpos = corpora.vocabulary.rels, corpora.vocabulary.upos, corpora.vocabulary.xpos
    for sentence, answer in zip(sentences, answers, strict=True):
        heads = best_tree(answer["arcs"])
        scores = rel_out(answer["rel_word"] + answer["rel_head"][heads])
        for n, gold_rel in enumerate(sentence.rels or ()):
            tokens += 1
            right_upos += upos[answer["upos"][n].argmax()] == sentence.upos[n]
            right_xpos += xpos[answer["xpos"][n].argmax()] == sentence.xpos[n]
            if sentence.upos[n] == "PUNCT":
                continue
            words += 1
            if heads[n] == sentence.heads[n]:
                right_head += 1
                right_rel += universal(rels[scores[n].argmax()]) == universal(gold_rel)
    return {
        "UAS": right_head / words,
        "LAS": right_rel / words,
        "UPOS": right_upos / tokens,
        "XPOS": right_xpos / tokens,
    }


def score_ends(sentences: list[Sentence], corpora: Corpora, run: Run) -> float:
    """F1 of sentence ends inside paragraphs (the end of a paragraph is given and not counted)."""
    texts, gold = [], []
    for paragraph in paragraphs(sentences):
        words = [word for s in paragraph for word in s.words]
        if len(words) <= 200 and len(paragraph) > 1:
            texts.append(words)
            gold.append(set(np.cumsum([len(s.words) for s in paragraph])[:-1] - 1))
    hit = said = known = 0
    for answer, want in zip(run(texts), gold, strict=True):
        have = set(np.flatnonzero(answer["ends"][:-1] > 0))
        hit, said, known = hit + len(have & want), said + len(have), known + len(want)
    return 2 * hit / max(1, said + known)


def spans_of(tags: Sequence[str | None]) -> set[tuple[int, int, str]]:
    """IOB2 tags -> (start, end, type)."""
    spans: set[tuple[int, int, str]] = set()
    start: int | None = None
    for n, tag in enumerate([*tags, "O"]):
        if start is not None and (tag is None or not tag.startswith("I-")):
            spans.add((start, n, str(tags[start])[2:]))
            start = None
        if tag is not None and tag.startswith("B-"):
            start = n
    return spans


def score_names(pieces_of_text: list[Sentence], upos: list[str], run: Run) -> tuple[float, float]:
    """F1 and span F1 over PERSON, ORG and LOC, after the mending that the package does."""
    counts = np.zeros((2, 3))
    for sentence, answer in zip(pieces_of_text, run([s.words for s in pieces_of_text]), strict=True):
        tags = [NAME_TAGS[n] for n in best_names(answer["names"], NAME_TAGS)]
        found = find_names(sentence.words, [upos[n] for n in answer["upos"].argmax(axis=1)], tags)
        have = {(name.first, name.last, name.label) for name in found if name.label in COUNTED_NAMES}
        want = {span for span in spans_of(sentence.names or ()) if span[2] in COUNTED_NAMES}
        for row, cut in enumerate((3, 2)):
            a, b = {s[:cut] for s in have}, {s[:cut] for s in want}
            counts[row] += len(a & b), len(a), len(b)
    typed, span = 2 * counts[:, 0] / (counts[:, 1] + counts[:, 2])
    return float(typed), float(span)


def figures(corpora: Corpora, run: Run, rel_out: Callable[[np.ndarray], np.ndarray]) -> dict[str, float]:
    """Every figure of the model card, in percent."""
    result = score_tree(corpora.dev_treebank, corpora, run, rel_out)
    result["ends"] = score_ends(corpora.dev_treebank, corpora, run)
    both = [s for part in corpora.dev_names.values() for s in part]
    for name, part in {**corpora.dev_names, "names": both}.items():
        result[name], result[f"{name} span"] = score_names(part, corpora.vocabulary.upos, run)
    return {name: round(100 * value, 2) for name, value in result.items()}
