from __future__ import annotations

from invented_story import build_reading

from headwater.assess.introduced import StoryAgencies
from headwater.model.reading import Reading


def read(id: str, text: str, *credits: str) -> Reading:
    return build_reading({"id": id, "text": text, "credits": list(credits)})


def test_what_one_report_says_of_an_agency_holds_for_all() -> None:
    agencies = StoryAgencies(
        [
            read("a", "The lock was shut, the state news agency TSNA reported."),
            read("b", "The lock was shut, the Tarnish State News Agency (TSNA) said."),
        ]
    )
    for name in ("TSNA", "the Tarnish State News Agency"):
        agency = agencies.find(name)
        assert agency is not None
        assert (agency.name, agency.kind) == ("TSNA", "state agency")


def test_a_credit_that_nobody_knows_is_a_wire() -> None:
    agencies = StoryAgencies([read("a", "TARN, May 5 (Lowland Wire) - The lock was shut.", "Lowland Wire")])
    agency = agencies.find("Lowland Wire")
    assert agency is not None
    assert (agency.name, agency.kind) == ("Lowland Wire", "wire")


def test_a_credit_that_a_report_describes_is_what_it_is_called() -> None:
    agencies = StoryAgencies(
        [read("a", "TARN (TSNA) - The lock was shut.", "TSNA"), read("b", "It was shut, state news agency TSNA said.")]
    )
    agency = agencies.find("TSNA")
    assert agency is not None
    assert agency.kind == "state agency"


def test_an_outlet_that_credits_itself_is_no_wire() -> None:
    name = "Tarn Gazette"
    reading = build_reading({"id": "a", "text": f"{name}. The lock is shut.", "credits": [name], "outlet": name})
    assert StoryAgencies([reading]).find("Tarn Gazette") is None
