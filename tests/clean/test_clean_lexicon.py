"""The examples of the lexicon are what its entries say they are."""

from __future__ import annotations

from typing import Any

import pytest

from headwater.clean.agencies import find_agencies
from headwater.clean.furniture import find_leftover
from headwater.clean.lines import make_line
from headwater.clean.signatures import find_signature
from headwater.lexicon import load
from headwater.model.span import Span

FURNITURE = [*load("furniture")["furniture"], *load("furniture")["shape"]]
SIGNATURES = [(role, entry) for role in ("credit", "byline", "caption") for entry in load("credits")[role]]


def line(text: str) -> Any:
    return make_line(text, Span(0, len(text)))


@pytest.mark.parametrize("entry", FURNITURE, ids=[entry["id"] for entry in FURNITURE])
def test_furniture(entry: dict[str, Any]) -> None:
    found = find_leftover(line(entry["example"]))
    assert found is not None
    assert (found.kind, found.rule) == (entry["kind"], f"{entry['id']}@1")


@pytest.mark.parametrize("role, entry", SIGNATURES, ids=[entry["id"] for _, entry in SIGNATURES])
def test_signature(role: str, entry: dict[str, Any]) -> None:
    found = find_signature(line(entry["example"]))
    assert found is not None
    assert (found.role, found.rule) == (role, f"{entry['id']}@1")


def test_every_agency_is_found_in_its_example() -> None:
    for agency in load("agencies")["agency"]:
        example = agency["example"]
        assert agency["name"] in [name for name, _ in find_agencies(example, 0, len(example))], agency["id"]


def test_no_name_stands_for_two_agencies() -> None:
    forms = [form for agency in load("agencies")["agency"] for form in (agency["name"], *agency["aliases"])]
    assert len(forms) == len(set(forms))
