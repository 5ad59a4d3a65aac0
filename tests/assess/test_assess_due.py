"""Every story of tests/cases/due: what is due, in which order, with which status."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from commitment_cases import load_cases, read_story

from headwater.assess.due import find_due
from headwater.assess.fates import date_status, decide_fate
from headwater.model.finding import Finding

CASES = load_cases("due/stories")


def shown(finding: Finding, asked: dict[str, Any]) -> dict[str, Any]:
    details = finding.details
    known = {
        "commitment": details["commitment"],
        "due": details["due"] and details["due"]["latest"],
        "status": details["status"],
        "reports": len(finding.reports),
        "changes": [change["status"] for change in details["changes"]],
        "variants": [variant["possible"] for variant in details["variants"]],
        "extended_to": (details["extended_to"] or {}).get("latest"),
        "beside": [other["due"]["latest"] for other in details["beside"]],
    }
    return {name: known[name] for name in asked}


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_story(case: dict[str, Any]) -> None:
    found = find_due(read_story(case), case["as_of"])
    assert len(found) == len(case["expect"]), [finding.line for finding in found]
    assert [shown(finding, wanted) for finding, wanted in zip(found, case["expect"], strict=True)] == case["expect"], (
        case["why"]
    )


def test_what_is_plainly_said_stands_behind_what_is_vowed() -> None:
    case = next(case for case in CASES if case["id"] == "plainly-said-comes-last")
    vow, said = find_due(read_story(case), case["as_of"])
    assert (vow.details["strength"], said.details["strength"]) == ("vowed", "said")
    assert (vow.details["plain"], said.details["plain"]) == (False, True)


def test_direct_speech_stands_in_quotation_marks_behind_its_speaker() -> None:
    case = next(case for case in CASES if case["id"] == "in-quotation-marks")
    (said,) = find_due(read_story(case), case["as_of"])
    assert said.line == "Ana Ruiz: “We will sail again”"
    assert said.details["what"] == "“We will sail again”"


def test_every_cite_stands_in_its_report() -> None:
    for case in CASES:
        story = read_story(case)
        for finding in find_due(story, case["as_of"]):
            for cite in finding.cites:
                assert story.reading(cite.report).report.quote(cite.span).strip()


def test_order_of_reports_changes_nothing_but_their_order() -> None:
    for case in CASES:
        story = read_story(case)
        turned = read_story(case | {"reports": case["reports"][::-1]})
        ids = [{finding.id for finding in find_due(one, case["as_of"])} for one in (story, turned)]
        assert ids[0] == ids[1]


def test_later_reports_keep_the_id() -> None:
    case = next(case for case in CASES if case["id"] == "reported-done")
    whole, first = read_story(case), read_story(case | {"reports": case["reports"][:1]})
    assert find_due(whole, "2031-05-12")[0].id == find_due(first, "2031-05-12")[0].id


def test_one_family_of_ids_per_content() -> None:
    story = read_story(CASES[0])
    assert find_due(story, "2031-12-20") == find_due(replace(story), "2031-12-20")


@pytest.mark.parametrize(
    "due, as_of, status",
    [
        (None, "2031-05-05", "open"),
        ("2031-05-09", None, "open"),
        ("2031-05-05", "2031-05-05", "due soon"),
        ("2031-05-12", "2031-05-05", "due soon"),
        ("2031-05-13", "2031-05-05", "open"),
        ("2031-05-04", "2031-05-05", "passed, no report"),
        ("XXXX-WXX-5", "2031-05-05", "open"),
    ],
)
def test_status_by_the_calendar(due: str | None, as_of: str | None, status: str) -> None:
    assert date_status(due, as_of) == status
    assert decide_fate(due, (), as_of=as_of).changes == ()
