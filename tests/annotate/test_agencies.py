"""Agencies that no table knows are known by how a report introduces them."""

import pytest

from headwater.annotate.agencies import find_described_agencies
from headwater.model.block import Block
from headwater.model.reading import Reading
from headwater.model.report import Report
from headwater.model.span import Span

CASES = [
    ("The harvest failed, the state news agency KSNA reported.", [("KSNA", "state agency", None)]),
    ("Rain fell, the Tavran State News Agency (TSNA) said.", [("Tavran State News Agency", "state agency", "TSNA")]),
    ("It was carried by the state-run Tavran News Agency.", [("Tavran News Agency", "state agency", None)]),
    ("He told the news agency Tarn Press that talks had failed.", [("Tarn Press", "wire", None)]),
    ("The ship had sunk, the Meridian news agency said.", [("Meridian", "wire", None)]),
    ("State television Kanal Tavra showed the bridge.", [("Kanal Tavra", "broadcaster", None)]),
    ("the state news agency TNA reported Monday", [("TNA", "state agency", None)]),
    ("The state agency for housing said it would build.", []),
    ("An official said the agency was closed on Monday.", []),
]


@pytest.mark.parametrize("text, expected", CASES, ids=[case[0] for case in CASES])
def test_agencies_are_known_by_their_description(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    reading = Reading(Report("r", text), blocks=(Block(Span(0, len(text)), "body", "test@1"),))
    found = find_described_agencies(reading)
    assert [(agency.name, agency.kind, agency.short) for agency in found] == expected
    assert all(agency.name in text[agency.span.start : agency.span.end] for agency in found)
