from __future__ import annotations

import pytest

from headwater.annotate.organisations import find_organisation, is_affiliation, kind_of, organisations


def test_all_names_of_an_agency_have_one_key() -> None:
    one, other = find_organisation("KCNA"), find_organisation("the Korean Central News Agency")
    assert one is not None
    assert other is not None
    assert one.key == other.key
    assert one.country == "PRK"
    assert one.sector == "GOV"


def test_unknown_names_are_unknown() -> None:
    assert find_organisation("Osier Council") is None


@pytest.mark.parametrize(
    ("word", "kind"), [("Council", "ORG"), ("Airport", "FAC"), ("River", "LOC"), ("Summit", "EVENT"), ("Osei", None)]
)
def test_last_words_tell_a_kind(word: str, kind: str | None) -> None:
    assert kind_of(word) == kind


def test_people_of_parties_and_creeds() -> None:
    assert is_affiliation("Republicans")
    assert is_affiliation("Kurdish")
    assert not is_affiliation("Osei")


def test_names_have_no_article() -> None:
    assert not [name for name in organisations() if name.startswith("the ")]
