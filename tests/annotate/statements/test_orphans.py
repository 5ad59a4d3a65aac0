"""Quotations without a cue, case by case (tests/cases/statements/orphans.yaml)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

CASES = Path(__file__).parents[2] / "cases" / "statements" / "orphans.yaml"
GROUPS = yaml.safe_load(CASES.read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", [pytest.param(case, id=case["said"]) for group in GROUPS for case in group["cases"]])
def test_orphan(case: dict[str, Any], find: Callable[[str], Any]) -> None:
    found = find(case["text"])
    statement = found.about(case["said"])
    assert (found.words(statement.speaker) or None) == case["speaker"]
    assert statement.unknown == case.get("unknown")
