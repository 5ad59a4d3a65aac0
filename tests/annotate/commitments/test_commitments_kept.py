"""The sentences the rules were written with: a change may lose a few to a better parse, and not more."""

from __future__ import annotations

from typing import Any

from commitment_cases import load_cases

from headwater.model.report import Report
from headwater.pipeline import read_report

MOST_LOST = 0.07


def read(case: dict[str, Any]) -> list[tuple[str, str | None, str | None]]:
    text = case["text"]
    reading = read_report(Report(case["id"], text, language="en", published=case["published"]))
    return sorted(
        (c.commitment, text[slice(*c.who[0])] if c.who else None, c.due.value if c.due else None)
        for c in reading.commitments
    )


def test_what_was_once_right_stays_right() -> None:
    cases = load_cases("commitments/kept/sentences")
    wanted = {case["id"]: sorted((e["commitment"], e["who"], e["due"]) for e in case["expect"]) for case in cases}
    lost = [(case["text"], read(case)) for case in cases if read(case) != wanted[case["id"]]]
    assert len(lost) <= MOST_LOST * len(cases), "\n".join(map(str, lost))


def test_what_is_nobodys_own_stays_out() -> None:
    negatives = [case for case in load_cases("commitments/kept/sentences") if not case["expect"]]
    invented = [case["text"] for case in negatives if read(case)]
    assert len(invented) <= 0.03 * len(negatives), invented
