from __future__ import annotations

import pytest

from headwater.model.dossier import Dossier
from headwater.show.terminal import write_terminal


@pytest.mark.parametrize("width", [60, 80, 100, 120])
def test_no_line_is_wider_than_asked(dossier: Dossier, width: int) -> None:
    assert max(map(len, write_terminal(dossier, width=width, cuts=True).splitlines())) <= width


def test_a_pipe_gets_plain_text(hostile: Dossier) -> None:
    assert "\x1b" not in write_terminal(hostile)


def test_a_terminal_gets_colours_but_none_from_a_report(dossier: Dossier, hostile: Dossier) -> None:
    assert "\x1b[1m" in write_terminal(dossier, colours=True)
    assert "\x1b[31m" not in write_terminal(hostile, colours=True)


def test_the_parts_of_the_page(dossier: Dossier) -> None:
    text = write_terminal(dossier)
    parts = ["Reported", "Who said what", "What is due", "Where reports differ", "What cannot be established"]
    parts += ["Reports", "What the reports do not say", "Inputs that could not be read"]
    places = [text.index("Dam deadline"), *(text.index(f"\n{part}") for part in parts)]
    assert places == sorted(places)


def test_a_line_tells_speaker_relay_counts_and_places(dossier: Dossier) -> None:
    text = write_terminal(dossier)
    assert "Ada Brenn, President" in text
    assert "via VNA · also: “the sluices stay shut” · 2 reports, 1 origin (VNA) · [1:79-125, 2:50-71]" in text


def test_cuts_are_listed_only_when_asked_for(dossier: Dossier) -> None:
    assert "Share this with a friend" not in write_terminal(dossier)
    assert "report 1, share (made_by_hand@1): Share this with a friend" in write_terminal(dossier, cuts=True)


def test_square_brackets_in_a_report_are_no_markup(hostile: Dossier) -> None:
    assert "`*[x](javascript:1)" in write_terminal(hostile, width=120)
