"""Relay chains, case by case (tests/cases/statements/relays*.yaml; the form is told in the README beside them)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

CASES = Path(__file__).parents[2] / "cases" / "statements"
INDEPENDENT = sorted(CASES.glob("relays_*.yaml"))
FLOOR, ODD_FLOOR = 0.84, 0.71
"""Share of the cases written independently of the rules whose speaker and relays are all right: of all, and of those at odd places,
by whose errors the rules were last not mended (aimed at: 0.85)."""


def load(path: Path) -> list[dict[str, Any]]:
    groups = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [case for group in groups for case in group["cases"]]


def chains(found: Any, said: str) -> list[tuple[str, list[str]]]:
    """Speaker and relays of each statement whose content holds some words."""
    return [
        (found.words(s.speaker), [relay.name for relay in s.relays])
        for s in found.statements
        if said in found.words(s.content)
    ]


@pytest.mark.parametrize("case", [pytest.param(c, id=c["text"][:70]) for c in load(CASES / "relays.yaml")])
def test_relay(case: dict[str, Any], find: Callable[[str], Any]) -> None:
    assert chains(find(case["text"]), case["said"]) == [(case["speaker"], case["relays"])]


@pytest.mark.parametrize("path", INDEPENDENT, ids=lambda path: path.name)
def test_relays_written_independently(path: Path, find: Callable[[str], Any]) -> None:
    cases = load(path)
    right = [chains(find(case["text"]), case["said"]) == [(case["speaker"], case["relays"])] for case in cases]
    assert sum(right) >= FLOOR * len(right)
    assert sum(right[1::2]) >= ODD_FLOOR * len(right[1::2])


@pytest.mark.parametrize("path", [CASES / "relays.yaml", *INDEPENDENT], ids=lambda path: path.name)
def test_cases_are_well_formed(path: Path) -> None:
    for case in load(path):
        assert case.keys() == {"text", "said", "speaker", "relays"}
        assert case["said"] in case["text"], case
        assert case["speaker"] in case["text"], case
