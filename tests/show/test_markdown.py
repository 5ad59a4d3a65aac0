from __future__ import annotations

import re

import pytest

from headwater.model.dossier import Dossier
from headwater.show.markdown import escape, write_markdown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<script>", r"\<script\>"),
        ("[x](y)", r"\[x\](y)"),
        ("1. first", r"1\. first"),
        ("- item", r"\- item"),
        ("a | b", r"a \| b"),
        ("two\nlines", "two lines"),
        ("_a_ *b* `c`", r"\_a\_ \*b\* \`c\`"),
    ],
)
def test_marks_are_shown_as_they_are(text: str, shown: str) -> None:
    assert escape(text) == shown


def test_the_page_has_a_table_and_a_heading_for_each_speaker(dossier: Dossier) -> None:
    lines = write_markdown(dossier).splitlines()
    assert "| 1 | Varland sets a deadline over the dam | Harbour Post | 2031-05-05 (inferred) |" in "\n".join(lines)
    assert "### Ada Brenn, President" in lines


def test_a_hostile_report_brings_no_markup(hostile: Dossier) -> None:
    page = write_markdown(hostile, cuts=True)
    assert not re.search(r"(?<!\\)[<\[`]", page)
    assert "\x1b" not in page
