"""A folder that mixes bad input with good reports: every good one is in the dossier, every bad one is named, the status is 1."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from headwater.cli.entry import run

SENTENCE = "Dock workers in the port of Harwick went on strike for a third week on Monday, the union said. "
PAGE = f"<html><body><article><h1>Strike</h1><p>{SENTENCE * 2}</p><p>{SENTENCE * 3}</p></article></body></html>"
RIGHT_TO_LEFT = "strike\u202etxt.gnp.txt"
GOOD = {
    "good.txt": SENTENCE.encode(),
    "good.html": PAGE.encode(),
    "deep.html": PAGE.replace("<p>", "<div>" * 260 + "<p>", 1).encode(),
    "wide.txt": SENTENCE.encode("utf-16-le"),
    "windows.html": PAGE.replace("<html>", '<html><meta charset="utf-8">').replace("the union", "“the union”").encode("cp1252"),
    "odd.txt": f"{SENTENCE}\0 \ud800 ＜script＞ said \u202eohleV\u202c.".encode("utf-8", "surrogatepass"),
    RIGHT_TO_LEFT: SENTENCE.encode(),
}  # fmt: skip
BAD = {
    "empty.txt": (b"", "empty"),
    "picture.html": (b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)), "not_html"),
    "refused.html": (json.dumps({"error": "forbidden"}).encode(), "not_html"),
    "nested.html": (b"<html><body>" + b"<div>" * 100_000 + b"x", "too_complex"),
    "cut.txt.gz": (gzip.compress(SENTENCE.encode() * 90)[:-9], "truncated"),
    "lines.jsonl": (b'[1, 2]\n{"id": "a", "text": "A ferry sank off Harwick on Monday."}\n', "not_an_object"),
}


def test_a_mixed_folder_is_read_to_its_end(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for name, data in GOOD.items():
        (tmp_path / name).write_bytes(data)
    for name, (data, _) in BAD.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "out.txt").symlink_to("/etc/hostname")
    status = run(["brief", str(tmp_path), "--format", "json", "--jobs", "1"])
    told = capfd.readouterr()
    record = json.loads(told.out)
    dossiers = record.get("dossiers", [record])
    paths = [Path(report["path"]).name for dossier in dossiers for report in dossier["reports"]]
    assert sorted(paths) == sorted([*GOOD, "lines.jsonl"])
    failed = {Path(row["path"]).name.split(":")[0]: row["code"] for one in (record, *dossiers) for row in one["failed"]}
    assert failed == {name: code for name, (_, code) in BAD.items()} | {"out.txt": "outside"}
    assert all(f"[{code}]" in told.err for code in failed.values())
    assert status == 1


def test_names_that_run_from_right_to_left_do_not_turn_the_screen_round(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / RIGHT_TO_LEFT).write_text(f"Mayor \u202eohleV anA\u202c said no on Monday.\n{SENTENCE}")
    assert run(["brief", str(tmp_path), "--show-cuts"]) == 0
    assert "\u202e" not in capfd.readouterr().out
