"""Scores of the network -> trees and name tags."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
Heads = NDArray[np.int64]


def best_tree(arcs: Scores) -> Heads:
    """The head of each word in the best single-rooted tree.

    ``arcs`` [W, W+1]: score of head h (0 = root) for each word. Returns [W] with 0 = root, else 1 + index of the head.
    Greedy where the greedy answer is a tree, else Chu-Liu/Edmonds for each candidate root.
    """
    heads = arcs.argmax(axis=1)
    if (heads == 0).sum() == 1 and not _cycle(heads):
        return np.asarray(heads, np.int64)
    roots = np.argsort(-(arcs[:, 0] - arcs.max(axis=1)), kind="stable")[:3]
    trees = [_rooted_tree(arcs, int(root)) for root in roots]
    index = np.arange(len(arcs))
    return max(trees, key=lambda tree: float(arcs[index, tree].sum()))


def _rooted_tree(arcs: Scores, root: int) -> Heads:
    """The best tree whose only root is the word ``root``."""
    size = len(arcs) + 1
    scores = np.full((size, size), -1e9)
    scores[1:, :] = arcs
    scores[1:, 0] = -1e9
    scores[root + 1, :] = -1e9
    scores[root + 1, 0] = 0.0
    np.fill_diagonal(scores, -1e9)
    return _edmonds(scores)[1:]


def _cycle(heads: Heads) -> list[int]:
    """Words (1-based) of a cycle, or nothing. ``heads`` is 1-based with 0 = root."""
    seen = [0] * (len(heads) + 1)
    for start in range(1, len(heads) + 1):
        node, path = start, []
        while node and not seen[node]:
            seen[node] = start
            path.append(node)
            node = int(heads[node - 1])
        if node and seen[node] == start:
            return path[path.index(node) :]
    return []


def _edmonds(scores: NDArray[np.float64]) -> Heads:
    """Chu-Liu/Edmonds over a full score matrix [N,N] (row: word, column: head); node 0 is the root."""
    heads = scores.argmax(axis=1)
    heads[0] = 0
    cycle = _cycle(heads[1:])
    if not cycle:
        return np.asarray(heads, np.int64)
    inside = np.zeros(len(scores), bool)
    inside[cycle] = True
    outer = np.flatnonzero(~inside)
    ring = np.asarray(cycle)
    kept = scores[ring, heads[ring]]
    # The cycle becomes one node, the last of the smaller graph.
    small = np.full((len(outer) + 1, len(outer) + 1), -1e9)
    small[:-1, :-1] = scores[np.ix_(outer, outer)]
    leaving = scores[np.ix_(outer, ring)]
    small[:-1, -1] = leaving.max(axis=1)
    entering = scores[np.ix_(ring, outer)] - kept[:, None]
    small[-1, :-1] = entering.max(axis=0)
    small[0, :] = -1e9
    chosen = _edmonds(small)
    heads = heads.copy()
    for row, node in enumerate(outer[1:], start=1):
        head = chosen[row]
        heads[node] = ring[leaving[row].argmax()] if head == len(outer) else outer[head]
    entry = chosen[-1]
    heads[ring[entering[:, entry].argmax()]] = outer[entry]
    return np.asarray(heads, np.int64)


@lru_cache(maxsize=8)
def _forbidden(tags: tuple[str, ...]) -> NDArray[np.float64]:
    """[from, to]: 0 where IOB2 allows the step, else minus a lot; the last row is the start."""
    steps = np.zeros((len(tags) + 1, len(tags)))
    for column, tag in enumerate(tags):
        if tag.startswith("I-"):
            steps[:, column] = -1e9
            for row, before in enumerate(tags):
                if before[2:] == tag[2:] and before != "O":
                    steps[row, column] = 0.0
    return steps


def best_names(scores: Scores, tags: Sequence[str]) -> list[int]:
    """The best IOB2-valid tag sequence (Viterbi). ``scores`` [W, tags]; returns tag numbers."""
    if not scores[:, 1:].size or (scores.argmax(axis=1) == 0).all():
        return [0] * len(scores)
    steps = _forbidden(tuple(tags))
    total = scores[0] + steps[-1]
    back = np.zeros(scores.shape, np.int64)
    for n in range(1, len(scores)):
        reach = total[:, None] + steps[:-1]
        back[n] = reach.argmax(axis=0)
        total = reach.max(axis=0) + scores[n]
    best = [int(total.argmax())]
    for n in range(len(scores) - 1, 0, -1):
        best.append(int(back[n, best[-1]]))
    return best[::-1]
