from __future__ import annotations

import pytest

from headwater.link.people import find_people, is_variant, split_name
from headwater.model.notes import Actor
from headwater.model.reading import Reading
from headwater.model.report import Report
from headwater.model.span import Span
from headwater.model.story import Story


def people_of(*reports: dict[str, str]) -> list[set[str]]:
    """The names that were unified; each report is given as {name: label}."""
    readings = tuple(
        Reading(
            Report(f"r{number}", ""),
            actors=tuple(Actor(f"a{n}", name, label, ()) for n, (name, label) in enumerate(report.items())),
        )
        for number, report in enumerate(reports)
    )
    named = {(r.report.id, actor.id): actor.name for r in readings for actor in r.actors}
    return [{named[ref] for ref in person.actors} for person in find_people(Story("s", readings))]


@pytest.mark.parametrize(
    "one, other",
    [
        ("Ada Brenn", "President Ada Brenn"),
        ("Ada Brenn", "Ada M. Brenn"),
        ("Ada Brenn", "Brenn"),
        ("Jan-Erik Holm", "Jan Erik Holm"),
        ("Zoë Lang", "Zoe Lang"),
        ("O. Lanz", "Odo Lanz"),
        ("Mohammad Farouk", "Mohammed Farouk"),
    ],
)
def test_one_person(one: str, other: str) -> None:
    assert people_of({one: "PERSON"}, {other: "PERSON"}) == [{one, other}]


@pytest.mark.parametrize(
    "one, other",
    [
        ("Ada Brenn", "Ilse Brenn"),
        ("Odo Lanz", "Olga Lanz"),
        ("Ada Brenn", "Ada Berg"),
        ("Martin Luther", "Martin Luther King"),
    ],
)
def test_two_people(one: str, other: str) -> None:
    assert len(people_of({one: "PERSON"}, {other: "PERSON"})) == 2


def test_a_surname_of_two_people_joins_neither() -> None:
    assert len(people_of({"Ada Brenn": "PERSON", "Ilse Brenn": "PERSON"}, {"Brenn": "PERSON"})) == 3


def test_spellings_that_one_report_keeps_apart_are_two_people() -> None:
    both = {"Mohammad Farouk": "PERSON", "Mohammed Farouk": "PERSON"}
    assert len(people_of(both)) == 2


def test_an_acronym_joins_the_name_it_abbreviates() -> None:
    assert people_of({"Tarn River Authority": "ORG"}, {"TRA": "ORG"}) == [{"Tarn River Authority", "TRA"}]


def test_described_people_are_never_unified() -> None:
    assert len(people_of({"a spokesman": "ROLE"}, {"a spokesman": "ROLE"})) == 2


def test_labels_keep_apart() -> None:
    assert len(people_of({"Jordan": "GPE"}, {"Jordan": "PERSON"})) == 2


def test_order_is_by_reports_then_name() -> None:
    assert people_of({"Zoe Lang": "PERSON", "Ada Brenn": "PERSON"}, {"Zoe Lang": "PERSON"})[0] == {"Zoe Lang"}


def test_split_name_keeps_a_title_that_is_all_there_is() -> None:
    assert split_name("King") == ("king",)
    assert split_name("Gen. Odo Lanz’s") == ("odo", "lanz")


def test_variants_differ_in_one_part_only() -> None:
    assert is_variant(("odo", "lanz"), ("o", "lanz"))
    assert not is_variant(("odo", "lanz"), ("o", "lantz"))


def described(*roles: str, of: str) -> list[set[str]]:
    """Who is one with whom in a report that names Ida Brask, with a role, and describes others by theirs."""
    text = f"{of} Ida Brask"
    named = Actor("a0", "Ida Brask", "PERSON", (), (Span(0, len(of)),))
    others = tuple(Actor(f"a{n}", role, "ROLE", ()) for n, role in enumerate(roles, 1))
    readings = (Reading(Report("r", text), actors=(named, *others)),)
    names = {actor.id: actor.name for actor in readings[0].actors}
    return [{names[actor] for _, actor in person.actors} for person in find_people(Story("s", readings))]


def test_a_role_alone_is_the_one_person_called_so() -> None:
    assert described("the minister", of="Trade Minister") == [{"Ida Brask", "the minister"}]


def test_a_role_alone_is_nobody_where_another_bears_it() -> None:
    assert {"Ida Brask"} in described("the minister", "the defence minister", of="Trade Minister")


def test_a_person_keeps_the_name() -> None:
    actors = (Actor("a0", "Brask", "PERSON", (), (Span(0, 14),)), Actor("a1", "the trade minister", "ROLE", ()))
    (person,) = find_people(Story("s", (Reading(Report("r", "Trade Minister Brask"), actors=actors),)))
    assert (person.name, person.label) == ("Brask", "PERSON")


def test_a_double_surname_is_the_one_full_name_that_ends_in_it() -> None:
    assert people_of({"Rustam Okol-Vance": "PERSON"}, {"Okol-Vance": "PERSON"}) == [{"Rustam Okol-Vance", "Okol-Vance"}]
    assert people_of({"Jef van Aarl": "PERSON"}, {"van Aarl": "PERSON"}) == [{"Jef van Aarl", "van Aarl"}]
    two = people_of({"Jef van Aarl": "PERSON", "Mia van Aarl": "PERSON"}, {"van Aarl": "PERSON"})
    assert {"van Aarl"} in two


def test_a_name_taken_for_an_organisation_is_the_person_another_report_knows() -> None:
    assert people_of({"Roar Tveit": "ORG"}, {"Roar Tveit": "PERSON"}) == [{"Roar Tveit"}]
    assert len(people_of({"Tarn": "GPE"}, {"Tarn": "PERSON"})) == 2
