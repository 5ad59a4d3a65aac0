"""Chunks and the network's answers -> parsed sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from headwater.language.chunks import Chunk, find_chunks
from headwater.language.decode import best_names, best_tree
from headwater.language.lemmas import lemma_of
from headwater.language.names import find_names
from headwater.language.network import Answer, Labels, Network, Scores, english
from headwater.model.reading import Reading
from headwater.model.sentence import Sentence
from headwater.settings import Language

DEFAULTS = Language()


def sentence_bounds(ends: Scores) -> Iterator[tuple[int, int]]:
    """Words ``[first, last)`` of each sentence of a chunk; the end of a chunk ends a sentence."""
    first = 0
    for end in [*np.flatnonzero(ends[:-1] > 0), len(ends) - 1]:
        yield first, int(end) + 1
        first = int(end) + 1


@dataclass(frozen=True, slots=True)
class Trees:
    """The sentences of a chunk and their heads, before relations are known."""

    bounds: list[tuple[int, int]]
    heads: list[list[int]]  # per sentence, counted in it, root -1
    pairs: Scores  # [W, R], input of the relation scorer


def find_trees(answer: Answer) -> Trees:
    """The best tree of each sentence of a chunk."""
    bounds = list(sentence_bounds(answer.ends))
    heads: list[list[int]] = []
    pairs = answer.rel_word.copy()
    for first, last in bounds:
        columns = np.r_[0, first + 1 : last + 1]
        tree = best_tree(answer.arcs[first:last, columns])
        pairs[first:last] += answer.rel_head[columns[tree]]
        heads.append([int(head) - 1 for head in tree])
    return Trees(bounds, heads, pairs)


def build(chunk: Chunk, answer: Answer, trees: Trees, *, rels: Sequence[str], labels: Labels) -> Iterator[Sentence]:
    """The sentences of one chunk; ``rels`` holds a relation for each of its words."""
    upos = [labels.upos[n] for n in answer.upos.argmax(axis=1)]
    xpos = [labels.xpos[n] for n in answer.xpos.argmax(axis=1)]
    tags = [labels.names[n] for n in best_names(answer.names, labels.names)]
    for (first, last), heads in zip(trees.bounds, trees.heads, strict=True):
        words = chunk.words[first:last]
        yield Sentence(
            words=words,
            spans=chunk.spans[first:last],
            lemmas=tuple(lemma_of(word, tag) for word, tag in zip(words, upos[first:last], strict=True)),
            upos=tuple(upos[first:last]),
            xpos=tuple(xpos[first:last]),
            heads=tuple(heads),
            rels=tuple("root" if head < 0 else rel for head, rel in zip(heads, rels[first:last], strict=True)),
            names=find_names(words, upos[first:last], tags[first:last]),
            role=chunk.role,
            paragraph=chunk.paragraph,
        )


def parse(chunks: Sequence[Chunk], network: Network, *, batch_words: int) -> Iterator[Sentence]:
    """The sentences of all chunks in order."""
    answers = network.read([chunk.words for chunk in chunks], batch_words=batch_words)
    trees = [find_trees(answer) for answer in answers]
    if not trees:
        return
    scores = network.relations(np.concatenate([tree.pairs for tree in trees]))
    rels = [network.labels.rels[n] for n in scores.argmax(axis=1)]
    at = 0
    for chunk, answer, tree in zip(chunks, answers, trees, strict=True):
        size = len(chunk.words)
        yield from build(chunk, answer, tree, rels=rels[at : at + size], labels=network.labels)
        at += size


def find_sentences(reading: Reading, settings: Language = DEFAULTS) -> tuple[Sentence, ...]:
    """The sentences of a report's title, body and captions; none where the report is not English."""
    if reading.language not in {"en", "und"}:
        return ()
    chunks = list(find_chunks(reading.report.text, reading.blocks, longest=settings.chunk_words))
    parsed = parse(chunks, english(), batch_words=settings.batch_words)
    return tuple(replace(sentence, index=n) for n, sentence in enumerate(parsed))
