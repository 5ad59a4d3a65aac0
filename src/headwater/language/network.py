"""Runs the English network (ONNX, int8) over chunks of words."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from headwater.language.pieces import Pieces, pack
from headwater.language.runtime import onnxruntime

FOLDER = Path(__file__).parent / "model"
SLACK = 4
"""Pieces by which the longest chunk of a batch may exceed the shortest: more padding costs more than a further batch."""
SLOW_FUSIONS = ["SkipLayerNormFusion"]
"""Rewritings of the graph that onnxruntime makes and that are slower on a processor than what they replace (an eighth of the time)."""
Scores = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Labels:
    """The inventories, in the order of the network's outputs."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    rels: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the network says of one chunk of W words."""

    upos: Scores  # [W, tags]
    xpos: Scores  # [W, tags]
    ends: Scores  # [W], > 0 where a sentence ends
    names: Scores  # [W, tags]
    arcs: Scores  # [W, W+1], column 0 = root
    rel_word: Scores  # [W, R]
    rel_head: Scores  # [W+1, R]


OUTPUTS = tuple(Answer.__slots__)


class Network:
    """The model files, loaded once a process.

    One thread: two processes use two cores better than one process with two threads, and the sums keep their order.
    """

    def __init__(self, folder: Path = FOLDER) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3

        def load(name: str) -> onnxruntime.InferenceSession:
            return onnxruntime.InferenceSession(
                str(folder / name), options, providers=["CPUExecutionProvider"], disabled_optimizers=SLOW_FUSIONS
            )

        self._reader, self._relations = load("english.onnx"), load("relations.onnx")
        self.pieces = Pieces(folder / "tokenizer.json")
        self.labels = Labels(**{k: tuple(v) for k, v in json.loads((folder / "labels.json").read_text()).items()})

    def read(self, chunks: Sequence[Sequence[str]], *, batch_words: int) -> list[Answer]:
        """The answers for chunks of words, in order; a batch has ``batch_words`` pieces of words at most."""
        answers: dict[int, Answer] = {}
        sizes = [sum(len(self.pieces.cut(word)) for word in words) for words in chunks]
        for numbers in batches(sizes, batch_words):
            part = [chunks[n] for n in numbers]
            packed = pack(part, self.pieces)
            inputs = {"pieces": packed.pieces, "shapes": packed.shapes, "mask": packed.mask, "first": packed.first}
            outputs = self._reader.run(OUTPUTS, inputs)
            for row, n in enumerate(numbers):
                answers[n] = _unpad([output[row] for output in outputs], len(chunks[n]))
        return [answers[n] for n in range(len(chunks))]

    def relations(self, pairs: Scores) -> Scores:
        """Relation scores [N, rels] from ``rel_word + rel_head`` of each word and its head, [N, R]."""
        scores: Scores = self._relations.run(("rels",), {"pairs": pairs})[0]
        return scores


def batches(sizes: Sequence[int], most: int) -> Iterator[list[int]]:
    """Numbers of chunks that go together: of like size in pieces, so that little is padded, and at most ``most`` pieces a batch."""
    batch: list[int] = []
    for n in sorted(range(len(sizes)), key=sizes.__getitem__):
        full = (len(batch) + 1) * sizes[n] > most
        if batch and (full or sizes[n] > sizes[batch[0]] + SLACK):
            yield batch
            batch = []
        batch.append(n)
    if batch:
        yield batch


def _unpad(rows: list[Scores], words: int) -> Answer:
    upos, xpos, ends, names, arcs, rel_word, rel_head = rows
    return Answer(
        upos[:words],
        xpos[:words],
        ends[:words],
        names[:words],
        arcs[:words, : words + 1],
        rel_word[:words],
        rel_head[: words + 1],
    )


@lru_cache(maxsize=1)
def english() -> Network:
    """The shipped network, loaded at first use."""
    return Network()
