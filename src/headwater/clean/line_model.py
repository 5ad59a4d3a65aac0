"""The small model that tells article lines from the rest of a page. Made by training/blocks.py, which says from what."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from headwater.clean.article import Seen
from headwater.clean.features import describe

FILE = Path(__file__).with_name("line_model.json")
Weights = NDArray[np.float32]


@dataclass(frozen=True)
class LineModel:
    """One layer of hidden units over the features of a line and its neighbours."""

    words: Mapping[str, float]
    """How much more often a word stands in articles than around them (log of the ratio)."""
    hidden: Weights
    """[features + 1, units]; the last row is added to every line, here and below."""
    out: Weights
    """[units + 1]."""

    def score(self, seen: Sequence[Seen]) -> NDArray[np.float32]:
        """For each line (at least one) the log odds that it is part of the article."""
        units = np.maximum(describe(seen, self.words) @ self.hidden[:-1] + self.hidden[-1], 0)
        scores: NDArray[np.float32] = units @ self.out[:-1] + self.out[-1]
        return scores


@lru_cache(maxsize=1)
def line_model() -> LineModel:
    """The model of the package."""
    with FILE.open(encoding="utf8") as file:
        stored = json.load(file)
    return LineModel(stored["words"], np.array(stored["hidden"], np.float32), np.array(stored["out"], np.float32))
