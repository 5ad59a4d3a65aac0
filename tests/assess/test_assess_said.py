from __future__ import annotations

from typing import Any

import pytest
from invented_story import build_story, load_cases

from headwater.assess.independence import lay_out
from headwater.assess.said import find_said
from headwater.model.finding import Finding

FOLDERS = load_cases("origins/folders")
EXPECTED = [(folder, wanted) for folder in FOLDERS for wanted in folder["expect"]]


def find_line(folder: dict[str, Any], words: str) -> Finding:
    findings = find_said(lay_out(build_story(folder["reports"])))
    holding = [finding for finding in findings if words in finding.details["content"].casefold()]
    assert len(holding) == 1, [finding.line for finding in findings]
    return holding[0]


@pytest.mark.parametrize("folder, wanted", EXPECTED, ids=[folder["id"] for folder, _ in EXPECTED])
def test_reports_and_origins(folder: dict[str, Any], wanted: dict[str, Any]) -> None:
    finding = find_line(folder, wanted["words"])
    known = {f"{origin.kind} {origin.name}" for origin in finding.origins if origin.kind != "unknown"}
    assert set(finding.reports) == set(wanted["reports"]), folder["why"]
    assert known == set(wanted["known"]), folder["why"]
    assert sum(origin.kind == "unknown" for origin in finding.origins) == wanted["unknown"], folder["why"]
    assert finding.details.get("circular", []) == wanted.get("circular", [])
    if "speaker" in wanted:
        assert finding.details["speaker"] == wanted["speaker"]
        assert finding.details["speaker_from"] == wanted.get("speaker_from")
        assert finding.kind == ("said" if wanted["speaker"] else "unattributed")
