from __future__ import annotations

from typing import Any

import pytest
from invented_story import build_story, load_cases

PAIRS = load_cases("utterances/pairs")


def report_of(number: int, said: dict[str, Any]) -> dict[str, Any]:
    by = said["by"]
    text = f"{by or 'Somebody'} spoke on Monday.\n{said['text']}, {by or 'it was'} said.\n"
    statement = {"content": said["text"], "speaker": by, "cue": "said", "mode": said.get("mode", "direct")}
    return {"id": f"r{number}", "text": text, "actors": {by: "PERSON"} if by else {}, "statements": [statement]}


@pytest.mark.parametrize("case", PAIRS, ids=[case["id"] for case in PAIRS])
def test_pair(case: dict[str, Any]) -> None:
    story = build_story([report_of(1, case["one"]), report_of(2, case["other"])])
    found = {True: "possible", False: True}[story.utterances[0].possible] if story.utterances else False
    assert found == case["same"], case["why"]
    if "changed" in case:
        assert f"changed: {case['changed']}" in story.utterances[0].reason


def test_group_does_not_depend_on_the_order_of_reports() -> None:
    pair = PAIRS[0]
    one, other = report_of(1, pair["one"]), report_of(2, pair["other"])
    assert {frozenset(link.members) for link in build_story([one, other]).utterances} == {
        frozenset(link.members) for link in build_story([other, one]).utterances
    }
