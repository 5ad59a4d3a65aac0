"""``trace`` and ``compare`` from Python."""

from __future__ import annotations

from pathlib import Path

import pytest

import headwater
from headwater.errors import InputError, UsageError
from headwater.show.document_html import write_body

FIRST = 'Talks over the dam began. "The sluices will stay shut until the pact is signed," President Ada Brenn told reporters.'
SECOND = 'President Ada Brenn said "the sluices may stay shut until the pact is signed". Tarn rejected the threat over the dam.'


def test_trace_texts() -> None:
    traced = headwater.trace("stay shut until the pact", FIRST, SECOND)
    ((_, trace),) = traced.found
    assert len(trace.reports) == 2
    assert trace.speaker == "Ada Brenn"
    assert traced.to_dict()["traces"][0]["fullest"] == trace.fullest
    assert "changes the meaning: modal" in str(traced)
    assert traced._repr_html_().startswith("<iframe sandbox")


def test_trace_of_nothing_is_empty() -> None:
    traced = headwater.trace("grain ships", FIRST, SECOND)
    assert traced.found == ()
    assert "No report carries these words." in str(traced)


def test_trace_wants_words() -> None:
    with pytest.raises(UsageError, match="no word"):
        headwater.trace(" “…” ", FIRST)


def test_compare_texts() -> None:
    compared = headwater.compare(FIRST, SECOND)
    (shared,) = compared.comparison.utterances
    assert shared.beside.changes == ("modal",)
    assert compared.to_dict()["said"][0]["changes"] == ["modal"]
    assert "Only in report 2" in str(compared)
    assert "<style" not in write_body(compared.document)


def test_the_same_text_twice() -> None:
    compared = headwater.compare(FIRST, FIRST)
    assert compared.comparison.is_same
    first, second = compared.to_dict()["reports"]
    assert first["id"] != second["id"]


def test_compare_takes_one_report_on_each_side(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(f"{FIRST} {name}")
    with pytest.raises(UsageError, match="compare takes one on each side"):
        headwater.compare(tmp_path, FIRST)
    with pytest.raises(InputError):
        headwater.compare(tmp_path / "none.txt", FIRST)
