from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from headwater import lexicon
from headwater.annotate.actor_codes import Code, code_of, code_of_actor, is_head_of_state, join
from headwater.model.notes import Actor
from headwater.model.report import Report
from headwater.model.span import Span

CASES = yaml.safe_load(
    (Path(__file__).parents[1] / "cases" / "actor_codes" / "mentions.yaml").read_text(encoding="utf8")
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_codes(case: dict[str, Any]) -> None:
    code = code_of(case["text"])
    assert (code.country, code.sector) == (case.get("country"), case.get("sector")), case["why"]


def test_the_words_that_decided_are_given() -> None:
    assert code_of("Malian soldiers").why == "Malian, soldiers"


def test_a_name_alone_has_no_code() -> None:
    assert code_of("Amara Osei") == Code(None, None, "")


def test_an_actor_has_what_the_report_says_of_it() -> None:
    report = Report("r1", "Malian leader Amara Osei left. Osei will be back.")
    actor = Actor("a1", "Amara Osei", "PERSON", (Span(14, 24), Span(31, 35)), (Span(0, 13),))
    assert code_of_actor(actor, report)[:2] == ("MLI", "GOV")


@pytest.mark.parametrize(
    "text", ["the president", "President Amara Osei", "President Osei's government", "the government"]
)
def test_a_head_of_state_is_known_by_its_title(text: str) -> None:
    assert is_head_of_state(text)


@pytest.mark.parametrize(
    "text", ["the president of the farmers' union", "Amara Osei", "government critics", "the mayor"]
)
def test_others_are_no_heads_of_state(text: str) -> None:
    assert not is_head_of_state(text)


def test_descent_is_no_state() -> None:
    assert code_of("ethnic Albanians in Serbia").country == "SRB"


def test_joining_keeps_the_first_of_each() -> None:
    assert join([Code(None, "MIL", "army"), Code("MLI", "GOV", "Mali's minister")]) == Code(
        "MLI", "MIL", "army; Mali's minister"
    )


def test_every_sector_class_has_an_example_and_words_in_lower_case() -> None:
    sectors = lexicon.load("sectors")
    for code, part in sectors.items():
        assert part["example"]
        assert code == "weak" or all(word == word.lower() for word in part["words"])


def test_sector_words_are_in_one_class_only() -> None:
    parts = [part["words"] for code, part in lexicon.load("sectors").items() if code != "weak"]
    words = [word for part in parts for word in part]
    assert sorted({word for word in words if words.count(word) > 1}) == []


@given(st.text())
def test_any_text_gets_a_code(text: str) -> None:
    assert isinstance(code_of(text), Code)
