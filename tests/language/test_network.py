"""Batches, and what the network may not let leak from one chunk to another."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from headwater.language.network import SLACK, batches, english


@given(st.lists(st.integers(1, 500), max_size=40), st.integers(1, 2000))
def test_batches_hold_each_chunk_once_and_little_padding(sizes: list[int], most: int) -> None:
    made = list(batches(sizes, most))
    assert sorted(n for batch in made for n in batch) == list(range(len(sizes)))
    for batch in made:
        longest = max(sizes[n] for n in batch)
        assert longest - min(sizes[n] for n in batch) <= SLACK
        assert len(batch) == 1 or len(batch) * longest <= most


def test_a_padded_chunk_reads_as_it_does_alone() -> None:
    short = ["Osei", "closed", "the", "old", "mill", "."]
    long = [*short[:5], "in", "the", "month", "of", "May", "."]
    alone = english().read([short], batch_words=1)[0]
    padded = english().read([short, long], batch_words=1000)[0]
    assert (alone.arcs.argmax(axis=1) == padded.arcs.argmax(axis=1)).all()
    assert alone.upos.shape == padded.upos.shape
    assert np.abs(alone.upos - padded.upos).max() < 1.0


def test_the_same_chunks_give_the_same_bits() -> None:
    chunks = [["Snow", "fell", "."], ["The", "pass", "is", "shut", "."]]
    one, two = (english().read(chunks, batch_words=1000) for _ in range(2))
    assert all((a.arcs == b.arcs).all() and (a.names == b.names).all() for a, b in zip(one, two, strict=True))
