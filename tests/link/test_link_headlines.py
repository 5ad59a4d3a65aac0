from __future__ import annotations

from dataclasses import replace

from invented_story import build_reading, find

from headwater.language import find_sentences
from headwater.link.headlines import Headlines
from headwater.model.block import Block
from headwater.model.reading import Reading
from headwater.model.span import Span


def read(id: str, title: str, body: str) -> Reading:
    text = f"{title}\n\n{body}"
    blocks = (
        Block(Span(0, len(title)), "title", "made_by_hand@1"),
        Block(Span(len(title) + 2, len(text)), "body", "made_by_hand@1"),
    )
    reading = replace(build_reading({"id": id, "text": text}), blocks=blocks)
    return replace(reading, sentences=find_sentences(reading))


MILL = read("a", "Mayor vows to sell mill", "Mayor Ada Lorn vowed on Tuesday to sell the old mill before winter.")


def test_a_headline_that_its_text_tells_sums_up() -> None:
    assert Headlines([MILL]).sum_up(MILL, (find(MILL.report.text, "sell mill"),))


def test_the_text_itself_is_no_headline() -> None:
    assert not Headlines([MILL]).sum_up(MILL, (find(MILL.report.text, "sell the old mill"),))


def test_a_headline_that_no_text_tells_stands() -> None:
    lone = read("b", "Baker quits orchestra over drums", "Rain is forecast for the weekend in the valley.")
    assert not Headlines([MILL, lone]).sum_up(lone, (find(lone.report.text, "quits orchestra over drums"),))


def test_another_reports_text_may_tell_it() -> None:
    lone = read("b", "Mayor to sell old mill", "Rain is forecast for the weekend in the valley.")
    assert Headlines([MILL, lone]).sum_up(lone, (find(lone.report.text, "sell old mill"),))
