"""Dating of reports that state no date, on invented reports."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from headwater.annotate.dating import infer_published
from headwater.clean import find_blocks
from headwater.model.reading import Reading
from headwater.model.report import Known, Report

CASES = Path(__file__).parents[2] / "cases" / "dating"


def cases(name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = yaml.safe_load((CASES / name).read_text(encoding="utf8"))
    return rows


def infer(text: str) -> Known:
    reading = Reading(Report("r", text))
    return infer_published(replace(reading, blocks=find_blocks(reading))).published


@pytest.mark.parametrize("case", cases("datable.yaml"), ids=lambda case: case["name"])
def test_the_day_is_inferred_to_within_a_day(case: dict[str, Any]) -> None:
    known = infer(case["text"])
    true = date.fromisoformat(case["published"])
    assert known.how == "inferred"
    days = [date.fromisoformat(day) for day in (known.value or "").split("/")]
    assert (days[-1] - days[0]).days < 3
    assert any(abs((day - true).days) <= 1 for day in days)
    assert known.evidence


@pytest.mark.parametrize("case", cases("undatable.yaml"), ids=lambda case: case["name"])
def test_nothing_is_claimed_where_the_words_do_not_decide(case: dict[str, Any]) -> None:
    assert infer(case["text"]) == Known()
