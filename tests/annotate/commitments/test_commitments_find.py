"""Every case of tests/cases/commitments: what is found, by whom, due when."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from commitment_cases import read_case

from headwater.annotate.commitments import find_commitments
from headwater.model.notes import Commitment
from headwater.model.span import Spans

FOLDER = Path(__file__).parents[2] / "cases" / "commitments"
CASES = [case for path in sorted(FOLDER.glob("*.yaml")) for case in yaml.safe_load(path.read_text("utf-8"))]
FIELDS = ("who", "to", "condition")


def words(text: str, spans: Spans) -> str | None:
    return " ".join(text[start:end] for start, end in spans) or None


def shown(text: str, commitment: Commitment, asked: dict[str, Any]) -> dict[str, Any]:
    found = {name: words(text, getattr(commitment, name)) for name in FIELDS if name in asked}
    return {"commitment": commitment.commitment, "due": commitment.due.value if commitment.due else None} | found


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    found = find_commitments(read_case(case))
    wanted = sorted(case["expect"], key=lambda e: (e["commitment"], str(e["due"])))
    ordered = sorted(found, key=lambda c: (c.commitment, str(c.due.value if c.due else None)))
    got = [shown(case["text"], c, w) for c, w in zip(ordered, wanted, strict=False)]
    assert got == wanted, case["why"]
    assert len(ordered) == len(wanted), [(c.commitment, c.rule, words(case["text"], c.what)) for c in ordered]
