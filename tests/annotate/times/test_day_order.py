"""Which figure of "03/04/2020" is the day."""

from __future__ import annotations

import pytest

from headwater.annotate.times import find_times
from headwater.annotate.times.day_order import find_day_order
from headwater.model.reading import Reading
from headwater.model.report import Known, Provenance, Report


def read(text: str, *, url: str | None = None, outlet: str | None = None, published: str = "2020-06-01") -> Reading:
    provenance = Provenance(
        published=Known(published, "stated"), outlet=Known(outlet, "stated" if outlet else "unknown")
    )
    return Reading(Report("r", text, url=url), provenance=provenance)


@pytest.mark.parametrize(
    ("text", "url", "outlet", "value", "why"),
    [
        ("It opened on 03/04/2020.", None, None, "2020-XX-XX", "either"),
        ("It opened on 03/04/2020 and shut on 25/05/2020.", None, None, "2020-04-03", "another date"),
        ("It opened on 03/04/2020 and shut on 05/25/2020.", None, None, "2020-03-04", "another date"),
        ("It opened on 03/04/2020. Updated 01/06/2020.", None, None, "2020-04-03", "the report's own date"),
        ("It opened on 03/04/2020.", "https://news.example.co.uk/a", None, "2020-04-03", "country"),
        ("It opened on 03/04/2020.", "https://edition.cnn.com/a", None, "2020-03-04", "country"),
        ("It opened on 03/04/2020.", "https://example.com/a", None, "2020-XX-XX", "either"),
        ("It opened on 03/04/2020.", None, "The Guardian", "2020-04-03", "country"),
        ("On 03/04/2020 or 25/05/2020 or 05/26/2020.", "https://example.co.uk/a", None, "2020-XX-XX", "either"),
    ],
)
def test_the_order_is_read_from_what_is_known(
    text: str, url: str | None, outlet: str | None, value: str, why: str
) -> None:
    found = find_times(read(text, url=url, outlet=outlet))[0]
    assert found.value == value
    assert why in found.why


def test_without_figures_nothing_is_looked_up() -> None:
    assert find_day_order(read("It opened in May.", url="https://example.co.uk/a")).first is None
