"""Every file shown in docs/inputs.md is read as the page says."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from headwater.clean import find_blocks, find_provenance
from headwater.model.reading import Reading
from headwater.model.report import Report
from headwater.read import read_paths
from headwater.settings import Settings

PAGE = (Path(__file__).parents[2] / "docs/inputs.md").read_text("utf8")
EXAMPLE = re.compile(r"^`([\w.]+)`\n\n```\n(.*?)```\n((?:\n```read\n.*?```\n)+)", re.DOTALL | re.MULTILINE)
EXAMPLES = EXAMPLE.findall(PAGE)


def tell(report: Report, name: str) -> str:
    """One fact of a report as the page writes it."""
    reading = Reading(report)
    reading = replace(reading, blocks=find_blocks(reading))
    source = find_provenance(reading)
    match name:
        case "credit":
            return ", ".join(str(credit.value) for credit in source.credits)
        case "dateline":
            return str(source.dateline.value)
        case "cut":
            return "\n".join(report.quote(block.span) for block in reading.blocks if block.role == "furniture")
        case _:
            return str(getattr(report, name))


def test_every_kind_of_text_has_an_example() -> None:
    assert {Path(name).suffix for name, _, _ in EXAMPLES} == {".txt", ".html", ".jsonl", ".rss", ".eml"}


@pytest.mark.parametrize(("name", "data", "told"), EXAMPLES, ids=[name for name, _, _ in EXAMPLES])
def test_an_example_is_read_as_told(name: str, data: str, told: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(data, "utf8")
    reports = list(read_paths([tmp_path], settings=Settings().reading))
    rows = re.findall(r"```read\n(.*?)```", told, re.DOTALL)
    assert len(reports) == len(rows)
    for report, row in zip(reports, rows, strict=True):
        assert isinstance(report, Report)
        facts = dict(line.split(": ", 1) for line in row.splitlines())
        assert {fact: tell(report, fact) for fact in facts} == facts


def test_the_archive_of_the_page_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (snippet,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    exec(compile(snippet, "docs/inputs.md", "exec"), {})
    assert (tmp_path / "pages.warc.gz").exists()
