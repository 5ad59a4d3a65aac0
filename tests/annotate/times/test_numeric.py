"""Dates in figures."""

from __future__ import annotations

import pytest

from headwater.annotate.times.numeric import read_iso, read_numeric


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("15/03/2024", "2024-03-15"),
        ("3/15/2024", "2024-03-15"),
        ("03/04/2020", "2020-XX-XX"),
        ("4/4/2020", "2020-04-04"),
        ("03.04.2020", "2020-04-03"),
        ("2024/3/15", "2024-03-15"),
        ("31/02/2020", None),
        ("15/03/24", None),
        ("99/99/9999", None),
        ("00/00/0000", None),
    ],
)
def test_a_date_in_figures(text: str, value: str | None) -> None:
    assert read_numeric(text) == value


def test_an_iso_date_must_exist() -> None:
    assert read_iso("2020-02-29") == "2020-02-29"
    assert read_iso("2020-02-29T10:30") == "2020-02-29T10:30"
    assert read_iso("2021-02-29") is None
    assert read_iso("0000-01-01") is None
