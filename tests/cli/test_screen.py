from __future__ import annotations

import io
import os
import sys
from types import SimpleNamespace

import pytest

from headwater.cli.progress import watch
from headwater.cli.screen import PIPED, Screen, find_screen


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    screen = Terminal()
    streams = SimpleNamespace(stdout=screen, stderr=screen)
    monkeypatch.setattr("headwater.cli.screen.sys", streams)
    monkeypatch.setattr("headwater.cli.progress.sys", streams)
    monkeypatch.setattr("shutil.get_terminal_size", lambda fallback: os.terminal_size((90, 24)))
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    return screen


@pytest.mark.usefixtures("terminal")
def test_a_terminal_has_colours_and_its_width() -> None:
    assert find_screen() == Screen(90, colours=True)


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_colours_can_be_refused(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, value)
    assert find_screen() == Screen(90, colours=False)


@pytest.mark.usefixtures("terminal")
def test_a_file_is_no_terminal() -> None:
    assert find_screen(plain=True) == Screen(PIPED, colours=False)


def test_a_pipe_has_a_fixed_width_and_no_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert find_screen() == Screen(PIPED, colours=False)


def test_progress_is_shown_on_a_terminal_and_goes_away(terminal: Terminal) -> None:
    assert list(watch("ab", "reports read:", total=2)) == ["a", "b"]
    assert terminal.getvalue() == "\r\x1b[Kreports read: 1 of 2\r\x1b[Kreports read: 2 of 2\r\x1b[K"


def test_no_progress_in_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(watch("ab", "reports read:")) == ["a", "b"]
    assert capsys.readouterr().err == ""
