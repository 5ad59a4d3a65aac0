from __future__ import annotations

from headwater.model.span import Cite, Span
from headwater.show.refs import group_by_report, refer_all

NUMBERS = {"a": 1, "b": 2}
CITES = (Cite("b", Span(5, 9)), Cite("a", Span(40, 44)), Cite("b", Span(1, 3)), Cite("b", Span(5, 9)))


def test_cites_are_grouped_by_report_in_text_order_each_once() -> None:
    assert group_by_report(CITES, NUMBERS) == {1: (Span(40, 44),), 2: (Span(1, 3), Span(5, 9))}


def test_a_reference_names_report_and_characters() -> None:
    assert refer_all(CITES, NUMBERS) == "[1:40-44, 2:1-3,5-9]"
