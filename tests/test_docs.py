"""The documents keep their promises: links lead somewhere, snippets run, every command is named."""

import re
from pathlib import Path

import pytest

from headwater.cli.entry import COMMANDS

ROOT = Path(__file__).parent.parent
PAGES = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_to_files(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text("utf8"))
    missing = [link for link in links if not (page.parent / link).exists()]
    assert not missing


def test_the_snippets_of_the_readme_run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    snippets = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text("utf8"), re.DOTALL)
    assert snippets
    for snippet in snippets:
        exec(compile(snippet, "README.md", "exec"), {})
    assert "said" in capsys.readouterr().out


def test_every_command_is_in_the_reference() -> None:
    reference = (ROOT / "docs" / "cli.md").read_text("utf8")
    assert [command for command in COMMANDS if f"headwater {command}" not in reference] == []


def test_examples_are_named_in_the_readme() -> None:
    assert (ROOT / "examples" / "README.md").read_text("utf8").startswith("# The strait")
    assert "examples/strait" in (ROOT / "README.md").read_text("utf8")
