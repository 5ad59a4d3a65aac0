"""Scores of the network -> trees and name tags."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
Heads = NDArray[np.int64]


def best_tree(arcs: Scores) -> Heads:
    """The head of each word in the best single-rooted tree.

    ``arcs`` [W, W+1]: score of head h (0 = root) for each word. Returns [W] with 0 = root, else 1 + index of the head.
    Greedy where the greedy answer is a tree, else Chu-Liu/Edmonds for each candidate root that could still win.
    """
    heads = arcs.argmax(axis=1)
    if (heads == 0).sum() == 1 and not _has_cycle(heads):
        return np.asarray(heads, np.int64)
    loss = arcs[:, 0] - arcs.max(axis=1)
    roots = np.argsort(-loss, kind="stable")[:CANDIDATES]
    # No tree scores more than each word's best head other than the root, and the root's own score.
    reach = arcs[:, 1:].max(axis=1, initial=-NEVER).astype(np.float64)
    index = np.arange(len(arcs))
    best = _rooted_tree(arcs, int(roots[0]))
    most = float(arcs[index, best].sum())
    for root in map(int, roots[1:]):
        if reach.sum() - reach[root] + arcs[root, 0] < most - MARGIN:
            continue
        tree = _rooted_tree(arcs, root)
        if (score := float(arcs[index, tree].sum())) > most:
            best, most = tree, score
    return best


CANDIDATES = 3
"""Words that are tried as the root."""
NEVER = 1e9
MARGIN = 0.01
"""More than sums of scores in single precision err by."""


def _rooted_tree(arcs: Scores, root: int) -> Heads:
    """The best tree whose only root is the word ``root``."""
    size = len(arcs) + 1
    scores = np.full((size, size), -NEVER)
    scores[1:, :] = arcs
    scores[1:, 0] = -NEVER
    scores[root + 1, :] = -NEVER
    scores[root + 1, 0] = 0.0
    np.fill_diagonal(scores, -NEVER)
    return _edmonds(scores)[1:]


def _has_cycle(heads: Heads) -> bool:
    """Whether some words hang on each other in a ring. ``heads`` is 1-based with 0 = root."""
    above = heads.tolist()
    seen = [0] * (len(above) + 1)
    for start in range(1, len(above) + 1):
        node = start
        while node and not seen[node]:
            seen[node] = start
            node = above[node - 1]
        if node and seen[node] == start:
            return True
    return False


@dataclass(frozen=True, slots=True)
class _Ring:
    """Nodes of a cycle that were made one, its first."""

    nodes: NDArray[np.int64]
    heads: NDArray[np.int64]
    """Of its nodes, within the ring."""
    entry: NDArray[np.int64]
    """For each node outside: the place in the ring at which it would enter as a head."""
    exit: NDArray[np.int64]
    """For each node outside: the place in the ring of the head it would have there."""


def _edmonds(scores: NDArray[np.float64]) -> Heads:
    """Chu-Liu/Edmonds over a full score matrix [N,N] (row: word, column: head), which is used up; node 0 is the root.

    A cycle is drawn together where it stands, at the cost of its own rows and columns: all in all N * N (Tarjan 1977).
    """
    heads = scores.argmax(axis=1)
    heads[0] = 0
    rings: list[_Ring] = []
    settled = np.zeros(len(scores), np.int64)  # the walk that first met a node, 0 for none
    alive = np.ones(len(scores), bool)
    for walk in range(1, len(scores)):
        node, path = walk, list[int]()
        while node and alive[node] and settled[node] in {0, walk}:
            if settled[node] == walk:
                ring = path[path.index(node) :]
                del path[len(path) - len(ring) :]
                rings.append(_draw_together(scores, heads, ring=np.asarray(ring)))
                alive[ring[1:]] = False
                node = ring[0]
            settled[node] = walk
            path.append(node)
            node = int(heads[node])
    for drawn in reversed(rings):
        _expand(drawn, heads)
    return np.asarray(heads, np.int64)


def _draw_together(scores: NDArray[np.float64], heads: Heads, *, ring: NDArray[np.int64]) -> _Ring:
    """Make a cycle one node, its first, in ``scores`` and ``heads``."""
    first, kept = ring[0], heads[ring]
    entering = scores[ring] - scores[ring, kept][:, None]
    leaving = scores[:, ring]
    drawn = _Ring(ring, kept, entering.argmax(axis=0), leaving.argmax(axis=1))
    scores[first] = entering.max(axis=0)
    scores[:, first] = leaving.max(axis=1)
    scores[first, ring] = -2 * NEVER
    scores[:, ring[1:]] = -2 * NEVER
    heads[np.isin(heads, ring)] = first
    heads[first] = scores[first].argmax()
    return drawn


def _expand(drawn: _Ring, heads: Heads) -> None:
    """Give the nodes of a cycle, and those that hang on it, their own heads again."""
    first = drawn.nodes[0]
    above = heads[first]
    below = heads == first
    heads[below] = drawn.nodes[drawn.exit[below]]
    heads[drawn.nodes] = drawn.heads
    heads[drawn.nodes[drawn.entry[above]]] = above


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
