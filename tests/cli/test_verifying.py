from __future__ import annotations

import json
from pathlib import Path

import pytest

from headwater.cli.verifying import check_cites, find_cites, load_cites
from headwater.errors import InputError, UsageError
from headwater.model.report import Report

REPORT = Report("r1", "The sluices stay shut.")
FOUND: list[Report | InputError] = [REPORT, InputError("b.txt", "empty", "nothing in it")]


def cite(**changes: object) -> dict[str, object]:
    return {"report": "r1", "start": 4, "end": 11, "text": "sluices", **changes}


def test_words_at_their_offsets_hold() -> None:
    assert check_cites([cite()], FOUND) == []


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"text": "gates"}, "the dossier says “gates”, the report “sluices”"),
        ({"start": 5, "end": 12}, "the report “luices”"),
        ({"end": 400}, "outside the text, which has 22 characters"),
        ({"start": -7}, "outside the text"),
        ({"start": "4"}, "outside the text"),
        ({"start": 4, "end": 4, "text": ""}, "outside the text"),
        ({"report": "r2"}, "not among the paths given"),
        ({"report": None}, "not among the paths given"),
    ],
)
def test_everything_else_is_named(changes: dict[str, object], problem: str) -> None:
    (found,) = check_cites([cite(**changes)], FOUND)
    assert problem in found


def test_cites_are_found_wherever_they_stand() -> None:
    record = {"findings": [{"cites": [cite()], "origins": [{"cites": [cite(start=0)]}]}], "as_of": None}
    assert [found["start"] for found in find_cites(record)] == [4, 0]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"x": 1}', '"findings"'])
def test_a_file_that_is_no_dossier_is_refused(text: str, tmp_path: Path) -> None:
    path = tmp_path / "dossier.json"
    path.write_text(text)
    with pytest.raises(UsageError, match="headwater brief"):
        load_cites(str(path))


def test_a_dossier_without_findings_has_no_cites(tmp_path: Path) -> None:
    path = tmp_path / "dossier.json"
    path.write_text(json.dumps({"findings": []}))
    assert load_cites(str(path)) == []
