"""The quote-mark machine: cases, and what holds for any text."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.annotate.statements.marks import find_quotations
from headwater.model.span import Span

CASES = Path(__file__).parents[2] / "cases" / "statements" / "quotations.yaml"
GROUPS = yaml.safe_load(CASES.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "text, inner",
    [pytest.param(case["text"], case["inner"], id=case["text"]) for group in GROUPS for case in group["cases"]],
)
def test_marks(text: str, inner: list[str]) -> None:
    assert [text[q.inner.start : q.inner.end] for q in find_quotations(text, Span(0, len(text)))] == inner


@settings(deadline=None)
@given(st.text(alphabet="ab .,'\"“”‘’«»„\n`"))
def test_quotations_lie_in_order_inside_their_paragraph(text: str) -> None:
    found = find_quotations(text, Span(0, len(text)))
    for quotation in found:
        assert (
            0
            <= quotation.outer.start
            <= quotation.inner.start
            < quotation.inner.end
            <= quotation.outer.end
            <= len(text)
        )
    for before, after in pairwise(found):
        assert before.outer.end <= after.outer.start


@pytest.mark.parametrize("unit", ['"', "“", "”", " 'a", "«“", "‘"])
def test_twice_the_marks_take_about_twice_the_work(unit: str) -> None:
    def seconds(count: int) -> float:
        text = unit * count
        start = time.process_time()
        find_quotations(text, Span(0, len(text)))
        return time.process_time() - start

    # Quadratic work would show a ratio of four in every run; a busy machine disturbs only some.
    assert any(seconds(40_000) < 3 * max(seconds(20_000), 0.02) for _ in range(8))
