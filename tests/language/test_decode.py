"""Decoding always gives one tree and valid tags, and the best of them."""

import time
from itertools import product

import numpy as np
import pytest

from headwater.language.decode import best_names, best_tree


def is_tree(heads: tuple[int, ...]) -> bool:
    if heads.count(0) != 1:
        return False
    for start in range(1, len(heads) + 1):
        node, steps = start, 0
        while node and steps <= len(heads):
            node, steps = heads[node - 1], steps + 1
        if node:
            return False
    return True


@pytest.mark.parametrize("seed", range(40))
def test_the_best_tree_is_found(seed: int) -> None:
    chance = np.random.default_rng(seed)
    size = 2 + seed % 4
    arcs = chance.normal(size=(size, size + 1)).astype(np.float32)
    arcs[np.arange(size), np.arange(1, size + 1)] = -1e4  # no word is its own head
    trees = [t for t in product(range(size + 1), repeat=size) if is_tree(t)]
    best = max(trees, key=lambda t: sum(arcs[n, h] for n, h in enumerate(t)))
    found = tuple(int(h) for h in best_tree(arcs))
    assert is_tree(found)
    assert sum(arcs[n, h] for n, h in enumerate(found)) == pytest.approx(
        sum(arcs[n, h] for n, h in enumerate(best)), abs=1e-4
    )


def rings(words: int) -> np.ndarray:
    """Scores that make each word and its neighbour prefer each other, and each pair of pairs: rings within rings."""
    place = np.arange(words)
    apart = place[:, None] ^ place[None, :]
    arcs = np.full((words, words + 1), -50.0, np.float32)
    arcs[:, 1:] = -np.log2(np.maximum(apart, 1)) - 0.001 * place[None, :] / words
    arcs[place, place + 1] = -1e4
    return arcs


@pytest.mark.parametrize("words", [2, 8, 64])
def test_rings_within_rings_come_out_as_one_tree(words: int) -> None:
    assert is_tree(tuple(int(h) for h in best_tree(rings(words))))


def test_words_in_rings_cost_no_more_than_their_scores() -> None:
    def seconds(words: int) -> float:
        arcs = rings(words)
        start = time.process_time()
        best_tree(arcs)
        return time.process_time() - start

    # Four times the scores; drawing one ring at a time on a fresh matrix took ten times as long.
    assert any(seconds(512) < 7 * max(seconds(256), 0.01) for _ in range(5))


def test_an_inside_tag_never_follows_another_type() -> None:
    tags = ("O", "B-PERSON", "I-PERSON", "B-ORG", "I-ORG")
    scores = np.array([[0, 2, 0, 0, 0], [0, 0, 1, 0, 2], [3, 0, 0, 0, 2.5]], np.float32)
    assert [tags[n] for n in best_names(scores, tags)] == ["B-PERSON", "I-PERSON", "O"]


def test_a_name_never_starts_inside() -> None:
    tags = ("O", "B-PERSON", "I-PERSON")
    assert [tags[n] for n in best_names(np.array([[0, 1, 5]], np.float32), tags)] == ["B-PERSON"]
