"""The networks of the line model: their shape in PyTorch, and how they learn.

Two kinds, whose answers are averaged: one looks at a line and at what features say of its neighbours, the other also at the words of the
lines around it.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from headwater.clean.line_model import REACH, Layer, Member
from headwater.clean.words import Bags, Table

SIZE = 8
"""Numbers that stand for a word."""
UNITS, STEPS, DROP, WORD_DROP = 32, (1, 4), 0.15, 0.2
EPOCHS, RATE, DECAY, WORD_DECAY = 10, 3e-3, 1e-4, 0.05
BATCH_LINES = 2_500
ALONE_UNITS, ALONE_EPOCHS, ALONE_RATE, ALONE_BATCH, ALONE_DECAY = 24, 8, 2e-3, 512, 1e-3
"""The same for the network that sees no words of neighbours; its decay is that of the weights' squares in the loss."""


@dataclass(frozen=True)
class Example:
    """One page in numbers."""

    table: Table
    bags: Bags
    openings: Bags
    article: NDArray[np.bool_]
    counts: NDArray[np.float32]


class Rows(nn.Module):
    """Lines in a row: features and words of each, then layers over its neighbours."""

    def __init__(self, features: int, words: int) -> None:
        super().__init__()
        self.vectors = nn.EmbeddingBag(words + 1, SIZE, mode="mean", include_last_offset=True)
        nn.init.normal_(self.vectors.weight, std=0.05)
        self.inner = nn.Linear(features + 2 * SIZE, UNITS)
        self.layers = nn.ModuleList(
            nn.Conv1d(UNITS, UNITS, REACH, dilation=step, padding=step * (REACH // 2)) for step in STEPS
        )
        self.out = nn.Linear(UNITS * (1 + len(STEPS)), 1)
        self.drop = nn.Dropout(DROP)

    def forward(self, table: Tensor, words: Sequence[tuple[Tensor, Tensor]], sizes: list[int]) -> Tensor:
        """Log odds of each line; ``table`` holds pages one after the other, ``sizes`` their lines."""
        told = [self.vectors(rows, ends) * 2 for rows, ends in words]
        found = [torch.relu(self.inner(self.drop(torch.cat([table, *told], 1))))]
        for layer in self.layers:
            pages = nn.utils.rnn.pad_sequence(list(self.drop(found[-1]).split(sizes)), batch_first=True)
            seen = torch.relu(layer(pages.transpose(1, 2)).transpose(1, 2))
            found.append(torch.cat([page[:size] for page, size in zip(seen, sizes, strict=True)]))
        scores: Tensor = self.out(self.drop(torch.cat(found, 1)))[:, 0]
        return scores


def standardize(examples: Sequence[Example]) -> tuple[Table, Table]:
    """Mean and scale of each feature."""
    rows = np.concatenate([example.table for example in examples])
    return rows.mean(axis=0), rows.std(axis=0) + 0.02


def weigh(scores: Tensor, labels: Tensor, counts: Tensor) -> Tensor:
    """The loss of some lines, each counted as much as it should."""
    return (nn.functional.binary_cross_entropy_with_logits(scores, labels, reduction="none") * counts).mean()


def fit_member(examples: Sequence[Example], words: int, *, seed: int, by_lines: bool) -> Member:
    """Train one network: on lines by themselves (``by_lines``) or on lines in a row."""
    torch.manual_seed(seed)
    return fit_alone(examples, words, seed=seed) if by_lines else fit_rows(examples, words, seed=seed)


def fit_alone(examples: Sequence[Example], words: int, *, seed: int) -> Member:
    mean, scale = standardize(examples)
    use = [example.counts > 0 for example in examples]
    table = torch.from_numpy(np.concatenate([(e.table[u] - mean) / scale for e, u in zip(examples, use, strict=True)]))
    labels = torch.from_numpy(np.concatenate([e.article[u] for e, u in zip(examples, use, strict=True)])).float()
    counts = torch.from_numpy(np.concatenate([e.counts[u] for e, u in zip(examples, use, strict=True)]))
    counts = counts / counts.mean()
    network = nn.Sequential(nn.Linear(table.shape[1], ALONE_UNITS), nn.ReLU(), nn.Linear(ALONE_UNITS, 1))
    tuner = torch.optim.Adam(network.parameters(), ALONE_RATE, weight_decay=ALONE_DECAY / ALONE_BATCH)
    shuffle = torch.Generator().manual_seed(seed)
    for _ in range(ALONE_EPOCHS):
        for batch in torch.randperm(len(table), generator=shuffle).split(ALONE_BATCH):
            loss = weigh(network(table[batch])[:, 0], labels[batch], counts[batch])
            tuner.zero_grad()
            loss.backward()
            tuner.step()
    inner = unscale(network[0], mean, scale)
    inner = np.vstack([inner[:-1], np.zeros((2, ALONE_UNITS), np.float32), inner[-1:]])
    return Member(np.zeros((words + 1, 1), np.float32), inner, (), flatten(network[2]))


def fit_rows(examples: Sequence[Example], words: int, *, seed: int) -> Member:
    mean, scale = standardize(examples)
    network = Rows(len(mean), words)
    weights = [weight for name, weight in network.named_parameters() if "vectors" not in name]
    groups = [
        {"params": weights, "weight_decay": DECAY},
        {"params": network.vectors.weight, "weight_decay": WORD_DECAY},
    ]
    tuner = torch.optim.AdamW(groups, RATE)
    chance = random.Random(seed)
    batches = sum(1 for _ in make_batches(examples, random.Random(seed)))
    rates = torch.optim.lr_scheduler.OneCycleLR(tuner, RATE, total_steps=(batches + 5) * EPOCHS)
    usual = float(np.concatenate([example.counts for example in examples]).mean())
    for _ in range(EPOCHS):
        for batch in make_batches(examples, chance):
            table = torch.from_numpy(np.concatenate([(example.table - mean) / scale for example in batch]))
            labels = torch.from_numpy(np.concatenate([example.article for example in batch])).float()
            counts = torch.from_numpy(np.concatenate([example.counts for example in batch])) / usual
            bags = [join([e.bags for e in batch], words), join([e.openings for e in batch], words)]
            loss = weigh(network(table, bags, [len(example.table) for example in batch]), labels, counts)
            tuner.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            tuner.step()
            rates.step()
    return export(network, mean, scale)


def make_batches(examples: Sequence[Example], chance: random.Random) -> Iterator[list[Example]]:
    """Pages of like length, in random order, about BATCH_LINES lines at a time."""
    ordered = sorted(examples, key=lambda example: len(example.table) + 40 * chance.random())
    batches: list[list[Example]] = [[]]
    for example in ordered:
        batches[-1].append(example)
        if sum(len(one.table) for one in batches[-1]) > BATCH_LINES:
            batches.append([])
    batches = [batch for batch in batches if batch]
    chance.shuffle(batches)
    yield from batches


def join(bags: Sequence[Bags], words: int) -> tuple[Tensor, Tensor]:
    """The bags of several pages one after the other; some words are hidden among the rare ones."""
    rows = np.concatenate([bag.rows for bag in bags])
    starts = np.cumsum([0, *(len(bag.rows) for bag in bags)])
    ends = np.concatenate([[0], *(bag.ends[1:] + start for bag, start in zip(bags, starts, strict=False))])
    found = torch.from_numpy(rows)
    return found.masked_fill(torch.rand(len(rows)) < WORD_DROP, words), torch.from_numpy(ends)


def unscale(layer: nn.Linear, mean: Table, scale: Table) -> Table:
    """A layer's weights for features as they are, its bias as the last row."""
    weights = flatten(layer)
    weights[: len(mean)] /= scale[:, None]
    weights[-1] -= mean @ weights[: len(mean)]
    return weights


def flatten(layer: nn.Linear) -> Table:
    """[inputs + 1, units]; without the second dimension where there is one unit."""
    weights = layer.weight.detach().numpy().T
    found: Table = np.vstack([weights, layer.bias.detach().numpy()]).astype(np.float32)
    return found[:, 0] if found.shape[1] == 1 else found


def export(network: Rows, mean: Table, scale: Table) -> Member:
    """The network as the package reads it."""
    layers = []
    for layer, step in zip(network.layers, STEPS, strict=True):
        weights = layer.weight.detach().permute(2, 1, 0).reshape(-1, UNITS).numpy()
        layers.append(Layer(np.vstack([weights, layer.bias.detach().numpy()]).astype(np.float32), step))
    vectors = network.vectors.weight.detach().numpy() * 2
    return Member(vectors, unscale(network.inner, mean, scale), tuple(layers), flatten(network.out))
