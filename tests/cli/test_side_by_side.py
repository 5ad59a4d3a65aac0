"""``brief --since``, ``trace`` and ``compare`` as a user runs them, on small invented reports."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from headwater.cli.entry import run
from headwater.show.dossier_json import load_schema

FIRST = """Varland shuts the sluices

LOWER TARN, May 5, 2031 - "The sluices will stay shut until the pact is signed," President Ada Brenn told reporters.
At least 12 villages were flooded on Monday, the river ministry said.
"""
SECOND = """Dam talks near their end

LOWER TARN, May 6, 2031 - Varland's president, Ada Brenn, said "the sluices may stay shut until the pact is signed".
Tarn rejected the threat over the dam on Tuesday.
"""
THIRD = """Pact signed over the dam

LOWER TARN, May 9, 2031 - Varland and Tarn signed the pact over the dam in Lower Tarn on Friday.
President Ada Brenn said the sluices were opened.
"""


class Done:
    """What a command left: its status and what it printed."""

    def __init__(self, status: int, out: str, err: str) -> None:
        self.status, self.out, self.err = status, out, err
        self.flat = " ".join(out.split())

    @property
    def record(self) -> Any:
        return json.loads(self.out)


@pytest.fixture
def command(capfdbinary: pytest.CaptureFixture[bytes]) -> Any:
    def do(*arguments: object) -> Done:
        status = run([str(argument) for argument in arguments])
        shown = capfdbinary.readouterr()
        return Done(status, shown.out.decode(), shown.err.decode())

    return do


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "first.txt").write_text(FIRST)
    (folder / "second.txt").write_text(SECOND)
    return folder


@pytest.fixture
def earlier(command: Any, folder: Path, tmp_path: Path) -> Path:
    target = tmp_path / "earlier.json"
    assert command("brief", folder, "--format", "json", "--output", target, "--jobs", 1).status == 0
    Draft202012Validator(load_schema()).validate(json.loads(target.read_text()))
    return target


def news(done: Done) -> list[dict[str, Any]]:
    return [change for story in done.record["stories"] for change in story["changes"]]


def test_nothing_is_new_the_second_time(command: Any, folder: Path, earlier: Path) -> None:
    done = command("brief", folder, "--since", earlier, "--jobs", 1)
    assert (done.status, done.err) == (0, "")
    assert "Nothing is new" in done.flat
    assert news(command("brief", folder, "--since", earlier, "--format", "json", "--jobs", 1)) == []


def test_a_report_that_came_in(command: Any, folder: Path, earlier: Path) -> None:
    (folder / "third.txt").write_text(THIRD)
    done = command("brief", folder, "--since", earlier, "--format", "json", "--jobs", 1)
    reports = [report["id"] for story in done.record["stories"] for report in story["reports"]]
    assert reports == ["third.txt"]
    known = {finding["id"] for finding in json.loads(earlier.read_text())["findings"]}
    assert all(
        "third.txt" in {c["report"] for c in change["finding"]["cites"]}
        for change in news(done)
        if change["what"] == "new"
    )
    assert not {change["finding"]["id"] for change in news(done) if change["what"] == "new"} & known
    assert "Pact signed over the dam" in command("brief", folder, "--since", earlier, "--jobs", 1).out


def test_ids_of_other_findings_stay(command: Any, folder: Path, earlier: Path) -> None:
    (folder / "third.txt").write_text(THIRD)
    record = command("brief", folder, "--format", "json", "--jobs", 1).record
    later = [finding["id"] for dossier in record.get("dossiers", [record]) for finding in dossier["findings"]]
    assert {finding["id"] for finding in json.loads(earlier.read_text())["findings"]} <= set(later)


def test_an_edited_report_is_a_new_version(command: Any, folder: Path, earlier: Path) -> None:
    (folder / "first.txt").write_text(FIRST.replace("12 villages", "15 villages"))
    done = command("brief", folder, "--since", earlier, "--jobs", 1)
    assert "Report 1, a new version" in done.flat
    assert "At least [-12-] {+15+} villages were flooded" in done.flat
    record = command("brief", folder, "--since", earlier, "--format", "json", "--jobs", 1).record
    (edition,) = (edition for story in record["stories"] for edition in story["edited"])
    assert (edition["report"], edition["text_known"], len(edition["lines"])) == ("first.txt", True, 1)
    assert record["stories"][0]["reports"] == []


def test_a_dossier_without_texts_still_works(command: Any, folder: Path, earlier: Path) -> None:
    record = json.loads(earlier.read_text())
    for report in record["reports"]:
        del report["text"], report["url"]
    earlier.write_text(json.dumps(record))
    assert "Nothing is new" in command("brief", folder, "--since", earlier, "--jobs", 1).flat
    (folder / "first.txt").write_text("Update\n\n" + FIRST.replace("12 villages", "15 villages"))
    assert "the earlier text was not kept" in command("brief", folder, "--since", earlier, "--jobs", 1).flat


def test_a_page_at_one_address_is_one_report(command: Any, tmp_path: Path) -> None:
    url = "https://post.example/dam"
    rows = [
        {"id": "old", "text": FIRST, "url": url},
        {"id": "new", "text": FIRST + "Correction: it was a Monday.\n", "url": url + "/"},
    ]
    (tmp_path / "reports.jsonl").write_text("\n".join(map(json.dumps, rows)))
    record = command("brief", tmp_path / "reports.jsonl", "--format", "json", "--jobs", 1).record
    assert (record["story"]["reports"], [report["id"] for report in record["reports"]]) == (1, ["new"])
    assert [(version["report"], version["id"]) for version in record["versions"]] == [("new", "old")]
    for form in ("terminal", "markdown", "html"):
        shown = command("brief", tmp_path / "reports.jsonl", "--format", form, "--jobs", 1).flat
        assert "Reports that were edited" in shown
        assert "Correction: it was a Monday." in shown


def test_reports_that_are_not_given_are_not_called_gone(command: Any, folder: Path, earlier: Path) -> None:
    done = command("brief", folder / "first.txt", "--since", earlier, "--format", "json", "--jobs", 1)
    assert done.record["since"]["not_given"] == ["second.txt"]
    assert done.record["gone"] == []
    assert [change for change in news(done) if change["what"] == "new"] == []


NO_DOSSIERS = (
    "",
    "no json",
    "[]",
    "{}",
    '{"findings": []}',
    '{"stories": [], "gone": []}',
    '{"dossiers": [7], "failed": []}',
)


@pytest.mark.parametrize("text", NO_DOSSIERS)
def test_what_is_no_dossier_is_refused_in_one_line(command: Any, folder: Path, tmp_path: Path, text: str) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text(text)
    done = command("brief", folder, "--since", bad)
    assert (done.status, done.out, len(done.err.splitlines())) == (2, "", 1)
    assert str(bad) in done.err
    assert "--format json" in done.err


def test_a_dossier_that_is_not_there_is_refused(command: Any, folder: Path, tmp_path: Path) -> None:
    done = command("brief", folder, "--since", tmp_path / "none.json")
    assert (done.status, len(done.err.splitlines())) == (2, 1)


@pytest.mark.parametrize(("form", "start"), [("markdown", "# "), ("html", "<!doctype html>"), ("terminal", "Trace of")])
def test_trace_in_every_format(command: Any, folder: Path, form: str, start: str) -> None:
    done = command("trace", "stay shut until the pact", folder, "--format", form, "--jobs", 1)
    assert (done.status, done.err) == (0, "")
    assert done.out.lstrip("# ").startswith(start.lstrip("# ") if form != "markdown" else "Trace of")
    assert "changes the meaning: modal" in done.flat


def test_trace_tells_who_and_where(command: Any, folder: Path) -> None:
    (trace,) = command("trace", "stay shut until the pact", folder, "--format", "json", "--jobs", 1).record["traces"]
    texts = {"first.txt": FIRST, "second.txt": SECOND}
    assert trace["speaker"] == "Ada Brenn"
    assert [place["report"] for place in trace["places"]] == ["first.txt", "second.txt"]
    for cite in (cite for place in trace["places"] for cite in place["cites"]):
        assert texts[cite["report"]][cite["start"] : cite["end"]] == cite["text"]


def test_trace_finds_nothing_as_grep_does(command: Any, folder: Path) -> None:
    done = command("trace", "grain ships", folder, "--jobs", 1)
    assert (done.status, done.err) == (1, "")
    assert "No report carries these words." in done.out
    assert command("trace", "grain ships", folder, "--format", "json", "--jobs", 1).record["traces"] == []


@pytest.mark.parametrize("words", ["", " … “” "])
def test_trace_wants_words(command: Any, folder: Path, words: str) -> None:
    done = command("trace", words, folder)
    assert (done.status, len(done.err.splitlines())) == (2, 1)


def test_compare_in_every_format(command: Any, folder: Path) -> None:
    pair = folder / "first.txt", folder / "second.txt"
    for form in ("terminal", "markdown", "html"):
        done = command("compare", *pair, "--format", form)
        assert (done.status, done.err) == (0, "")
        assert "Said in both" in done.out
        assert "changes the meaning: modal" in done.flat
    record = command("compare", *pair, "--format", "json").record
    assert [report["id"] for report in record["reports"]] == ["first.txt", "second.txt"]
    assert record["said"][0]["changes"] == ["modal"]
    texts = {"first.txt": FIRST, "second.txt": SECOND}
    cites = [cite for part in (*record["only"][0], *record["only"][1], *record["told"]) for cite in part["cites"]]
    assert cites
    assert all(texts[cite["report"]][cite["start"] : cite["end"]] == cite["text"] for cite in cites)


def test_the_compare_page_leads_from_cites_into_the_texts(command: Any, folder: Path) -> None:
    page = command("compare", folder / "first.txt", folder / "second.txt", "--format", "html").out
    cites = re.findall(r'class="cite" href="#([^"]+)"', page)
    assert cites
    assert set(cites) <= set(re.findall(r'id="([^"]+)"', page))
    assert "At least 12 villages" in page


def test_a_report_compared_with_itself(command: Any, folder: Path) -> None:
    done = command("compare", folder / "first.txt", folder / "first.txt")
    assert done.status == 0
    assert "the two have the same text" in done.out


@pytest.mark.parametrize(
    ("name", "status", "words"),
    [("empty.txt", 1, "holds no text"), ("none.txt", 1, "no such file"), ("..", 2, "compare takes one on each side")],
)
def test_compare_names_what_it_cannot_read(command: Any, folder: Path, name: str, status: int, words: str) -> None:
    (folder / "empty.txt").write_text("")
    target = folder if name == ".." else folder / name
    done = command("compare", folder / "first.txt", target)
    assert (done.status, done.out, len(done.err.splitlines())) == (status, "", 1)
    assert words in done.err


def test_a_page_without_article_text_is_told(command: Any, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "furniture.txt").write_text("Share this with a friend\n")
    done = command("compare", folder / "first.txt", tmp_path / "furniture.txt")
    assert done.status == 0
    assert "no article text found" in done.flat


OTHER = """Storm floods the harbour of Lorn

PORT LORN, May 5, 2031 - A storm flooded the harbour of Lorn on Monday and sank four fishing boats, the coast guard said.
"The pier is gone," harbour master Ilse Varga told reporters.
"""


@pytest.mark.parametrize("form", ["terminal", "markdown", "html"])
def test_news_of_several_stories(command: Any, folder: Path, tmp_path: Path, form: str) -> None:
    (folder / "storm.txt").write_text(OTHER)
    earlier = tmp_path / "several.json"
    command("brief", folder, "--format", "json", "--output", earlier, "--jobs", 1)
    assert len(json.loads(earlier.read_text())["dossiers"]) > 1
    assert "Nothing is new" in command("brief", folder, "--since", earlier, "--format", form, "--jobs", 1).flat
    (folder / "third.txt").write_text(THIRD)
    (folder / "storm.txt").write_text(OTHER.replace("four fishing boats", "six fishing boats"))
    page = command("brief", folder, "--since", earlier, "--format", form, "--jobs", 1).out
    assert page.index("What is new") < page.index("Pact signed over the dam")
    assert "Storm floods the harbour of Lorn" in page
    if form == "html":
        assert set(re.findall(r'href="#([^"]+)"', page)) <= set(re.findall(r'id="([^"]+)"', page))


def test_cites_of_the_news_lead_into_the_texts(command: Any, folder: Path, earlier: Path) -> None:
    (folder / "first.txt").write_text(FIRST.replace("12 villages", "15 villages"))
    page = command("brief", folder, "--since", earlier, "--format", "html", "--jobs", 1).out
    cites = re.findall(r'class="cite" href="#([^"]+)"', page)
    assert cites
    assert set(cites) <= set(re.findall(r'id="([^"]+)"', page))
    assert "<del>12</del> <ins>15</ins>" in page


def test_since_shows_no_cuts(command: Any, folder: Path, earlier: Path) -> None:
    done = command("brief", folder, "--since", earlier, "--show-cuts")
    assert (done.status, done.out, len(done.err.splitlines())) == (2, "", 1)


def test_the_order_of_paths_does_not_matter(command: Any, folder: Path, earlier: Path) -> None:
    (folder / "third.txt").write_text(THIRD)
    paths = sorted(folder.iterdir())
    for arguments in (("trace", "stay shut"), ("brief", "--since", earlier)):
        there, back = (command(*arguments, *order, "--format", "json", "--jobs", 1) for order in (paths, paths[::-1]))
        assert there.out == back.out


def test_an_edited_page_in_a_second_file_of_lines_is_a_version(command: Any, tmp_path: Path) -> None:
    lines = tmp_path / "lines"
    lines.mkdir()
    address = "https://tarn.example/dam"
    for name, text in (("v1", FIRST), ("v2", FIRST.replace("12 villages", "9 villages"))):
        (lines / f"{name}.jsonl").write_text(json.dumps({"id": "h1", "text": text, "url": address}))
    earlier = tmp_path / "v1.json"
    command("brief", lines / "v1.jsonl", "--format", "json", "--output", earlier)
    done = command("brief", lines, "--since", earlier)
    assert (done.status, done.err) == (0, "")
    assert "At least [-12-] {+9+} villages were flooded on Monday" in done.flat
    assert "1 edited report" in done.flat
    assert "as of 2031-05-05 · what is new since v1.json, which was as of 2031-05-05" in done.flat
    assert "Report 1 is a later version of h1, which is not counted." in command("brief", lines).flat


def test_several_stories_are_announced(command: Any, folder: Path, tmp_path: Path) -> None:
    assert "These reports tell" not in command("brief", folder).out
    (folder / "goat.txt").write_text(
        "Goat wins the village fair\n\nA goat won the fair of Ostry, the baker said on Sunday."
    )
    for form in ("terminal", "markdown"):
        out = command("brief", folder, "--format", form).out
        assert out.startswith("These reports tell 2 stories; their dossiers follow one another.\n")
        assert "2. Goat wins the village fair (1 report)" in out or "1. Goat wins the village fair (1 report)" in out
