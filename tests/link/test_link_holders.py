"""Whom descriptions mean across reports: invented stories, read by every step."""

from __future__ import annotations

import pytest

from headwater.link.holders import fits, read_office
from headwater.link.speakers import find_speakers
from headwater.model.report import Report
from headwater.model.story import Story
from headwater.pipeline import make_dossier, read_report

QUOTED = "“The sluices stay shut until the river has fallen by a metre,”"
NAMED = "Tarnovia's acting defence minister, Ilse Varga, spoke in Orvell on Monday. {quoted} Varga said."


def story_of(*texts: str) -> Story:
    readings = tuple(read_report(Report(f"r{n}", text)) for n, text in enumerate(texts))
    return make_dossier("s", readings, as_of=None).story


def name_last(*texts: str) -> str | None:
    """The person whom the last statement of the last report is given to."""
    story = story_of(*texts)
    report = f"r{len(texts) - 1}"
    number = len(story.reading(report).statements) - 1
    person = find_speakers(story)[report, number].person
    return person.name if person and person.label == "PERSON" else None


@pytest.mark.parametrize(
    "words",
    [
        "the defence minister",
        "its defence minister",
        "Tarnovia's defence minister",
        "the minister",
        "the minister of defence",
    ],
)
def test_a_description_means_the_only_one_whom_a_report_introduces_so(words: str) -> None:
    told = f"The river has risen again. {QUOTED} {words} said."
    assert name_last(NAMED.format(quoted=QUOTED), told) == "Ilse Varga"


@pytest.mark.parametrize(
    "words",
    [
        "the deputy defence minister",
        "the former defence minister",
        "the foreign minister",
        "Elbasar's defence minister",
        "a minister",
    ],
)
def test_another_office_is_another_person(words: str) -> None:
    told = f"The river has risen again. {QUOTED} {words} said."
    assert name_last(NAMED.format(quoted=QUOTED), told) is None


def test_of_two_who_fit_nobody_is_meant() -> None:
    other = "Elbasar's defence minister, Odo Lanz, was there, too. “We wait,” Lanz said."
    assert (
        name_last(NAMED.format(quoted=QUOTED), other, f"The river has risen. {QUOTED} the defence minister said.")
        is None
    )


def test_the_report_that_names_the_speaker_is_told_and_cited() -> None:
    story = story_of(NAMED.format(quoted=""), f"The river has risen again. {QUOTED} the defence minister said.")
    finding = next(f for f in story.findings if f.kind == "said" and "sluices" in f.details["content"])
    assert finding.line.startswith("Ilse Varga (named in another report): ")
    assert finding.details["speaker_from"] == "r0"
    assert finding.details["introduced"]["report"] == "r0"
    assert finding.reports == ("r1",)


def test_a_name_beside_a_description_is_whose_it_is() -> None:
    text = f"The governor of the National Bank, Anna Hale, spoke on Monday. {QUOTED} the governor said."
    assert name_last(text) == "Anna Hale"


def test_what_goes_with_a_noun_tells_offices_apart() -> None:
    held = read_office("Tarnovia's acting minister of defence")
    assert held is not None
    said = [
        read_office(words) for words in ("the Tarnovian defence minister", "the minister", "the minister of justice")
    ]
    assert [office is not None and fits(office, held) for office in said] == [True, True, False]
    assert read_office("two members") is None


def test_a_description_that_begins_a_sentence_is_no_name() -> None:
    story = story_of("Heartbroken colleagues said that the driver had been kind to everybody on the route.")
    finding = next(f for f in story.findings if f.kind == "said")
    assert finding.details["speaker"] == "heartbroken colleagues"
