"""Trust by construction."""

import pytest

from headwater.errors import UncitedFinding
from headwater.model.finding import Finding
from headwater.model.span import Cite, Span


def test_a_finding_without_a_cite_cannot_be_built() -> None:
    with pytest.raises(UncitedFinding):
        Finding("said", "Somebody said something.", ())


def test_a_finding_names_each_report_once_in_order() -> None:
    cites = (Cite("b", Span(0, 1)), Cite("a", Span(0, 1)), Cite("b", Span(2, 3)))
    assert Finding("said", "x", cites).reports == ("b", "a")
