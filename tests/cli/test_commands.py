"""The commands as a user runs them, on two small invented reports, a broken line and a missing file."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from headwater.cli.entry import run
from headwater.show.dossier_json import load_schema

FIRST = """Varland sets a deadline over the dam

By Jo Reed

LOWER TARN, May 5, 2031 - President Ada Brenn of Varland threatened on Monday to shut the sluices unless Tarn signs the pact by May 14.
"The sluices stay shut until the pact is signed," Brenn told reporters, the state news agency VNA reported.
The river ministry said at least 12 villages were flooded.

Share this with a friend
"""
SECOND = """Dam talks near their end

LOWER TARN, May 6, 2031 - Varland's president, Ada Brenn, said "the sluices stay shut", according to the state news agency VNA.
Tarn rejected the threat over the dam and the pact on Tuesday. Fifteen villages were flooded, officials said.
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reports")
    (folder / "first.txt").write_text(FIRST)
    (folder / "second.txt").write_text(SECOND)
    return folder


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("lines") / "reports.jsonl"
    good = [json.dumps({"id": f"n{number}", "text": f"{FIRST}\nNumber {number}."}) for number in range(4)]
    path.write_text("\n".join([*good[:2], '{"id": "bad", "text": 7}', "{broken", *good[2:]]) + "\n")
    return path


class Done:
    """What a command left: its status and what it printed."""

    def __init__(self, status: int, out: str, err: str) -> None:
        self.status, self.out, self.err = status, out, err

    @property
    def rows(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]


@pytest.fixture
def command(capfdbinary: pytest.CaptureFixture[bytes]) -> Any:
    def do(*arguments: object) -> Done:
        status = run([str(argument) for argument in arguments])
        shown = capfdbinary.readouterr()
        return Done(status, shown.out.decode(), shown.err.decode())

    return do


def test_brief_prints_a_dossier(command: Any, folder: Path) -> None:
    done = command("brief", folder)
    assert (done.status, done.err) == (0, "")
    assert "Varland sets a deadline over the dam" in done.out
    assert "Who said what" in done.out
    assert "\x1b" not in done.out
    assert max(map(len, done.out.splitlines())) <= 100


def test_the_order_of_paths_does_not_matter(command: Any, folder: Path) -> None:
    orders = (folder / "first.txt", folder / "second.txt"), (folder / "second.txt", folder / "first.txt")
    pages = [command("brief", *paths, "--format", "json").out for paths in orders]
    assert pages[0] == pages[1]


def test_json_fits_the_schema_and_every_cite_holds(command: Any, folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "dossier.json"
    done = command("brief", folder, "--format", "json", "--output", target, "--jobs", 1)
    assert (done.status, done.out) == (0, "")
    Draft202012Validator(load_schema()).validate(json.loads(target.read_text()))
    done = command("verify", target, folder)
    assert done.status == 0
    assert re.fullmatch(r"([1-9]\d*) of \1 cites hold\n", done.out)


def test_a_changed_report_breaks_its_cites(command: Any, folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "dossier.json"
    command("brief", folder, "--format", "json", "--output", target)
    changed = tmp_path / "changed"
    changed.mkdir()
    (changed / "first.txt").write_text("x" + FIRST)
    (changed / "second.txt").write_text(SECOND)
    done = command("verify", target, changed)
    assert done.status == 1
    assert "report first.txt, characters" in done.err
    assert re.match(r"(\d+) of (?!\1)\d+ cites hold", done.out)


def test_verify_names_a_missing_path_and_each_report_once(command: Any, folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "dossier.json"
    command("brief", folder, "--format", "json", "--output", target)
    done = command("verify", target, tmp_path / "nosuch")
    assert done.status == 1
    assert done.out.startswith("0 of ")
    assert [done.err.count(words) for words in ("no such file", "report first.txt is", "report second.txt is")] == [
        1
    ] * 3
    assert len(done.err.splitlines()) == 3


@pytest.mark.parametrize("text", ['{"findings": 5}', '{"findings": [{"cites": []}]}'])
def test_verify_refuses_what_has_no_cites(command: Any, folder: Path, tmp_path: Path, text: str) -> None:
    target = tmp_path / "dossier.json"
    target.write_text(text)
    done = command("verify", target, folder)
    assert done.status == 1
    assert "findings" in done.err


@pytest.mark.parametrize(("form", "start"), [("markdown", "# "), ("html", "<!doctype html>"), ("terminal", "")])
def test_other_formats(command: Any, folder: Path, form: str, start: str) -> None:
    done = command("brief", folder, "--format", form, "--as-of", "2031-05-20")
    assert done.status == 0
    assert done.out.startswith(start)
    assert "2031-05-20" in done.out


def test_cuts_are_shown(command: Any, folder: Path) -> None:
    assert "Share this with a friend" in command("brief", folder, "--show-cuts").out


def test_what_cannot_be_read_is_named_and_the_rest_is_done(command: Any, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "picture.html").write_bytes(b"\xff\xd8\xff\xe0JFIF\x00\x01")
    (tmp_path / "empty.txt").write_text("")
    done = command("brief", tmp_path / "missing.txt", tmp_path, folder, "--format", "json")
    assert done.status == 1
    named = done.err.splitlines()
    assert len(named) == 3
    assert all(line.startswith("headwater: ") for line in named)
    assert {Path(failed["path"]).name for failed in json.loads(done.out)["failed"]} == {
        "missing.txt",
        "picture.html",
        "empty.txt",
    }


def test_an_empty_folder_is_named(command: Any, tmp_path: Path) -> None:
    done = command("brief", tmp_path)
    assert (done.status, done.out) == (1, "")
    assert len(done.err.splitlines()) == 1
    assert str(tmp_path) in done.err


def test_annotate_keeps_the_order_and_puts_errors_in_place(command: Any, lines: Path) -> None:
    done = command("annotate", lines, "--jobs", 1)
    assert done.status == 1
    assert [row["id"] for row in done.rows] == ["n0", "n1", "bad", f"{lines}:4", "n2", "n3"]
    assert ["error" in row for row in done.rows] == [False, False, True, True, False, False]
    assert done.rows[2]["error"]["code"] == "no_text"
    first, second, last = done.err.splitlines()
    assert first.startswith(f"headwater: {lines}:3: ")
    assert first.endswith("[no_text]")
    assert second.startswith(f"headwater: {lines}:4: is no JSON")
    assert last.startswith("headwater: 2 of the inputs failed")


@pytest.mark.parametrize("name", ["annotate", "stories"])
def test_no_report_is_a_failure_as_it_is_for_brief(command: Any, tmp_path: Path, name: str) -> None:
    done = command(name, tmp_path)
    assert done.status == 1
    assert done.rows == [{"id": str(tmp_path), "error": done.rows[0]["error"]}]
    assert f"headwater: {tmp_path}: holds no report" in done.err


def test_two_processes_give_the_same_bytes_as_one(command: Any, lines: Path) -> None:
    assert command("annotate", lines, "--jobs", 2).out == command("annotate", lines, "--jobs", 1).out


def test_annotate_reads_a_page_too(command: Any, folder: Path) -> None:
    (row,) = command("annotate", folder / "first.txt").rows
    kinds = {note["kind"] for note in row["notes"]}
    assert {"mention", "time", "statement"} <= kinds
    for note in row["notes"]:
        if note["kind"] == "time":
            assert 0 <= note["start"] < note["end"] <= len(FIRST)


@pytest.mark.parametrize("options", [[], ["--batch"]])
def test_stories(command: Any, lines: Path, options: list[str]) -> None:
    done = command("stories", lines, *options)
    assert done.status == 1
    assert [row.get("story") for row in done.rows] == ["n0", "n0", None, None, "n0", "n0"]
    assert [line.split(": ")[1] for line in done.err.splitlines()] == [f"{lines}:3", f"{lines}:4"]


def test_quotes(command: Any, folder: Path) -> None:
    rows = json.loads(command("quotes", folder, "--format", "json").out)
    texts = {"first.txt": FIRST, "second.txt": SECOND}
    assert len(rows) >= 3
    assert {(row["report"], row["path"]) for row in rows} == {(name, str(folder / name)) for name in texts}
    assert all(texts[row["report"]][row["start"] : row["end"]].startswith(row["words"][:20]) for row in rows)
    some = json.loads(command("quotes", folder, "--format", "json", "--speaker", "brenn").out)
    assert 0 < len(some) < len(rows)
    table = list(csv.DictReader(io.StringIO(command("quotes", folder, "--format", "csv").out)))
    assert [row["words"] for row in table] == [row["words"] for row in rows]


def test_a_speaker_whom_no_report_has_is_told_with_those_there_are(command: Any, folder: Path) -> None:
    done = command("quotes", folder, "--speaker", "Nobody", "--format", "json")
    assert (done.status, done.out) == (0, "[]\n")
    assert "no speaker matches “Nobody”; there are: " in done.err
    assert "Ada Brenn" in done.err


def test_what_is_due_can_be_traced(command: Any, folder: Path) -> None:
    texts = {"first.txt": FIRST, "second.txt": SECOND}
    rows = json.loads(command("due", folder, "--json").out)
    cites = [cite for row in rows for cite in row["cites"]]
    assert cites
    assert all(texts[cite["report"]][cite["start"] : cite["end"]] == cite["text"] for cite in cites)
    assert all(set(origin) == {"kind", "name", "inferred"} for row in rows for origin in row["origins"])
    assert not [key for row in rows for key in row if " " in key]
    table = list(csv.DictReader(io.StringIO(command("due", folder, "--csv").out)))
    assert list(table[0]) == list(rows[0])
    assert [len(row["cites"].split(" ")) for row in table] == [len(row["cites"]) for row in rows]
    assert re.fullmatch(r"(first|second)\.txt:\d+-\d+", table[0]["cites"].split(" ")[0])
    shown = command("due", folder).out
    assert "[1:" in shown
    assert " [1] first.txt\n" in shown


def test_due(command: Any, folder: Path, tmp_path: Path) -> None:
    rows = json.loads(command("due", folder, "--json").out)
    assert any(row["due"] == "2031-05-14" for row in rows)
    calendars = []
    for name in ("a.ics", "b.ics"):
        assert command("due", folder, "--ics", tmp_path / name).status == 0
        calendars.append((tmp_path / name).read_bytes())
    assert calendars[0] == calendars[1]
    assert calendars[0].startswith(b"BEGIN:VCALENDAR\r\n")


def test_events(command: Any, folder: Path) -> None:
    rows = command("events", folder, "--format", "jsonl").rows
    assert any(row["event"] == ["THREATEN"] for row in rows)
    happened = command("events", folder, "--format", "jsonl", "--stance", "happened").rows
    assert {row["stance"] for row in happened} <= {"happened"}
    assert len(command("events", folder, "--format", "tsv").out.splitlines()) == len(rows) + 1
    done = command("events", folder, "--stance", "happend")
    assert done.status == 2
    assert "happened, ongoing" in done.err


def test_lines_come_while_the_pipe_is_open() -> None:
    started = subprocess.Popen(
        [sys.executable, "-c", "from headwater.cli import main; main()", "annotate", "--jobs", "1"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert started.stdin
    assert started.stdout
    started.stdin.write(json.dumps({"id": "a", "text": "Talks resume on Monday."}) + "\n")
    started.stdin.flush()
    assert json.loads(started.stdout.readline())["id"] == "a"
    started.stdin.close()
    assert started.wait(timeout=20) == 0
    started.stdout.close()
