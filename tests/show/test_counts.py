from __future__ import annotations

import pytest

from headwater.model.origin import Origin
from headwater.model.span import Cite, Span
from headwater.show.counts import count, count_origins, distinct

AGENCY = Origin("state agency", "VNA", (Cite("r1", Span(0, 3)),))
AGENCY_AGAIN = Origin("state agency", "vna", (Cite("r2", Span(5, 8)),))
OUTLET = Origin("own reporting", "Harbour Post", inferred=True)
UNKNOWN = Origin("unknown", "r3")
CLAIMED = Origin("wire", "Reuters", claimed=True)
UNKNOWN_TOO = Origin("unknown", "r4")


def test_one_is_singular() -> None:
    assert (count(1, "report"), count(0, "report"), count(2, "report")) == ("1 report", "0 reports", "2 reports")


def test_the_same_origin_counts_once_and_keeps_its_place() -> None:
    assert distinct((AGENCY, OUTLET, AGENCY_AGAIN)) == (AGENCY, OUTLET)


@pytest.mark.parametrize(
    ("origins", "line"),
    [
        ((AGENCY, AGENCY_AGAIN), "1 origin (VNA)"),
        ((AGENCY, OUTLET), "2 origins (VNA; Harbour Post, own reporting?)"),
        ((AGENCY, UNKNOWN, UNKNOWN_TOO), "1 origin (VNA), 2 not stated"),
        ((CLAIMED,), "origin only claimed (Reuters)"),
        ((AGENCY, CLAIMED, UNKNOWN), "1 origin (VNA), origin only claimed (Reuters), 1 not stated"),
        ((UNKNOWN,), "origin not stated"),
        ((), "origin not stated"),
    ],
)
def test_unknown_origins_are_counted_as_unknown(origins: tuple[Origin, ...], line: str) -> None:
    assert count_origins(origins) == line


def test_origins_may_come_from_a_generator() -> None:
    assert count_origins(origin for origin in (AGENCY, UNKNOWN)) == "1 origin (VNA), 1 not stated"
