"""Pages of one address are versions of one report."""

from __future__ import annotations

import pytest

from headwater.link.versions import compare_versions, find_address, part_id, set_aside_versions
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


def test_texts_of_one_id_are_versions_and_the_one_read_last_stands() -> None:
    texts = [TEXT, TEXT.replace("Nine", "Eight"), *(TEXT.replace("Nine", f"{n}") for n in range(10, 19))]
    readings = [read("h1" if n == 0 else f"h1~{n + 1}", text) for n, text in enumerate(texts)]
    standing, versions = set_aside_versions(readings)
    assert [reading.report.id for reading in standing] == ["h1~11"]
    assert [version.earlier.report.id for version in versions] == [reading.report.id for reading in readings[:-1]]


def test_an_id_given_again_without_its_address_is_a_version_of_the_page() -> None:
    readings = [read("h1", TEXT, url="https://lorn.example/ferries"), read("h1~2", EDITED)]
    assert [reading.report.id for reading in set_aside_versions(readings)[0]] == ["h1~2"]


def test_unlike_texts_of_one_id_are_two_reports() -> None:
    pair = [read("1", TEXT), read("1~2", "Rain is expected over the hills tomorrow.")]
    assert set_aside_versions(pair) == (tuple(pair), ())


@pytest.mark.parametrize(
    ("id", "parts"),
    [("a", ("a", 1)), ("a~2", ("a", 2)), ("~2", ("~2", 1)), ("a~b", ("a~b", 1)), ("a~2.txt", ("a~2.txt", 1))],
)
def test_an_id_given_again_is_known(id: str, parts: tuple[str, int]) -> None:
    assert part_id(id) == parts


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
