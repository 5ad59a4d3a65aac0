"""Relay chains, case by case (tests/cases/statements/relays.yaml)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

CASES = Path(__file__).parents[2] / "cases" / "statements"


def load(name: str) -> list[Any]:
    groups = yaml.safe_load((CASES / name).read_text(encoding="utf-8"))
    return [pytest.param(case, id=case["text"][:70]) for group in groups for case in group["cases"]]


@pytest.mark.parametrize("case", load("relays.yaml"))
def test_relay(case: dict[str, Any], find: Callable[[str], Any]) -> None:
    found = find(case["text"])
    statement = found.about(case["said"])
    assert found.words(statement.speaker) == case["speaker"]
    assert [relay.name for relay in statement.relays] == case["relays"]
