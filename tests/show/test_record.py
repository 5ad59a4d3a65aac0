from __future__ import annotations

import json
from typing import Any

import pytest

from headwater.model.reading import Reading
from headwater.show.json_text import dump_json
from headwater.show.record import record_failure, record_reading

CONTRACT = {
    "mention": {"start", "end", "label", "actor", "rule"},
    "time": {"start", "end", "type", "value", "mod", "earliest", "latest", "anchor", "rule"},
    "statement": {"content", "speaker", "cue", "mode", "actor", "relays", "venue", "unknown", "rule"},
    "event": {"trigger", "actor", "recipient", "type", "mode", "stance", "time", "place", "rule"},
    "commitment": {"commitment", "span", "who", "to", "what", "condition", "due", "rule"},
}


def notes(reading: Reading) -> dict[str, dict[str, Any]]:
    return {note["kind"]: note for note in json.loads(dump_json(record_reading(reading)))["notes"]}


@pytest.mark.parametrize("kind", CONTRACT)
def test_every_note_has_the_fields_of_its_kind(reading: Reading, kind: str) -> None:
    assert CONTRACT[kind] <= set(notes(reading)[kind])


def test_offsets_give_back_the_words(reading: Reading) -> None:
    found, text = notes(reading), reading.report.text
    ((start, end),) = found["statement"]["content"]
    assert text[start:end] == '"the sluices stay shut until the pact is signed"'
    assert text[slice(*found["statement"]["relays"][0]["span"])] == "the state agency VNA"
    assert text[found["time"]["start"] : found["time"]["end"]] == "14 May"
    assert text[slice(*found["commitment"]["due"]["span"])] == "14 May"


def test_an_anchor_is_a_span_or_the_publication_date(reading: Reading) -> None:
    assert notes(reading)["time"]["anchor"] == "published"


def test_the_head_of_the_record(reading: Reading) -> None:
    record = record_reading(reading)
    assert record["id"] == "r1"
    assert record["published"] == {"value": "2031-05-05", "how": "inferred", "evidence": [[161, 167]]}
    assert record["blocks"][-1]["role"] == "furniture"
    assert record["blocks"][-1]["kind"] == "share"


def test_an_error_stands_in_place_of_the_record() -> None:
    record = record_failure("r9", ("a.jsonl:3", "bad_json", "not JSON"))
    assert record == {"id": "r9", "error": {"code": "bad_json", "message": "not JSON"}}


def test_lone_surrogates_are_escaped_and_letters_are_not() -> None:
    assert dump_json("“é\ud800”") == '"“é\\ud800”"'
    assert json.loads(dump_json("\ud800")) == "\ud800"
