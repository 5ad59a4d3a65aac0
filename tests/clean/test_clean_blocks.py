"""Blocks: the cases of tests/cases/clean/blocks.yaml, and what holds of every text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from headwater.clean import find_blocks
from headwater.model.block import Block
from headwater.model.reading import Reading
from headwater.model.report import Report

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases/clean/blocks.yaml").read_text("utf8"))
LINES = [
    "Home",
    "Subscribe now",
    "€9/month",
    "By Ana Velho",
    "AFP",
    "(Reuters)",
    "",
    "HARWICK (AP) — The port closed on Monday, it said.",
    "He said so on Monday in Harwick. (AFP)",
    "{{name}}",
    "\u202eabc\u202c",
    "Ferries wait (Ana Velho/AFP)",
    "\0",
    "\ud800",
    "May 5, 2031",
]
LINE = st.sampled_from(LINES) | st.text(max_size=60)


def blocks_of(text: str, **known: str) -> tuple[Block, ...]:
    return find_blocks(Reading(Report("r", text, **known)))


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    text = case["text"]
    found = [(f"{b.role} {b.kind or ''}".strip(), text[slice(*b.span)]) for b in blocks_of(text)]
    expected = [next(iter(row.items())) for row in case["blocks"]]
    assert [role for role, _ in found] == [role for role, _ in expected]
    for (_, words), (_, start) in zip(found, expected, strict=True):
        assert words.startswith(start)


@given(st.lists(LINE, max_size=25))
def test_blocks_are_in_order_trimmed_and_hold_every_visible_character(lines: list[str]) -> None:
    text = "\n".join(lines)
    found = blocks_of(text)
    at = 0
    for block in found:
        assert at <= block.span.start < block.span.end
        assert (block.role == "furniture") == (block.kind is not None)
        at = block.span.end
    outside = "".join(
        text[a:b]
        for a, b in zip([0, *(b.span.end for b in found)], [*(b.span.start for b in found), len(text)], strict=True)
    )
    assert not any(c.isalnum() for c in outside)


def test_the_headline_the_metadata_names_is_the_title() -> None:
    text = (
        "A week of strikes\nFerry strike ends\nDock workers went back to work on Monday, the union said in a statement."
    )
    title = next(block for block in blocks_of(text, title="Ferry strike ends") if block.role == "title")
    assert text[slice(*title.span)] == "Ferry strike ends"


def test_a_headline_that_looks_like_a_label_is_the_title_if_the_metadata_names_it() -> None:
    text = "Live: Ferry strike\nDock workers went back to work on Monday, the union said in a statement."
    assert blocks_of(text, title="Live: Ferry strike")[0].role == "title"
    assert blocks_of(text)[0].role == "furniture"


def test_a_block_of_wrapped_lines_says_that_its_sentences_run_on() -> None:
    text = (
        "Dock workers in the port of Harwick walked out on Monday after\ntalks with the authority ended without a deal,"
        " the union said.\nIt began.\n\nBoth sides are expected to meet again on Thursday, the mediator\ntold"
        " reporters outside the town hall on Tuesday evening.\n"
    )
    assert [(block.flows, block.rule) for block in blocks_of(text)] == [(True, "wrapped_text@1")] * 2


def test_hidden_marks_do_not_hide_a_leftover() -> None:
    text = "Dock workers walked out on Monday, a union official said in Harwick.\n\u202aSub\u200bscribe now\u202c"
    assert [block.role for block in blocks_of(text)] == ["body", "furniture"]


def test_a_text_of_white_space_has_no_blocks() -> None:
    assert blocks_of(" \n\t\n") == ()


def test_menus_and_teasers_of_a_whole_page_are_marked_and_its_article_is_kept() -> None:
    menu = [
        "Home",
        "News",
        "Sport",
        "Weather",
        "Contact us",
        "Harwick Today",
        "Port and Ferries",
        "Town Hall",
        "Schools",
        "Letters Page",
    ]
    article = [
        "Dock workers in the port of Harwick walked out on Monday after talks with the authority ended without a deal, the union said.",
        '"We will wait as long as it takes," said Tom Brandt, who leads the union. "Nobody here wants to go back to the old shifts."',
        "The authority said that two of its five ferries were running and that travellers should check before they leave home.",
        "The strike has cost the region about 4 million euros so far, according to the chamber of commerce, which called for calm.",
        "Both sides are expected to meet again on Thursday, the mediator told reporters outside the town hall on Tuesday evening.",
    ]
    teasers = [
        "Most read",
        "Old bridge to be rebuilt by 2034",
        "Bakery of the year named",
        "Lighthouse keeper retires",
        "Sign up for our newsletter",
    ]
    lines = [*menu * 3, "Ferry strike in Harwick enters third week", "By Ana Velho", *article, *teasers, *menu * 2]
    text = "\n".join(lines)
    found = blocks_of(text)
    assert [text[slice(*block.span)] for block in found if block.role == "body"] == article
    assert {"title", "byline", "furniture"} <= {block.role for block in found}
