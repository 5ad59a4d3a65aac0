from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater import lexicon
from headwater.annotate.places import country_name, find_place, fold, place_forms


@pytest.mark.parametrize(
    ("text", "kind", "country"),
    [
        ("Mali", "country", "MLI"),
        ("the U.S.", "country", "USA"),
        ("DRC", "country", "COD"),
        ("Ivory Coast", "country", "CIV"),
        ("Côte d’Ivoire", "country", "CIV"),
        ("Dutch", "demonym", "NLD"),
        ("Malians", "people", "MLI"),
        ("Spaniard", "people", "ESP"),
        ("LISBON", "capital", "PRT"),
        ("Texas", "region", "USA"),
        ("Antwerp", "city", "BEL"),
        ("Africa", "continent", None),
        ("North", "short", "PRK"),
    ],
)
def test_known_places(text: str, kind: str, country: str | None) -> None:
    place = find_place(text)
    assert place is not None
    assert (place.kind, place.country) == (kind, country)


@pytest.mark.parametrize("text", ["us", "Osei", "", "the", "Westhaven", "polish"])
def test_other_words_are_no_places(text: str) -> None:
    assert find_place(text) is None


@pytest.mark.parametrize("text", ["Jordan", "Chad", "Georgia", "Turkey"])
def test_names_that_others_bear_are_not_sure(text: str) -> None:
    place = find_place(text)
    assert place is not None
    assert not place.sure


def test_england_is_not_the_kingdom() -> None:
    place = find_place("England")
    assert place is not None
    assert place.kind == "region"


def test_every_country_has_a_name_that_finds_it() -> None:
    for code in lexicon.load("countries"):
        place = find_place(country_name(code))
        assert place is not None, code
        assert place.country == code


def test_every_code_of_the_hand_written_lists_is_a_country() -> None:
    codes = set(lexicon.load("countries"))
    more = lexicon.load("demonyms")
    named = {
        code for part in ("names", "demonyms", "peoples", "regions", "region_peoples", "short") for code in more[part]
    }
    assert named - {"example"} <= codes
    assert set(lexicon.load("cities")) <= codes


def test_forms_are_kept_as_news_writes_them() -> None:
    assert all(form == fold(form) or form.startswith("The ") for form in place_forms())


@given(st.text())
def test_any_text_may_be_asked_for(text: str) -> None:
    find_place(text)
