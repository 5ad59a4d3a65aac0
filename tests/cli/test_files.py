from __future__ import annotations

import os
from pathlib import Path

import pytest

from headwater.cli.files import check_target, write_beside, write_out
from headwater.errors import UsageError


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    write_out("né\n", str(tmp_path / "out.txt"))
    assert (tmp_path / "out.txt").read_bytes() == "né\n".encode()
    assert [path.name for path in tmp_path.iterdir()] == ["out.txt"]


def test_what_stops_the_writing_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "out.txt"
    target.write_text("old")

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", stop)
    with pytest.raises(KeyboardInterrupt):
        write_beside(target, b"new")
    assert target.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["out.txt"]


def test_a_new_file_has_the_rights_of_the_process(tmp_path: Path) -> None:
    mask = os.umask(0o027)
    try:
        write_beside(tmp_path / "out.txt", b"x")
    finally:
        os.umask(mask)
    assert (tmp_path / "out.txt").stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text("old")
    (tmp_path / "link.txt").symlink_to("real.txt")
    write_beside(tmp_path / "link.txt", b"new")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text() == "new"


def test_a_device_is_written_to_directly() -> None:
    write_beside(Path("/dev/null"), b"x")
    assert not Path("/dev/null").is_file()


@pytest.mark.parametrize("target", ["folder", "missing/out.txt"])
def test_a_target_that_cannot_be_written_is_found_before_the_work(tmp_path: Path, target: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(UsageError, match=target.split("/")[0]):
        check_target(str(tmp_path / target))


def test_standard_output_needs_no_check() -> None:
    check_target(None)


def test_lone_surrogates_do_not_stop_the_printing(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    write_out("a\ud800é")
    assert capfdbinary.readouterr().out == "a\\ud800é".encode()
