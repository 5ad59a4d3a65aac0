"""add, news, correct and rebuild as a user meets them."""

import json
from pathlib import Path

import pytest

from headwater.cli.entry import run
from headwater.store import open_store

EXAMPLE = Path(__file__).parents[2] / "examples" / "strait"
STRAIT = "01-harbour-times.txt"
TEXT = "The ferry Marta rammed the old pier of Port Ansel on Monday, the harbour master said."


@pytest.fixture
def desk(strait_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store with the example, named by the environment."""
    path = tmp_path / "desk.db"
    path.write_bytes(strait_file.read_bytes())
    monkeypatch.setenv("HEADWATER_STORE", str(path))
    return path


def tell(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> str:
    assert run(arguments) == status, capsys.readouterr().err
    return capsys.readouterr().out


def test_reports_are_added_told_and_news_once(desk: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "pier.txt").write_text(TEXT)
    assert tell(capsys, "add", "--jobs", "1", "-v", str(folder)) == (
        "added: pier.txt (story pier.txt)\n1 report added; 1 story told anew\n"
    )
    assert "0 reports added, 1 already there" in tell(capsys, "add", "--jobs", "1", str(folder))
    told = tell(capsys, "news")
    assert "+ said: the harbour master" in told
    assert "more (--all)" in told
    assert tell(capsys, "news") == "Nothing new.\n"
    assert "… and" not in tell(capsys, "news", "--reader", "ida", "--all")


def test_news_can_be_kept_and_read_by_programs(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = json.loads(tell(capsys, "news", "--keep", "--format", "json"))
    (news,) = told["stories"]
    assert news["story"]["id"] == STRAIT
    assert all(finding["cites"] for finding in news["new"])
    assert json.loads(tell(capsys, "news", "--keep", "--format", "json")) == told


def test_what_cannot_be_read_is_named_and_listed(
    desk: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert run(["add", "--jobs", "1", str(tmp_path / "nothing.txt")]) == 1
    assert "nothing.txt: there is no such file" in capsys.readouterr().err
    assert "nothing.txt: there is no such file" in tell(capsys, "add", "--failed")


def test_a_correction_is_made_listed_undone_and_carried_over(
    desk: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    out = tell(capsys, "correct", "rename-actor", STRAIT, "Petra Holm", "Petra Anna Holm", "--author", "ida")
    assert out.startswith("1. rename actor: 01-harbour-times.txt · Petra Holm → Petra Anna Holm (")
    assert "by ida)" in out
    listed = tell(capsys, "correct", "list", "--format", "json")
    assert "undone: 1" in tell(capsys, "correct", "undo", "1")
    assert "(undone " in tell(capsys, "correct", "list")
    file = tmp_path / "corrections.json"
    file.write_text(listed)
    assert "Petra Anna Holm" in tell(capsys, "correct", "import", str(file))
    assert run(["correct", "import", str(tmp_path / "nothing.json")]) == 2
    assert run(["correct", "undo", "1"]) == 1


def test_a_rebuild_that_has_nothing_to_do_says_so(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert tell(capsys, "rebuild") == "Everything is as this version makes it.\n"


@pytest.mark.parametrize(
    "arguments",
    [("add",), ("add", "--failed", "x"), ("correct", "origin", "wire", "X"), ("correct", "furniture", "", "x")],
)
def test_unusable_arguments_are_status_2(desk: Path, arguments: tuple[str, ...]) -> None:
    assert run(arguments) == 2


def test_a_newer_store_is_one_line_on_stderr(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with open_store(desk) as store, store.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    assert run(["news"]) == 1
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert "pip install --upgrade headwater" in error


def test_the_users_own_store_is_made_where_none_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("HEADWATER_STORE", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert tell(capsys, "news") == "Nothing new.\n"
    assert (tmp_path / "data" / "headwater" / "headwater.db").exists()
