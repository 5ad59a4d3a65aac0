from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

from headwater.model.dossier import Dossier
from headwater.model.origin import Origin
from headwater.show.dossier_json import load_schema, write_json


def check(record: Any) -> None:
    Draft202012Validator(load_schema()).validate(record)


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(load_schema())


def test_one_story_is_its_dossier_and_fits_the_schema(dossier: Dossier) -> None:
    record = json.loads(write_json([dossier]))
    check(record)
    assert record["as_of"] == "2031-05-05"
    assert [report["copies_of"] for report in record["reports"]] == [None, "r1"]
    assert record["failed"] == [{"path": "in/broken.txt", "code": "binary", "message": "not text"}]


@pytest.mark.parametrize("number", [0, 2])
def test_several_stories_or_none_are_a_list(dossier: Dossier, number: int) -> None:
    record = json.loads(write_json([dossier] * number, [("x.txt", "empty", "nothing in it")]))
    check(record)
    assert len(record["dossiers"]) == number
    assert record["failed"][0]["path"] == "x.txt"


def test_an_origin_that_is_not_stated_has_no_name(dossier: Dossier) -> None:
    story = dossier.story
    findings = tuple(replace(finding, origins=(Origin("unknown", "r1"),)) for finding in story.findings)
    record = json.loads(write_json([replace(dossier, story=replace(story, findings=findings))]))
    check(record)
    assert {origin["name"] for finding in record["findings"] for origin in finding["origins"]} == {None}


def test_every_cite_gives_its_words(dossier: Dossier) -> None:
    texts = {reading.report.id: reading.report.text for reading in dossier.story.readings}
    record = json.loads(write_json([dossier]))
    cites = [cite for finding in record["findings"] for cite in finding["cites"]]
    assert len(cites) == 7
    assert all(texts[cite["report"]][cite["start"] : cite["end"]] == cite["text"] for cite in cites)


def test_a_finding_without_a_cite_breaks_the_schema(dossier: Dossier) -> None:
    record = json.loads(write_json([dossier]))
    record["findings"][0]["cites"] = []
    with pytest.raises(ValidationError):
        check(record)


def test_a_hostile_report_is_only_text(hostile: Dossier) -> None:
    check(json.loads(write_json([hostile])))
