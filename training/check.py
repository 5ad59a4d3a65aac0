"""Measure the shipped model on the development parts: python training/check.py --data DIR"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from corpora import load
from figures import Answer, figures
from headwater.language.network import OUTPUTS, english


def run(chunks: Sequence[Sequence[str]]) -> list[Answer]:
    """The int8 network, as the package runs it; one chunk a batch would be slower and no different in kind."""
    answers = english().read(chunks, batch_words=1500)
    return [{name: getattr(answer, name) for name in OUTPUTS} for answer in answers]


def rel_out(hidden: np.ndarray) -> np.ndarray:
    return english().relations(hidden.astype(np.float32))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    options = parser.parse_args()
    print(json.dumps(figures(load(options.data), run, rel_out), indent=1))


if __name__ == "__main__":
    main()
