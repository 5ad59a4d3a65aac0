"""Origins, grades and differences of whole reports, read by every step."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from invented_story import load_cases

from headwater.model.finding import Finding
from headwater.model.report import Report
from headwater.pipeline import make_dossier, read_report

ORIGINS = load_cases("origins/briefs")
DIFFERENCES = load_cases("differences/briefs")


def find_all(texts: Mapping[str, str]) -> tuple[Finding, ...]:
    readings = tuple(read_report(Report(name, text)) for name, text in texts.items())
    return make_dossier("s1", readings, as_of=None).story.findings


@pytest.mark.parametrize("case", ORIGINS, ids=[case["id"] for case in ORIGINS])
def test_origins(case: dict[str, Any]) -> None:
    findings = [finding for finding in find_all(case["reports"]) if finding.kind in ("said", "unattributed")]
    for wanted in case["said"]:
        finding = next(f for f in findings if wanted["words"] in f.details["content"])
        names = [origin.name for origin in finding.origins if origin.kind != "unknown"]
        assert len(finding.reports) == wanted["reports"], case["why"]
        assert len(names) == wanted["known"], f"{case['why']}: {names}"
        assert len(finding.origins) - len(names) == wanted["unknown"], case["why"]
        assert names == wanted.get("names", names)
        assert bool(finding.details.get("circular")) == wanted.get("circular", False)
        assert finding.details.get("claimed", []) == wanted.get("claimed", [])
        assert finding.kind != "said" or wanted.get("grade") in (None, finding.details["grade"]["value"])


@pytest.mark.parametrize("case", DIFFERENCES, ids=[case["id"] for case in DIFFERENCES])
def test_differences(case: dict[str, Any]) -> None:
    texts = {f"r{n}": text for n, text in enumerate(case["texts"])}
    found = [finding.details["about"] for finding in find_all(texts) if finding.kind == "differs"]
    assert found == case["differs"], case["why"]


def test_a_toll_is_one_line_for_all_its_wordings() -> None:
    texts = {
        "a": "A barge sank off the Tarn pier on Monday, killing nine people, the harbour office said.",
        "b": "Nine people were killed when a barge went down off the Tarn pier on Monday.",
        "c": "At least nine people died on Monday when a barge sank off the Tarn pier.",
    }
    tolls = [finding for finding in find_all(texts) if finding.kind == "happened" and "count" in finding.details]
    assert [(t.details["count"], len(t.reports)) for t in tolls] == [({"fate": "killed", "value": 9.0}, 3)]
    assert tolls[0].details["grade"] == {"value": 6, "why": "no origin is stated"}


def test_what_is_told_ahead_of_a_speech_is_not_from_the_speech() -> None:
    text = (
        "TARN, May 5, 2031 (Reuters) - The Tarn government threatened to close the weir ahead of a May Day speech"
        " that may end its deadline of Friday for the millers."
    )
    due = [finding for finding in find_all({"a": text}) if finding.kind == "due"]
    assert {origin.name for finding in due for origin in finding.origins} == {"Reuters"}


def test_two_promises_are_not_one_for_being_promised() -> None:
    texts = {
        "a": "TARN, May 5, 2031 (Reuters) - The warden promised on Monday to mend the northern gates.",
        "b": "TARN, May 5, 2031 (AP) - The mill's owners promised on Monday to raise the wages of the carters.",
    }
    lines = [finding for finding in find_all(texts) if finding.kind == "happened"]
    assert [len(finding.reports) for finding in lines] == [1, 1]
