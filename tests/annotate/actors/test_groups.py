from __future__ import annotations

import pytest

from headwater.annotate.actors.candidates import Candidate
from headwater.annotate.actors.groups import group_things, initials_of, plain
from headwater.model.span import Span


def organisation(text: str) -> Candidate:
    return Candidate(Span(0, len(text)), 0, 0, 1, 0, "ORG", text)


def together(*texts: str) -> bool:
    return len(set(group_things([organisation(text) for text in texts], ()).values())) == 1


@pytest.mark.parametrize(
    "texts",
    [
        ("Westhaven Port Authority", "WPA"),
        ("Center for Tarn Policy", "CTP"),
        ("Tarn Lines Ltd.", "Tarn Lines"),
        ("Westhaven University", "Westhaven"),
        ("Agence France-Presse", "AFP"),
        ("the Osier Council", "Osier Council"),
    ],
)
def test_one_organisation(texts: tuple[str, ...]) -> None:
    assert together(*texts)


@pytest.mark.parametrize(
    "texts",
    [
        ("Bank of Mexico", "Bank of England"),
        ("University of Tarn", "University of Tarn at Osier"),
        ("Human Rights", "Human Rights Watch"),
        ("White House", "White House Office of Tarn Affairs"),
        ("Osier Council", "Osier Court"),
    ],
)
def test_two_organisations(texts: tuple[str, ...]) -> None:
    assert not together(*texts)


def test_initials_of_two_names_stand_for_neither() -> None:
    keys = group_things([organisation(t) for t in ("Westhaven Port Authority", "Western Press Association", "WPA")], ())
    assert len(set(keys.values())) == 3


def test_initials_with_and_without_small_words() -> None:
    assert initials_of("Center for Tarn Policy") == {"CFTP", "CTP"}


def test_plain_names() -> None:
    assert plain("the Tarn Lines Co., Ltd.") == "tarn lines"
