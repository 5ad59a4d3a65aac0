from __future__ import annotations

from typing import Any

import pytest

from headwater.assess.grades import grade_findings
from headwater.model.finding import Finding
from headwater.model.origin import Origin
from headwater.model.span import Cite, Span

CITE = Cite("a", Span(0, 10))


def happened(*origins: Origin) -> Finding:
    return Finding("happened", "nine killed", (CITE,), origins)


def number(*reports: str) -> Finding:
    sides: list[dict[str, Any]] = [{"cites": [{"report": report, "start": 0, "end": 5}]} for report in reports]
    return Finding("differs", "9 / 11", (CITE,), (), "d", {"about": "number", "sides": sides})


WIRES = tuple(Origin("wire", name) for name in ("AP", "AFP", "Reuters"))


@pytest.mark.parametrize(
    "origins, differs, grade",
    [
        (WIRES, False, 1),
        (WIRES[:2], False, 2),
        (WIRES[:1], False, 3),
        (WIRES[:2], True, 4),
        (WIRES[:1], True, 5),
        ((Origin("unknown", "a", inferred=True),), False, 6),
        ((Origin("wire", "AP", claimed=True),), False, 6),
    ],
)
def test_grades(origins: tuple[Origin, ...], differs: bool, grade: int) -> None:
    graded = grade_findings([happened(*origins), *([number("a", "b")] if differs else [])])[0]
    assert graded.details["grade"]["value"] == grade


def test_a_difference_between_others_says_nothing() -> None:
    assert grade_findings([happened(*WIRES[:1]), number("b", "c")])[0].details["grade"]["value"] == 3


def test_a_difference_itself_has_no_grade() -> None:
    assert "grade" not in grade_findings([number("a", "b")])[0].details
