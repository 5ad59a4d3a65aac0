"""Figures of the network while it is still in PyTorch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import torch

from corpora import Corpora
from figures import Answer, Run, figures
from headwater.language.pieces import Pieces, pack


def run_torch(network: torch.nn.Module, pieces: Pieces) -> Run:
    """Run the trained network in full precision."""

    def run(chunks: Sequence[Sequence[str]]) -> list[Answer]:
        network.eval()
        answers: list[Answer] = [{}] * len(chunks)
        order = sorted(range(len(chunks)), key=lambda n: len(chunks[n]))
        for start in range(0, len(chunks), 32):
            places = order[start : start + 32]
            part = [chunks[n] for n in places]
            packed = pack(part, pieces)
            with torch.inference_mode():
                out = network(*[torch.from_numpy(a) for a in (packed.pieces, packed.shapes, packed.mask, packed.first)])
                for row, place in enumerate(places):
                    n = len(chunks[place])
                    answers[place] = {
                        name: out[name][row, :n].numpy() for name in ("upos", "xpos", "ends", "names", "rel_word")
                    } | {
                        "arcs": out["arcs"][row, :n, : n + 1].numpy(),
                        "rel_head": out["rel_head"][row, : n + 1].numpy(),
                    }
        return answers

    return run


def evaluate(network: torch.nn.Module, corpora: Corpora, pieces: Pieces, *, every: int = 1) -> dict[str, float]:
    """The figures of a network that is still in PyTorch, on every n-th sentence."""
    corpora = replace(
        corpora,
        dev_treebank=corpora.dev_treebank[::every],
        dev_names={name: part[::every] for name, part in corpora.dev_names.items()},
    )

    def rel_out(hidden: np.ndarray) -> np.ndarray:
        with torch.inference_mode():
            return network.rel_out(torch.nn.functional.gelu(torch.from_numpy(hidden))).numpy()

    return figures(corpora, run_torch(network, pieces), rel_out)
