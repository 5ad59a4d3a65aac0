"""Tolls: how many people met a fate, in how many reports."""

from __future__ import annotations

import pytest

from headwater.assess.findings import find_findings
from headwater.assess.toll_counts import find_toll_counts
from headwater.lexicon import load
from headwater.model.finding import Finding
from headwater.model.report import Report
from headwater.pipeline import make_dossier, read_report


def count(text: str) -> list[tuple[str, float]]:
    return [(c.thing[0], c.value) for c in find_toll_counts(read_report(Report("r1", text)))]


def tell(*texts: str) -> list[Finding]:
    readings = tuple(read_report(Report(f"r{n}", text)) for n, text in enumerate(texts, 1))
    return [f for f in find_findings(make_dossier("s", readings, as_of=None).story) if f.kind == "happened"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In the slide 15 people lost their lives, the prefect said.", [("killed", 15)]),
        ("Fifteen bodies lie in the school of Tarn.", [("killed", 15)]),
        ("A barge sank off Tarn on Monday, killing five.", [("killed", 5)]),
        ("The death toll from the collapse of a mill in upper Tarn has risen from four to nine.", [("killed", 9)]),
        ("Two guards of the Harbour Service received wounds.", [("injured", 2)]),
        ("The blast left two of its own guards wounded.", [("injured", 2)]),
        ("So far 14 fatal victims and 31 missing persons have been registered.", [("killed", 14), ("missing", 31)]),
        ("Some 5,000 people have been moved to schools.", [("evacuated", 5000)]),
        ("Thirty-one people were injured, he said.", [("injured", 31)]),
    ],
)
def test_a_toll_is_read_in_many_forms(text: str, found: list[tuple[str, float]]) -> None:
    assert count(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "No one was hurt in the fire.",
        "The quake could have killed 300 people.",
        "A man suspected of killing four people was arrested in Tarn.",
        "Another two died on Tuesday.",
        "The blaze killed two women and a man.",
        "One of the wounded asked for water.",
        "The wolves killed 27 sheep.",
        "It was 12 hours after the quake killed her cousin.",
    ],
)
def test_what_is_no_toll_is_not_counted(text: str) -> None:
    assert count(text) == []


def test_the_number_is_cited_whole() -> None:
    reading = read_report(Report("r1", "Thirty-one people were injured, he said."))
    assert [reading.report.quote(c.span) for c in find_toll_counts(reading)] == ["Thirty-one people were injured"]


def test_at_least_14_is_no_15_and_more_than_60_is_63() -> None:
    findings = tell(
        "At least 14 people died when a bus left the road near Tarn. More than 60 people were injured.",
        "In the bus accident near Tarn 15 people lost their lives. The clinic counts 63 injured.",
    )
    counted = [f.details["count"] for f in findings if f.details.get("count")]
    assert counted == [{"fate": "injured", "value": 63.0}]


def test_one_number_at_two_places_that_nobody_names_together_is_two_tolls() -> None:
    findings = tell(
        "A mine near Orsk caved in on Monday, killing nine people.",
        "A ferry sank off Lorne on Monday, killing nine people.",
    )
    assert all(len(f.reports) == 1 for f in findings)


def test_an_attack_and_its_toll_are_one_line() -> None:
    findings = tell(
        "A gunman opened fire in the market of Tarn on Friday, killing three people.",
        "Three people died in the market of Tarn on Friday, the mayor said.",
    )
    assert [f.reports for f in findings if "three" in f.line.lower()] == [("r1", "r2")]


def test_who_recalls_an_older_number_is_no_origin_of_it() -> None:
    findings = tell(
        "TARN (Reuters) - At least 17 people died in the crush at Tarn, the clinic said.",
        "TARN (AFP) - At Tarn 19 people died in the crush. The clinic had spoken on Sunday of 17 dead.",
    )
    seventeen = next(f for f in findings if f.details.get("count") == {"fate": "killed", "value": 17.0})
    assert set(seventeen.reports) == {"r1", "r2"}
    assert [origin.name for origin in seventeen.origins] == ["Reuters"]


def test_every_fate_has_an_example() -> None:
    assert all(fate["example"] and fate["after"] for fate in load("tolls")["fate"])
