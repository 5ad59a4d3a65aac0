from __future__ import annotations

import csv
import io
import sys

import pytest

from headwater.errors import UsageError
from headwater.model.dossier import Dossier
from headwater.model.reading import Reading
from headwater.show.frames import make_frame
from headwater.show.table import write_table
from headwater.show.tables import (
    QUOTE_TABLE,
    Row,
    fit_quote,
    list_findings,
    list_notes,
    list_quotes,
    list_speakers,
    write_csv,
)

NAMED = (
    ("given/one/a.txt", "given/one/a.txt"),
    ("n7", "given/lines.jsonl"),
    ("pages.warc#https://news.example/a", "given/pages.warc#https://news.example/a"),
)
"""Ids and paths: a file of its own, a line, a page of an archive."""


def test_a_quote_names_speaker_relay_and_words(reading: Reading) -> None:
    (row,) = list_quotes([reading])
    assert row["speaker"] == "President Ada Brenn"
    assert row["words"] == '"the sluices stay shut until the pact is signed"'
    assert (row["relays"], row["cue"], row["outlet"]) == ("VNA", "said", "Harbour Post")
    assert reading.report.text[int(str(row["start"])) : int(str(row["end"]))] == row["words"]


def test_quotes_of_one_speaker_only(dossier: Dossier) -> None:
    readings = dossier.story.readings
    assert len(list_quotes(readings)) == 2
    assert [row["report"] for row in list_quotes(readings, speaker="brenn")] == ["r1"]
    assert [row["path"] for row in list_quotes(readings, speaker="brenn")] == ["in/first.txt"]
    assert list_speakers(readings) == ["President Ada Brenn"]
    assert list_quotes(readings, speaker="nobody") == []


def test_certain_quotes_have_a_speaker(dossier: Dossier) -> None:
    assert [row["unknown"] for row in list_quotes(dossier.story.readings, certain=True)] == [None]


def test_every_note_and_finding_has_a_row(dossier: Dossier, reading: Reading) -> None:
    rows = list_notes(reading)
    assert [row["kind"] for row in rows] == ["mention", "time", "statement", "event", "commitment"]
    assert all(row["words"] for row in rows)
    assert [row["kind"] for row in list_findings(dossier)] == [finding.kind for finding in dossier.story.findings]


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@cmd", "\t=x", "\r=x"])
def test_no_cell_is_a_formula(cell: str) -> None:
    rows: list[Row] = [{"words": cell}]
    assert list(csv.reader(io.StringIO(write_csv(rows, ["words"]), newline="")))[1] == [f"'{cell.strip()}"]


def test_numbers_stay_numbers_and_nothing_stays_empty() -> None:
    rows: list[Row] = [{"start": -1, "words": None}]
    assert write_csv(rows, ["start", "words"]) == "start,words\n-1,\n"


def test_a_table_leaves_out_what_no_row_has_and_says_what_is_not_known(dossier: Dossier) -> None:
    text = write_table(map(fit_quote, list_quotes(dossier.story.readings)), QUOTE_TABLE, width=100)
    assert "venue" not in text
    assert "not stated: no cue" in " ".join(text.split())
    assert "r1" in text
    assert max(map(len, text.splitlines())) <= 100


def test_a_report_that_is_a_file_is_shown_without_its_folders() -> None:
    shown = [
        fit_quote({"report": report, "path": path, "speaker": "x", "unknown": None})["report"] for report, path in NAMED
    ]
    assert shown == ["a.txt", "n7", "pages.warc#https://news.example/a"]


@pytest.mark.parametrize("width", [80, 100])
def test_no_column_is_lost_where_there_are_many(width: int) -> None:
    columns = ("due", "status", "kind", "who", "what", "condition", "cites")
    rows: list[Row] = [dict.fromkeys(columns, f"{'word ' * 9}end.")]
    text = write_table(rows, columns, width=width)
    assert text.count("end.") == len(columns)
    assert max(map(len, text.splitlines())) <= width
    assert width < 100 or text.split("\n")[1].split() == list(columns)


def test_frames(reading: Reading) -> None:
    frame = make_frame(list_notes(reading))
    assert list(frame["kind"]) == ["mention", "time", "statement", "event", "commitment"]


def test_without_pandas_the_way_out_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(UsageError, match=r"headwater\[frames\]"):
        make_frame([])
