"""Where a report came from, as an error names it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import headwater.cli.dossiers
from headwater.cli.entry import run
from headwater.cli.intake import name_place
from headwater.model.report import Report


@pytest.mark.parametrize(
    ("report", "place"),
    [
        (Report("a1", "x"), "a1"),
        (Report("a.txt", "x", path="in/a.txt"), "in/a.txt"),
        (Report("sub/a.txt", "x", path="in/sub/a.txt"), "in/sub/a.txt"),
        (Report("a1", "x", path="in/lines.jsonl"), "in/lines.jsonl: a1"),
        (Report("a.rss#g1", "x", path="in/a.rss"), "in/a.rss: a.rss#g1"),
        (Report("w.warc#https://x.example/", "x", path="w.warc#https://x.example/"), "w.warc#https://x.example/"),
    ],
)
def test_a_place_tells_which_report_of_a_file_it_is(report: Report, place: str) -> None:
    assert name_place(report) == place


def test_a_line_over_which_a_step_fails_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def fail(_: object) -> None:
        raise ValueError("unforeseen")

    monkeypatch.setattr(headwater.cli.dossiers, "read_on", fail)
    (tmp_path / "lines.jsonl").write_text(json.dumps({"id": "a1", "text": "A ferry sank off Harwick."}) + "\n")
    assert run(["annotate", str(tmp_path / "lines.jsonl"), "--jobs", "1"]) == 1
    told = capfd.readouterr()
    assert json.loads(told.out)["error"]["code"] == "internal"
    assert "lines.jsonl: a1: ValueError: unforeseen [internal]" in told.err


ARTICLES = (
    "Dock workers in the port of Harwick walked out on Monday, the union said in a statement.",
    "A bakery in Velmar was closed on Tuesday after inspectors had found mice in its cellar.",
    "The old bridge over the Tarn will be rebuilt by 2034, the council decided on Friday.",
)


def test_what_a_site_repeats_is_cut_by_brief_and_told_with_its_rule(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    lines = [
        {"id": f"a{n}", "outlet": "Harbour Courier", "text": f"Valley edition\n{article}\nLantern of the week"}
        for n, article in enumerate(ARTICLES)
    ]
    (tmp_path / "lines.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    assert run(["brief", str(tmp_path), "--show-cuts", "--jobs", "1"]) == 0
    cuts = [line for line in capfd.readouterr().out.splitlines() if "(repeated_on_site@1)" in line]
    assert len(cuts) == 6
    assert run(["annotate", str(tmp_path / "lines.jsonl"), "--jobs", "1"]) == 0
    assert "repeated_on_site" not in capfd.readouterr().out
