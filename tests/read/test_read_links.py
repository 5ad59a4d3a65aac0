"""Links in folders: a loop is one failed row, and a file that is given twice is read once."""

from pathlib import Path

from headwater.errors import InputError
from headwater.model.report import Report
from headwater.read import read_paths
from headwater.settings import Settings

TEXT = "The port of Tarn was closed on Monday, the harbour master said."


def test_a_loop_of_links_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("b.txt")
    (tmp_path / "b.txt").symlink_to("a.txt")
    (tmp_path / "ok.txt").write_text(TEXT)
    found = list(read_paths([tmp_path], settings=Settings().reading))
    assert [item.text for item in found if isinstance(item, Report)] == [TEXT]
    assert [item.code for item in found if isinstance(item, InputError)] == ["unreadable", "unreadable"]


def test_a_file_given_with_its_folder_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(TEXT)
    found = list(read_paths([tmp_path, tmp_path / "one.txt"], settings=Settings().reading))
    assert [item.id for item in found if isinstance(item, Report)] == ["one.txt"]
    assert len(found) == 1
