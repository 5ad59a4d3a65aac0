"""The linear model that tells article lines from the rest of a page. Made by training/blocks.py, which says from what."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from headwater.clean.article import Seen
from headwater.clean.features import describe, describe_again

FILE = Path(__file__).with_name("line_model.json")
Weights = NDArray[np.float32]


@dataclass(frozen=True)
class LineModel:
    """Two looks at a page: at its lines and their neighbours, then at what the first look thought of the neighbours."""

    words: Mapping[str, float]
    """How much more often a word stands in articles than around them (log of the ratio)."""
    first: Weights
    second: Weights
    """One weight a feature; the last one is added to every line."""

    def score(self, seen: Sequence[Seen]) -> NDArray[np.float32]:
        """For each line the log odds that it is part of the article."""
        if not seen:
            return np.zeros(0, np.float32)
        table = describe(seen, self.words)
        once = table @ self.first[:-1] + self.first[-1]
        scores: NDArray[np.float32] = describe_again(table, once) @ self.second[:-1] + self.second[-1]
        return scores


@lru_cache(maxsize=1)
def line_model() -> LineModel:
    """The model of the package."""
    with FILE.open(encoding="utf8") as file:
        stored = json.load(file)
    return LineModel(stored["words"], np.array(stored["first"], np.float32), np.array(stored["second"], np.float32))
