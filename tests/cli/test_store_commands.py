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
    assert out.startswith("1. rename actor: Petra Holm → Petra Anna Holm in 01-harbour-times.txt “")
    assert "by ida)" in out
    listed = tell(capsys, "correct", "list", "--format", "json")
    assert "undone: 1" in tell(capsys, "correct", "undo", "1")
    assert "(undone " in tell(capsys, "correct", "list")
    file = tmp_path / "corrections.json"
    file.write_text(listed)
    told = tell(capsys, "correct", "import", str(file))
    assert "Petra Anna Holm" in told
    assert told.endswith("1 correction made\n")
    assert tell(capsys, "correct", "import", str(file)) == "0 corrections made, 1 there already\n"
    assert run(["correct", "import", str(tmp_path / "nothing.json")]) == 2
    assert run(["correct", "undo", "1"]) == 1


def test_ids_are_printed_beside_their_lines(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert tell(capsys, "correct", "ids").startswith(f"{STRAIT}\t")
    tell(capsys, "news")  # a look leaves nothing new, and the ids must be there all the same
    rows = dict(line.split("\t", 1) for line in tell(capsys, "correct", "ids", STRAIT).splitlines())
    finding = next(id for id, line in rows.items() if line.startswith("said: ") and "twelve" in line.lower())
    told = tell(capsys, "correct", "dismiss", STRAIT, finding, "--why", "a guess")
    assert rows[finding].removeprefix("said: ")[:30] in told
    assert told.rstrip().partition("(20")[0].endswith(" – a guess ")
    assert finding not in tell(capsys, "correct", "ids", STRAIT)
    assert run(["correct", "ids", "nowhere"]) == 1


def test_what_is_dismissed_is_not_dismissed_again(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    finding = tell(capsys, "correct", "ids", STRAIT).partition("\t")[0]
    tell(capsys, "correct", "dismiss", STRAIT, finding)
    assert run(["correct", "dismiss", STRAIT, finding]) == 1
    assert "correction 1 says so already; to take it back: headwater correct undo 1" in capsys.readouterr().err
    tell(capsys, "correct", "undo", "1")
    tell(capsys, "correct", "dismiss", STRAIT, finding)


def test_a_list_with_a_split_is_carried_over(
    desk: Path, strait_file: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell(capsys, "correct", "rename-actor", STRAIT, "Petra Holm", "Holm the Elder")
    tell(capsys, "correct", "undo", "1")
    told = tell(capsys, "correct", "split-story", STRAIT, "05-ksna.txt")
    assert f"the new story is {STRAIT}~2; to take it back: headwater correct undo 2" in told
    tell(capsys, "correct", "merge-stories", STRAIT, f"{STRAIT}~2")
    tell(capsys, "correct", "split-actor", STRAIT, "Petra Holm", "Ada Holm", "05-ksna.txt")
    tell(capsys, "correct", "undo", "3")
    name = tell(capsys, "correct", "ids", f"{STRAIT}~2").partition("\t")[0]
    tell(capsys, "correct", "dismiss", f"{STRAIT}~2", name)
    file = tmp_path / "corrections.json"
    file.write_text(tell(capsys, "correct", "list", "--format", "json"))
    other = tmp_path / "other.db"
    other.write_bytes(strait_file.read_bytes())
    monkeypatch.setenv("HEADWATER_STORE", str(other))
    told = tell(capsys, "correct", "import", str(file))
    assert told.endswith("3 corrections made, 2 undone in the list and left out\n")
    assert f"({name} of {STRAIT}~1)" in told
    assert tell(capsys, "correct", "import", str(file)).startswith("0 corrections made, 3 there already")


def test_an_address_of_an_own_network_is_added_where_that_is_allowed(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    address = "http://127.0.0.1:9/page.html"
    assert run(["add", address]) == 1
    assert "--allow-network" in capsys.readouterr().err
    assert run(["add", address, "--allow-network", "127.0.0.0/8"]) == 1
    assert "--allow-network" not in capsys.readouterr().err


def test_a_rebuild_that_has_nothing_to_do_says_so(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = tell(capsys, "rebuild")
    assert told.startswith("Everything was made by this version (")
    assert told.endswith("headwater rebuild --all\n")
    assert "stories told again: 1" in tell(capsys, "rebuild", "--all", "--jobs", "1")


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
