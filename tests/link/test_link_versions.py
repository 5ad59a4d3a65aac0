"""Pages of one address are versions of one report."""

from __future__ import annotations

import pytest

from headwater.link.versions import compare_versions, find_address, set_aside_versions
from headwater.model.reading import Reading
from headwater.model.report import Known, Provenance, Report

TEXT = "Nine ferries were held in Port Lorn.\nThe strike began on Monday, the union said."
EDITED = TEXT.replace("Nine", "Seven") + "\nCorrection: an earlier version of this report said nine ferries were held."


def read(id: str, text: str, *, url: str | None = None, day: str | None = None, title: str | None = None) -> Reading:
    published = Known(day, "stated") if day else Known()
    return Reading(Report(id, text, url=url, title=title), provenance=Provenance(published=published))


@pytest.mark.parametrize(
    "url",
    [
        "https://www.lorn.example/news/ferries",
        "http://lorn.example/news/ferries/",
        "https://lorn.example/news/ferries?utm_source=letter#top",
        "https://LORN.example/news/ferries?fbclid=1",
    ],
)
def test_one_page_has_one_address(url: str) -> None:
    assert find_address(Report("a", "", url=url)) == "lorn.example/news/ferries"


@pytest.mark.parametrize("url", [None, "", "https://lorn.example/", "lorn", "http://[broken"])
def test_what_names_no_page_is_no_address(url: str | None) -> None:
    assert find_address(Report("a", "", url=url)) is None


def test_what_tells_pages_apart_stays() -> None:
    one, other = (find_address(Report("a", "", url=f"https://lorn.example/?id={n}")) for n in "12")
    assert one != other


@pytest.mark.parametrize("turned", [False, True])
def test_the_later_version_stands(turned: bool) -> None:
    url = "https://lorn.example/ferries"
    pair = [read("new", TEXT, url=url, day="2031-05-05"), read("old", EDITED, url=url, day="2031-05-04")]
    standing, versions = set_aside_versions(pair[::-1] if turned else pair)
    assert [reading.report.id for reading in standing] == ["new"]
    assert [(version.report, version.earlier.report.id) for version in versions] == [("new", "old")]


def test_without_dates_the_one_that_owns_up_to_a_change_is_later() -> None:
    url = "https://lorn.example/ferries"
    standing, _ = set_aside_versions([read("a", EDITED, url=url), read("b", TEXT, url=url)])
    assert [reading.report.id for reading in standing] == ["a"]


def test_another_text_at_the_same_address_is_another_report() -> None:
    url = "https://lorn.example/live"
    pair = [read("a", TEXT, url=url), read("b", "Rain is expected over the hills tomorrow.", url=url)]
    assert set_aside_versions(pair) == (tuple(pair), ())


def test_reports_without_an_address_are_left_alone() -> None:
    pair = [read("a", TEXT), read("b", TEXT)]
    assert set_aside_versions(pair) == (tuple(pair), ())


def test_only_edited_words_differ() -> None:
    changes = compare_versions(TEXT.splitlines(), EDITED.splitlines())
    assert [[(p.where, p.text) for p in change.pieces] for change in changes] == [
        [("one", "Nine"), ("other", "Seven"), ("both", "ferries were held in Port Lorn.")],
        [("other", "Correction: an earlier version of this report said nine ferries were held.")],
    ]
    assert [change.is_note for change in changes] == [False, True]


def test_marks_and_moved_lines_of_the_same_words() -> None:
    assert compare_versions(["The strike began."], ["“The strike began”"]) == ()
    gone = compare_versions(["The strike began on Monday.", "It ended."], ["It ended."])
    assert [[p.where for p in change.pieces] for change in gone] == [["one"]]
