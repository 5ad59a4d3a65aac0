"""Lines that a site repeats: the cases of tests/cases/clean/repeats.yaml, and what holds of every run."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from headwater.clean import find_blocks, find_repeated_lines
from headwater.model.reading import Reading
from headwater.model.report import Report

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases/clean/repeats.yaml").read_text("utf8"))


def make_reports(case: dict[str, Any]) -> list[Report]:
    """The case's reports, each of the site it names or of the case's only one."""
    return [
        Report(f"r{n}", one["text"], outlet=one.get("outlet", "Harbour Courier"), title=one.get("title"))
        for n, one in enumerate(case["reports"])
    ]


def quote_all(reports: list[Report]) -> list[list[str]]:
    found = find_repeated_lines(reports)
    return [[report.quote(span) for span in found.get(report.id, ())] for report in reports]


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    assert quote_all(make_reports(case)) == [one.get("repeated", []) for one in case["reports"]]


@given(st.randoms(use_true_random=False), st.sampled_from(CASES))
def test_the_order_of_the_reports_changes_nothing(chance: Any, case: dict[str, Any]) -> None:
    reports = make_reports(case)
    shuffled = chance.sample(reports, len(reports))
    assert find_repeated_lines(shuffled) == find_repeated_lines(reports)


def test_reports_read_before_are_evidence_and_get_no_answer() -> None:
    earlier, later = make_reports(CASES[0])[:2], make_reports(CASES[0])[2:]
    assert find_repeated_lines(later, earlier) == {
        id: spans for id, spans in find_repeated_lines([*earlier, *later]).items() if id not in {r.id for r in earlier}
    }


def test_a_site_is_known_by_its_address() -> None:
    reports = [replace(r, outlet=None, url=f"https://www.courier.example/{r.id}") for r in make_reports(CASES[0])]
    assert find_repeated_lines(reports) == find_repeated_lines(make_reports(CASES[0]))


def test_reports_of_no_known_site_are_no_evidence() -> None:
    assert find_repeated_lines([replace(report, outlet=None) for report in make_reports(CASES[0])]) == {}


def test_the_block_says_so_in_its_rule() -> None:
    reports = make_reports(CASES[0])
    repeated = find_repeated_lines(reports)
    blocks = find_blocks(Reading(reports[0], repeated=repeated["r0"]))
    ruled = [reports[0].quote(block.span) for block in blocks if block.rule == "repeated_on_site@1"]
    assert ruled == [reports[0].quote(span) for span in repeated["r0"]]
    assert all(block.role == "furniture" and block.kind for block in blocks if block.rule == "repeated_on_site@1")


def test_the_headline_the_metadata_names_stays_the_title() -> None:
    reports = [replace(report, title="Northern edition") for report in make_reports(CASES[0])]
    blocks = find_blocks(Reading(reports[0], repeated=find_repeated_lines(reports)["r0"]))
    assert [reports[0].quote(block.span) for block in blocks if block.role == "title"] == ["Northern edition"]


def test_who_wrote_a_report_is_no_leftover_for_being_named_again() -> None:
    case = {"reports": [{"text": f"By Ana Velho\n{one['text']}"} for one in CASES[0]["reports"]]}
    reports = make_reports(case)
    blocks = find_blocks(Reading(reports[0], repeated=find_repeated_lines(reports)["r0"]))
    assert blocks[0].role == "byline"
