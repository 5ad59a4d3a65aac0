from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from headwater.cli.shape import find_faults
from headwater.cli.verifying import check_cites, find_cites, load_dossier
from headwater.errors import InputError, UsageError
from headwater.model.report import Report
from headwater.show.dossier_json import load_schema

REPORT = Report("r1", "The sluices stay shut.")
FOUND: list[Report | InputError] = [REPORT]


def cite(**changes: object) -> dict[str, object]:
    return {"report": "r1", "start": 4, "end": 11, "text": "sluices", **changes}


def make_record(**changes: object) -> dict[str, Any]:
    finding = {
        "id": "f1",
        "kind": "said",
        "line": "Shut.",
        "cites": [cite()],
        "reports": 1,
        "origins": [],
        "details": {},
    }
    story = {"id": "r1", "title": "Shut", "reports": 1, "origins": 0, "people": []}
    return {"story": story, "as_of": None, "reports": [], "findings": [finding | changes], "failed": []}


def test_words_at_their_offsets_hold() -> None:
    assert check_cites([cite()], FOUND) == (1, [])


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"text": "gates"}, "characters 4-11: the dossier says “gates”, the report “sluices”"),
        ({"start": 5, "end": 12}, "the report “luices ”"),
        ({"text": "sluices\n"}, "the dossier says “sluices\\n”, the report “sluices”"),
        ({"end": 400}, "the end 400 lies outside the text, which has 22 characters"),
        ({"start": -7}, "the start -7 lies before the text"),
        ({"start": "4"}, 'the offset "4" is no whole number'),
        ({"end": True}, "the offset true is no whole number"),
        ({"start": 4, "end": 4, "text": ""}, "the end 4 does not lie behind the start 4"),
        ({"report": "r2"}, "report r2 is not among the paths given (1 cite)"),
        ({"report": None}, "not among the paths given"),
        ({"report": ["r1"]}, "not among the paths given"),
    ],
)
def test_everything_else_is_named(changes: dict[str, object], problem: str) -> None:
    held, (found,) = check_cites([cite(**changes)], FOUND)
    assert held == 0
    assert problem in found


def test_only_the_first_difference_of_a_long_cite_is_shown() -> None:
    text = "one two three four five six seven eight nine ten eleven twelve thirteen"
    long = [cite(start=0, end=len(text), text=text.replace("seven", "sevem"))]
    _, (found,) = check_cites(long, [Report("r1", text)])
    assert "the dossier says “…r five six sevem eight nine ten eleven twelve…”" in found


def test_a_missing_report_is_named_once_and_so_is_a_path() -> None:
    cites = [cite(report="r2"), cite(report="r2", start=5), cite()]
    gone = InputError("nosuch", "not_found", "there is no such file")
    held, problems = check_cites(cites, [gone, REPORT])
    assert (held, len(problems)) == (1, 2)
    assert problems[0].startswith("nosuch: ")
    assert problems[1] == "report r2 is not among the paths given (2 cites)"


def test_cites_are_found_wherever_they_stand() -> None:
    record = {"findings": [{"cites": [cite()], "origins": [{"cites": [cite(start=0)]}]}], "as_of": None}
    assert [found["start"] for found in find_cites(record)] == [4, 0]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"x": 1}', '"findings"'])
def test_a_file_that_is_no_dossier_is_refused(text: str, tmp_path: Path) -> None:
    path = tmp_path / "dossier.json"
    path.write_text(text)
    with pytest.raises(UsageError, match=r"is no dossier.* headwater brief"):
        load_dossier(str(path))


def test_a_dossier_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="does not exist; make one with: headwater brief"):
        load_dossier(str(tmp_path / "none.json"))


@pytest.mark.parametrize(
    ("record", "fault"),
    [
        ({"findings": 5}, "findings must be a list, not 5"),
        (make_record(cites=[]), "findings[0].cites must hold at least 1, not 0"),
        (make_record(cites=[{"report": "r1"}]), "findings[0].cites[0].start is missing"),
        (make_record(cites=[cite(start=-1)]), "findings[0].cites[0].start must be at least 0, not -1"),
        (make_record(cites=[cite(end=True)]), "findings[0].cites[0].end must be a whole number, not true"),
        (make_record(kind="told"), "findings[0].kind must be one of: said"),
        (make_record() | {"as_of": "May"}, "as_of must look like"),
        ({"dossiers": [{}], "failed": []}, "dossiers[0].findings is missing"),
    ],
)
def test_what_is_not_shaped_like_a_dossier_is_named(record: dict[str, Any], fault: str) -> None:
    assert any(found.startswith(fault) for found in find_faults(record, load_schema()))
    assert not Draft202012Validator(load_schema()).is_valid(record)


def test_a_dossier_has_no_faults() -> None:
    assert find_faults(make_record(), load_schema()) == []
    assert find_faults({"dossiers": [make_record()], "failed": []}, load_schema()) == []
