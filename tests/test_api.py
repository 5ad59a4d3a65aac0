from __future__ import annotations

import json
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import headwater
from headwater.api import Annotation, Brief
from headwater.errors import InputError, UsageError
from headwater.model.report import Report
from headwater.show.dossier_json import load_schema

TEXT = """Dam talks near their end

LOWER TARN, May 5, 2031 - President Ada Brenn of Varland threatened to shut the sluices unless Tarn signs the pact by May 14.
"The sluices stay shut until the pact is signed," Brenn said, the state news agency VNA reported on Monday.
"""
OTHER = TEXT.replace("President Ada Brenn", "Ada Brenn").replace("reported on Monday", "said")


@pytest.fixture(scope="module")
def told() -> Brief:
    return headwater.brief(
        TEXT, Report("r2", OTHER, outlet="Harbour Post"), Path("no/such/file.txt"), as_of="2031-05-10"
    )


@pytest.fixture(scope="module")
def annotation() -> Annotation:
    return headwater.annotate(TEXT)


def run_python(code: str) -> str:
    """What a fresh process prints."""
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout


def test_importing_the_package_is_cheap() -> None:
    code = (
        "import sys, headwater; print(sorted(name for name in sys.modules if not name.startswith(('_', 'encodings'))))"
    )
    modules = set(run_python(code).replace("'", "").strip("[]\n").split(", "))
    assert {name for name in modules if name.startswith("headwater")} == {"headwater", "headwater.annotate"}
    assert modules & {"numpy", "onnxruntime", "rich", "click", "jinja2", "lxml"} == set()


def test_every_public_name_is_there() -> None:
    assert all(hasattr(headwater, name) for name in headwater.__all__)
    assert sorted(headwater.__all__) == list(headwater.__all__)


def test_another_name_is_refused_with_those_there_are() -> None:
    with pytest.raises(AttributeError, match="public names: Annotation, Brief"):
        headwater.anotate  # noqa: B018


def test_the_folder_annotate_does_not_hide_the_function() -> None:
    code = "import headwater.annotate.times; from headwater import annotate; print(annotate('Talks resume on Monday.').reading.times)"
    assert "DATE" in run_python(code)


def test_annotate_gives_the_record_of_the_command(annotation: Annotation) -> None:
    record = annotation.to_dict()
    assert {"id", "published", "blocks", "notes"} <= set(record)
    assert {note["kind"] for note in record["notes"]} >= {"mention", "time", "statement"}


def test_the_same_text_has_the_same_id(annotation: Annotation) -> None:
    assert headwater.annotate(TEXT).to_dict() == annotation.to_dict()
    assert headwater.annotate(TEXT + " ").reading.report.id != annotation.reading.report.id


def test_annotation_as_frame_and_page(annotation: Annotation) -> None:
    frame = annotation.to_frame()
    assert len(frame) == len(annotation.reading.notes)
    page = annotation._repr_html_()
    assert '<mark class="' in page
    assert "<script" not in page


def test_brief_is_the_dossier(told: Brief) -> None:
    record = json.loads(json.dumps(told.to_dict()))
    Draft202012Validator(load_schema()).validate(record)
    assert record["as_of"] == "2031-05-10"
    assert len(record["reports"]) == 2
    assert len(told.findings) == len(record["findings"]) == len(told.to_frame())


def test_what_cannot_be_read_is_listed(told: Brief) -> None:
    assert [path for path, _, _ in told.failures] == ["no/such/file.txt"]
    assert told.to_dict()["failed"][0]["path"] == "no/such/file.txt"


def test_a_brief_prints_and_shows_itself(told: Brief) -> None:
    assert "Who said what" in str(told)
    frame = told._repr_html_()
    assert frame.startswith('<iframe sandbox="allow-scripts"')
    assert "<!doctype html>" in unescape(frame)
    assert frame.count("<") == 2


def test_a_path_is_read(tmp_path: Path, annotation: Annotation) -> None:
    path = tmp_path / "report.txt"
    path.write_text(TEXT)
    assert headwater.annotate(path).reading.statements == annotation.reading.statements


def test_a_word_is_taken_for_a_forgotten_path() -> None:
    with pytest.raises(UsageError, match=r"pathlib.Path\('reports/a.txt'\)"):
        headwater.annotate("reports/a.txt")


def test_a_file_that_cannot_be_read_raises() -> None:
    with pytest.raises(InputError, match=r"nothing\.txt"):
        headwater.annotate(Path("nothing.txt"))


def test_annotate_takes_one_report(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(f"{TEXT} {name}")
    with pytest.raises(UsageError, match="holds 2 reports; annotate takes one, brief takes many"):
        headwater.annotate(tmp_path)


def test_no_report_is_no_dossier() -> None:
    told = headwater.brief(Path("nothing.txt"))
    assert told.dossiers == ()
    assert told.to_dict()["dossiers"] == []


def test_an_origin_that_is_not_stated_does_not_bear_a_files_name(tmp_path: Path) -> None:
    (tmp_path / "plain.txt").write_text("The port of Harwick closed at noon on Monday.\n")
    told = headwater.brief(tmp_path)
    assert [[origin.name for origin in finding.origins] for finding in told.findings] == [["not stated"]]
    (finding,) = told.to_dict()["findings"]
    assert [(origin["kind"], origin["name"]) for origin in finding["origins"]] == [("unknown", None)]
