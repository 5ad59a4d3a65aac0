import pytest
from made_up import NOON, keep

from headwater.errors import StoreError
from headwater.model.report import Report
from headwater.store import Store
from headwater.store.records import get_record
from headwater.store.reports import (
    count_reports,
    get_report,
    get_report_row,
    list_earlier,
    list_reports,
    list_site,
    list_versions,
)

FERRY = Report("ferry", "Ferry rams pier", title="Ferry", outlet="Gazette", url="https://a.example/ferry")


def test_a_report_comes_back_as_it_was_given(any_store: Store) -> None:
    given = Report(
        "a", "x\x00y \ud83d z é 🚢\r\n", path="in/a", byline="Ida\x00", published="2031-05-03", encoding="utf-8"
    )
    with any_store.begin() as connection:
        keep(connection, given)
    with any_store.connect() as connection:
        assert get_report(connection, "a") == given
        assert get_report_row(connection, "a").received == NOON
        assert get_record(connection, "a") == {"id": "a", "notes": []}


def test_the_same_report_again_changes_nothing(any_store: Store) -> None:
    with any_store.begin() as connection:
        assert [keep(connection, FERRY), keep(connection, FERRY)] == ["ferry", "ferry"]
        assert count_reports(connection) == 1


def test_the_same_address_with_another_text_is_a_new_version(any_store: Store) -> None:
    later = Report("other-id", "Ferry rams pier, ten hurt", url=FERRY.url)
    with any_store.begin() as connection:
        keep(connection, FERRY)
        assert keep(connection, later) == "ferry@2"
        assert keep(connection, later) == "ferry@2"
        first, second = list_versions(connection, "ferry@2")
        assert (first.id, first.superseded, second.version, second.supersedes) == ("ferry", True, 2, "ferry")
        assert list_earlier(connection, "s") == [("ferry@2", "ferry")]
        assert keep(connection, FERRY) == "ferry", "the first text again is known, not a third version"


def test_a_version_published_earlier_does_not_stand_in_the_place_of_a_later_one(any_store: Store) -> None:
    older = Report("old", "Ferry late", url=FERRY.url)
    with any_store.begin() as connection:
        keep(connection, FERRY, published="2031-05-03")
        assert keep(connection, older, published="2031-05-01") == "ferry@2"
        assert [row.superseded for row in list_versions(connection, "ferry")] == [False, True]
        assert list_earlier(connection, "s") == [("ferry", "ferry@2")]


def test_one_address_with_unlike_texts_holds_two_reports(any_store: Store) -> None:
    front = Report("front", "Harvest begins", url=FERRY.url)
    with any_store.begin() as connection:
        keep(connection, FERRY)
        assert keep(connection, front) == "front"
        assert get_report_row(connection, "front").version == 1
        assert not get_report_row(connection, "ferry").superseded


def test_two_reports_of_one_id_get_two(any_store: Store) -> None:
    with any_store.begin() as connection:
        keep(connection, Report("1", "Ferry rams pier", url="https://a.example/1"))
        other = keep(connection, Report("1", "Harvest begins", url="https://b.example/1"))
        assert other.startswith("1~")
        assert keep(connection, Report("1", "Harvest begins", url="https://b.example/1")) == other


def test_without_an_address_the_id_decides(any_store: Store) -> None:
    with any_store.begin() as connection:
        keep(connection, Report("1", "Ferry rams pier"))
        assert keep(connection, Report("1", "Ferry rams two piers")) == "1@2"


def test_lists_are_cut_into_pages(any_store: Store) -> None:
    with any_store.begin() as connection:
        for n in range(5):
            keep(connection, Report(f"r{n}", f"t{n}"), story="even" if n % 2 == 0 else "odd")
        assert [row.id for row in list_reports(connection, limit=2)] == ["r4", "r3"]
        assert [row.id for row in list_reports(connection, limit=2, after="r3")] == ["r2", "r1"]
        assert [row.id for row in list_reports(connection, story="odd")] == ["r3", "r1"]
        assert list_site(connection, "a.example", limit=2) == ["r4", "r3"]


def test_what_is_not_there_is_told(any_store: Store) -> None:
    with any_store.connect() as connection:
        for get in (get_report, get_report_row, get_record):
            with pytest.raises(StoreError, match="there is no report 'x'"):
                get(connection, "x")
