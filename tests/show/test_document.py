"""Documents in three forms: the same words, marked without colour, escaped."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from itertools import pairwise

import pytest

from headwater.link.beside import Piece, lay_beside
from headwater.model.reading import Reading
from headwater.model.report import Report
from headwater.model.span import Span
from headwater.show.document import Document, Entry, Heading, Legend, Pair, Ref, Remark, Sheet, take_side, warn
from headwater.show.document_html import write_body, write_page
from headwater.show.document_markdown import write_document
from headwater.show.document_text import write_text
from headwater.show.marked import split_report

BESIDE = lay_beside("Nine ferries stayed in port", "Seven ferries stayed <b>in</b> port")
TEXT = "Nine ferries stayed in port & out of sight."
PAGE = Document(
    "Ferries <held>",
    ("2 reports", "1 origin"),
    (
        Heading("Both", 2, "both"),
        Pair(
            Entry(take_side(BESIDE.pieces, "one"), ("Ada Brenn",), "Report 1", refs=(Ref(1, (Span(0, 27),)),)),
            Entry(take_side(BESIDE.pieces, "other"), (), "Report 2"),
            warning=warn(BESIDE.changes),
            note="number",
        ),
        Heading("More", 2, "more"),
        Entry((Piece("cut", "We say"), Piece("both", "ferries *sail*")), ("[1:2]",), warning="look"),
        Remark("That is all."),
        Legend("report 1", "report 2", "what is left out"),
    ),
    (Sheet(1, "Ferries", split_report(Reading(Report("a", TEXT)), [Span(0, 27)])),),
)


@pytest.mark.parametrize("width", [50, 100])
def test_text_marks_words_with_letters_alone(width: int) -> None:
    page = write_text(PAGE, width=width)
    flat = " ".join(page.split())
    assert "[-Nine-]" in flat
    assert "{+Seven+}" in flat
    assert "… ferries *sail*" in flat
    assert "! changes the meaning: number" in flat
    assert "\x1b" not in page
    assert max(map(len, page.splitlines())) <= width


def test_colours_change_no_word() -> None:
    plain, coloured = write_text(PAGE), write_text(PAGE, colours=True)
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured).split() == plain.split()


def test_a_narrow_terminal_puts_one_under_the_other() -> None:
    lines = write_text(PAGE, width=60).splitlines()
    assert not any("Report 1" in line and "Report 2" in line for line in lines)
    assert any("Report 1" in line and "Report 2" in line for line in write_text(PAGE, width=100).splitlines())


def test_markdown_escapes_the_words_of_reports() -> None:
    page = write_document(PAGE)
    assert page.startswith("# Ferries \\<held\\>\n")
    assert "~~Nine~~ ferries stayed in port" in page
    assert "**Seven** ferries stayed **\\<b\\>in\\</b\\>** port" in page or "\\<b\\>" in page
    assert "ferries \\*sail\\*" in page


def test_html_needs_nothing_else_and_escapes() -> None:
    page = write_page(PAGE)
    assert not re.search(r"<script|\son\w+=|src=|url\(|https?://", page)
    assert "default-src 'none'" in unescape(page)
    assert "<b>in</b>" not in page
    assert "<del>Nine</del>" in page
    assert "<ins>Seven</ins>" in page
    assert 'lang="en"' in page


def test_every_anchor_leads_somewhere() -> None:
    page = write_page(PAGE)
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(re.findall(r'id="([^"]+)"', page))
    assert "r1-0-27" in page


def test_a_cite_of_a_text_that_is_not_there_is_no_link() -> None:
    body = write_body(replace(PAGE, sheets=()))
    assert "[1:0-27]" in body
    assert "#r1" not in body


def test_the_body_brings_no_style_and_no_script() -> None:
    assert not re.search(r"<(style|script|html|head|body)|style=", write_body(PAGE))


def test_headings_go_down_step_by_step() -> None:
    levels = [int(level) for level in re.findall(r"<h(\d)", write_page(PAGE))]
    assert levels[0] == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def test_each_side_shows_its_own_words() -> None:
    beside = lay_beside("We keep the Ferries in port", "the ferries")
    assert [p.text for p in take_side(beside.pieces, "one")] == ["We keep", "the Ferries", "in port"]
    assert [p.text for p in take_side(beside.pieces, "other")] == ["the ferries"]
