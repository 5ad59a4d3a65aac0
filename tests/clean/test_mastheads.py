"""Lines over a text that name its outlet or tell its day."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from headwater.clean import find_blocks, find_provenance
from headwater.model.reading import Reading
from headwater.model.report import Report

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent.parent / "cases" / "clean" / "mastheads.yaml").read_text("utf8")
)
BODY = """
The shepherds of the upper valley came down on Tuesday with all that they own, their guild said in a statement at noon.
Nobody in the town had expected them before the end of the month, and the market hall stood open for them all night long.
"""


def read(text: str) -> Reading:
    reading = Reading(Report("r", text))
    reading = replace(reading, blocks=find_blocks(reading))
    return replace(reading, provenance=find_provenance(reading))


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["why"]))
def test_head(case: dict[str, Any]) -> None:
    known = read(case["head"] + BODY).provenance
    assert (known.outlet.value, known.published.value) == (case["outlet"], case["published"])


def test_a_masthead_is_cited_and_is_no_article_text() -> None:
    reading = read("Shepherds leave the upper valley\nLakeside Courier, 3 June 2031\n" + BODY)
    text, outlet = reading.report.text, reading.provenance.outlet
    assert [text[slice(*span)] for span in outlet.evidence] == ["Lakeside Courier"]
    assert not any("Courier" in text[slice(*b.span)] for b in reading.blocks if b.role in ("body", "title"))
    assert reading.provenance.title.value == "Shepherds leave the upper valley"


def test_menus_before_the_text_name_nothing() -> None:
    menus = "\n".join(
        ["Harwick Post", "Politics", "Sports", "Weather", "Market Watch", "About", "Jobs", "Log in", "Help"]
    )
    assert read(menus + "\n" + BODY).provenance.outlet.value is None
