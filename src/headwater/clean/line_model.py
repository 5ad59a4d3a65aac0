"""The small model that tells article lines from the rest of a page. Made by training/blocks.py, which says from what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from headwater.clean.article import Seen
from headwater.clean.features import describe
from headwater.clean.words import OPENING, Table, average_bags, bag_words, sum_bags

FILE = Path(__file__).with_name("line_model.npz")
REACH = 5
"""Lines that one row of a layer looks at."""


class Layer(NamedTuple):
    """Hidden units over a line and lines above and below it."""

    weights: Table
    """[REACH * units + 1, units]; the last row is added to every line, here and below."""
    step: int
    """How many lines lie between two it looks at."""


@dataclass(frozen=True)
class Member:
    """One network: what is told of a line by itself, then of the lines around it."""

    vectors: Table
    """[words + 1, size]: what a word means for a line; the last row stands for all rare ones."""
    inner: Table
    """[features + 2 * size + 1, units]."""
    layers: tuple[Layer, ...]
    out: Table
    """[units of all layers + 1]."""

    def score(self, features: Table, said: Table, opening: Table) -> Table:
        """The log odds of each line by its features and the means of its words' vectors, of all of them and of the first."""
        found = [rectify(np.hstack([features, said, opening]), self.inner)]
        for layer in self.layers:
            found.append(rectify(gather(found[-1], layer.step), layer.weights))
        scores: Table = np.hstack(found) @ self.out[:-1] + self.out[-1]
        return scores


@dataclass(frozen=True)
class LineModel:
    """Networks whose answers are averaged."""

    words: Mapping[str, int]
    """Frequent words and their rows."""
    odds: Table
    """[words + 1, 1]: how much more often a word stands in articles than around them (log of the ratio)."""
    members: tuple[Member, ...]

    def score(self, seen: Sequence[Seen]) -> Table:
        """For each line (at least one) the log odds that it is part of the article."""
        lines = [one.line for one in seen]
        bags, openings = bag_words(lines, self.words), bag_words(lines, self.words, most=OPENING)
        features = describe(seen, sum_bags(bags, self.odds)[:, 0])
        said, opening = average_bags(bags, self.vectors), average_bags(openings, self.vectors)
        total, at = np.zeros(len(seen), np.float32), 0
        for member in self.members:
            own = slice(at, at := at + member.vectors.shape[1])
            total += member.score(features, said[:, own], opening[:, own])
        scores: Table = total / np.float32(len(self.members))
        return scores

    @cached_property
    def vectors(self) -> Table:
        """What a word means for the members, side by side."""
        return np.hstack([member.vectors for member in self.members])


def rectify(table: Table, weights: Table) -> Table:
    """One layer of units: nothing below zero."""
    found: Table = np.maximum(table @ weights[:-1] + weights[-1], 0)
    return found


def gather(table: Table, step: int) -> Table:
    """Each row beside the rows ``step`` and more lines above and below it; zeros beyond the page."""
    reach = REACH // 2 * step
    padded = np.pad(table, ((reach, reach), (0, 0)))
    return np.hstack([padded[n * step : n * step + len(table)] for n in range(REACH)])


Stored = dict[str, NDArray[Any]]
"""Named arrays."""


def pack(model: LineModel) -> Stored:
    """The model as named arrays, in half precision where that is enough."""
    stored: Stored = {
        "words": np.frombuffer("\n".join(model.words).encode("utf-8"), np.uint8),
        "odds": model.odds.astype(np.float16),
    }
    for n, member in enumerate(model.members):
        stored |= {
            f"{n}.vectors": member.vectors.astype(np.float16),
            f"{n}.inner": member.inner,
            f"{n}.out": member.out,
        }
        stored |= {f"{n}.{m}.{layer.step}": layer.weights for m, layer in enumerate(member.layers)}
    return stored


def unpack(stored: Stored) -> LineModel:
    """The model that :func:`pack` laid out."""
    words = stored["words"].tobytes().decode("utf-8").split("\n")
    arrays = {name: array.astype(np.float32) for name, array in stored.items() if name != "words"}
    members = []
    for n in range(sum(name.endswith(".out") for name in arrays)):
        layers = [name for name in sorted(arrays) if name.startswith(f"{n}.") and name.count(".") == 2]
        members.append(
            Member(
                arrays[f"{n}.vectors"],
                arrays[f"{n}.inner"],
                tuple(Layer(arrays[name], int(name.rsplit(".", 1)[1])) for name in layers),
                arrays[f"{n}.out"],
            )
        )
    return LineModel({word: n for n, word in enumerate(words)}, arrays["odds"], tuple(members))


@lru_cache(maxsize=1)
def line_model() -> LineModel:
    """The model of the package."""
    with np.load(FILE, allow_pickle=False) as stored:
        return unpack(dict(stored))
