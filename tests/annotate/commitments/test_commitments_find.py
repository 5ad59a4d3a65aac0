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


@pytest.mark.parametrize(
    "text",
    [
        "",
        "by by by until Friday",
        "vowed threatened promised demanded",
        "Deadline. Deadline? deadline deadline the",
        "“” ‘ ’ 's to to to by Friday unless unless",
        "He vowed to " * 30,
    ],
)
def test_broken_text_is_read_without_a_fault(text: str) -> None:
    for commitment in find_commitments(read_case({"text": text})):
        assert all(0 <= start < end <= len(text) for start, end in (*commitment.span, *commitment.what))


def test_without_a_date_of_the_report_nothing_is_counted_or_moved() -> None:
    text = "The court ordered the mill to pay within ten days."
    (found,) = find_commitments(read_case({"text": text, "times": {"ten days": "P10D"}}))
    assert found.due is not None
    assert (found.due.value, found.due.earliest, found.due.latest) == ("P10D", None, None)
