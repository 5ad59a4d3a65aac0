"""Export, watch, mcp and demo as a user meets them."""

from __future__ import annotations

import asyncio
import json
import os
import re
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path
from typing import Any

import pytest
from mcp import Client

from headwater.cli.answering import make_server
from headwater.cli.entry import run
from headwater.cli.export import FORMATS
from headwater.store import Store, open_store

EXAMPLE = Path(__file__).parents[2] / "examples" / "strait"


def ask(store: Store, tool: str, **arguments: Any) -> Any:
    """What a tool answers, as the asking program sees it: its text, and whether it is an error."""

    async def call() -> Any:
        async with Client(make_server(store)) as client:
            return await client.call_tool(tool, arguments)

    answer = asyncio.run(call())
    texts = [part.text for part in answer.content]
    return "".join(texts) if answer.is_error else [json.loads(text) for text in texts]


@pytest.mark.parametrize("form", FORMATS)
def test_every_form_is_written_and_the_same_twice(strait: Store, tmp_path: Path, form: str) -> None:
    written = []
    for name in ("one", "two"):
        target = tmp_path / name
        assert run(["export", "--format", form, "--output", str(target), "--store", strait.where]) == 0
        written.append(target.read_bytes())
    assert written[0] == written[1] != b""


def test_an_empty_store_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with open_store(tmp_path / "empty.db"):
        pass
    assert run(["export", "--format", "csv", "--store", str(tmp_path / "empty.db")]) == 0
    assert "headwater add PATH" in capsys.readouterr().err


@pytest.mark.parametrize(
    "command", [["export"], ["news"], ["rebuild"], ["watch", "list"], ["watch", "drop", "1"], ["correct", "list"]]
)
def test_a_misspelt_store_is_not_made(command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = tmp_path / "dsek.db"
    assert run([*command, "--store", str(place)]) == 1
    assert "is not there; make it with: headwater add PATH" in capsys.readouterr().err
    assert not place.exists()


def test_an_address_that_is_none_of_the_web_is_named_as_it_was_given(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["add", "ftp://harbour.example/x", "--store", str(tmp_path / "desk.db")]) == 1
    assert "ftp://harbour.example/x: is no web address" in capsys.readouterr().err


def test_a_story_that_is_not_there_is_named(strait: Store, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", "--story", "nowhere", "--store", strait.where]) == 1
    assert "nowhere" in capsys.readouterr().err


def test_a_watch_tells_what_is_added(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = str(tmp_path / "desk.db")
    assert run(["watch", "add", "--actor", "Holm", "--author", "ann", "--store", store]) == 0
    assert run(["watch", "add", "--difference", "--to", f"file:{tmp_path}/n.jsonl", "--store", store]) == 0
    assert run(["add", str(EXAMPLE), "--jobs", "1", "--store", store]) == 0
    told = capsys.readouterr().out
    assert "Headwater: actor: Holm" in told
    assert "happened: Melland had cancelled" not in told  # it is denied, and must say so
    assert [json.loads(line)["watch"] for line in (tmp_path / "n.jsonl").read_text("utf8").splitlines()] == [2]
    assert run(["watch", "list", "--store", store]) == 0
    assert "actor: Holm" in capsys.readouterr().out
    assert run(["watch", "drop", "1", "--store", store]) == 0
    assert run(["watch", "drop", "1", "--store", store]) == 1
    assert run(["watch", "check", "--store", store]) == 0


@pytest.mark.parametrize("wrong", [[], ["--actor", "Holm", "--to", "nowhere"], ["--correction", "--actor", "Holm"]])
def test_a_rule_that_cannot_be_is_refused(tmp_path: Path, wrong: list[str]) -> None:
    assert run(["watch", "add", *wrong, "--store", str(tmp_path / "desk.db")]) == 2


def test_a_program_finds_a_story_and_its_cites(strait: Store) -> None:
    (story,) = ask(strait, "list_stories")
    (dossier,) = ask(strait, "dossier", story=story["id"], kinds=["said"])
    assert {finding["kind"] for finding in dossier["findings"]} == {"said"}
    assert all("text" not in report for report in dossier["reports"])
    cite = dossier["findings"][0]["cites"][0]
    (exact,) = ask(strait, "cite", report=cite["report"], start=cite["start"], end=cite["end"])
    assert exact["text"] == cite["text"]


def test_a_program_traces_searches_and_asks_what_is_due(strait: Store) -> None:
    (trace,) = ask(strait, "trace", words="tax our bread")
    assert len(trace["traces"][0]["places"]) > 1
    assert ask(strait, "search", words="strait", limit=3)
    due = ask(strait, "due", first="2024-03-15", last="2024-03-15")
    assert due
    assert all(row["details"]["due"]["latest"] == "2024-03-15" for row in due)


@pytest.mark.parametrize(
    "tool, arguments, told",
    [
        ("cite", {"report": "nowhere", "start": 0, "end": 5}, "there is no report"),
        ("cite", {"report": "01-harbour-times.txt", "start": 5, "end": 5}, "is no stretch"),
        ("cite", {"report": "01-harbour-times.txt", "start": 0, "end": 10**9}, "is no stretch"),
        ("dossier", {"story": "nowhere"}, "nowhere"),
    ],
)
def test_what_is_not_there_is_told_to_the_program(
    strait: Store, tool: str, arguments: dict[str, Any], told: str
) -> None:
    answer = ask(strait, tool, **arguments)
    assert isinstance(answer, str)
    assert told in answer


def test_mcp_needs_a_store(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["mcp", "--store", str(tmp_path / "none.db")]) == 1
    assert "headwater add PATH" in capsys.readouterr().err


def test_the_demo_opens_a_desk_and_closes_it_without_a_trace(tmp_path: Path) -> None:
    desk = subprocess.Popen(
        [sys.executable, "-m", "headwater", "demo", "--no-open", "--port", "0"],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"TMPDIR": str(tmp_path), "PYTHONUNBUFFERED": "1"},
    )
    assert desk.stdout is not None
    try:
        address = next(found[0] for line in desk.stdout if (found := re.search(r"http://[\d.:]+", line)))
        with urllib.request.urlopen(address + "/stories.json") as answer:
            assert json.load(answer)["stories"][0]["reports"] == 8
        assert list(tmp_path.iterdir())
    finally:
        desk.send_signal(signal.SIGINT)
        assert desk.wait(timeout=20) == 0
        desk.stdout.close()
    assert list(tmp_path.iterdir()) == []


def test_export_reads_a_store_of_its_own(tmp_path: Path) -> None:
    with open_store(tmp_path / "desk.db") as store:
        assert run(["export", "--format", "ics", "--output", str(tmp_path / "due.ics"), "--store", store.where]) == 0
    assert (tmp_path / "due.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")
