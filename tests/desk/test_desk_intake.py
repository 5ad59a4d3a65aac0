from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from headwater.desk import intake
from headwater.desk.intake import Added, add_reports
from headwater.desk.readings import Unread, name_maker
from headwater.errors import InputError
from headwater.model.report import Report
from headwater.store import Store
from headwater.store.failures import list_failures
from headwater.store.records import get_readings, get_record
from headwater.store.reports import count_reports, get_report, get_report_row, list_reports

NOW = datetime(2031, 5, 4, 10, tzinfo=UTC)
PIER = "The ferry Marta rammed the old pier of Port Ansel on Monday, the harbour master said.\n\nTen people were hurt."
LATER = PIER + "\n\nUpdate: eleven people were hurt, the harbour master said later."
VOTE = "The council of Vesna voted for a new bridge on Sunday, its speaker said.\n\nIt will cost four million crowns."
HARVEST = "Farmers in the hills of Grenholm began the barley harvest on Friday.\n\nPrices are low."


def add(store: Store, found: Iterable[Report | InputError], **given: object) -> list[Added | InputError]:
    return list(add_reports(store, found, jobs=1, now=lambda: NOW, **given))  # type: ignore[arg-type]


def test_a_report_is_kept_with_all_that_was_found_in_it(any_store: Store) -> None:
    report = Report("pier", PIER, title="Ferry rams pier", published="2031-05-03", url="https://a.example/pier")
    assert add(any_store, [report], feed="https://a.example/feed") == [Added("pier", "pier", "new")]
    with any_store.connect() as connection:
        row = get_report_row(connection, "pier")
        assert (row.title, row.published, row.how) == ("Ferry rams pier", "2031-05-03", "stated")
        assert (row.feed, row.received) == ("https://a.example/feed", "2031-05-04T10:00:00.000000Z")
        assert get_report(connection, "pier") == report
        assert {note["kind"] for note in get_record(connection, "pier")["notes"]} >= {"statement", "time"}
        assert get_readings(connection, ["pier"])[0].report == "pier"
    assert name_maker().startswith("reading@")


def test_adding_again_changes_nothing_and_reads_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    add(store, [Report("pier", PIER)])
    monkeypatch.setattr(intake, "analyse", lambda unread: pytest.fail("read again"))
    assert add(store, [Report("pier", PIER)]) == [Added("pier", "pier", "unchanged")]


def test_a_report_that_comes_twice_in_one_run_is_kept_once(store: Store) -> None:
    results = add(store, [Report("pier", PIER), Report("pier", PIER)])
    assert [result.what for result in results if isinstance(result, Added)] == ["new", "unchanged"]


def test_a_new_version_stays_in_the_story_and_stands_in_the_place_of_the_first(any_store: Store) -> None:
    url = "https://a.example/pier?utm_source=letter"
    add(any_store, [Report("pier", PIER, url="http://www.a.example/pier")])
    assert add(any_store, [Report("x", LATER, url=url)]) == [Added("pier@2", "pier", "version", "pier")]
    with any_store.connect() as connection:
        assert [(row.id, row.superseded) for row in list_reports(connection)] == [("pier@2", False), ("pier", True)]


def test_files_of_one_name_in_two_folders_are_two_reports(store: Store, tmp_path: Path) -> None:
    reports = [
        Report("1.txt", text, path=str(tmp_path / name / "1.txt")) for name, text in (("a", PIER), ("b", HARVEST))
    ]
    first, second = add(store, reports)
    assert isinstance(second, Added)
    assert (first, second.what) == (Added("1.txt", "1.txt", "new"), "new")
    assert second.id.startswith("1.txt~")
    assert [added.what for added in add(store, reports) if isinstance(added, Added)] == ["unchanged"] * 2


def test_reports_of_one_event_share_a_story_across_runs(any_store: Store) -> None:
    other = (
        "Ten people were hurt when the ferry Marta rammed the old pier of Port Ansel, the harbour master said Monday."
    )
    for id, text in (("pier", PIER), ("harvest", HARVEST), ("marta", other)):
        add(any_store, [Report(id, text, published="2031-05-03")])
    with any_store.connect() as connection:
        stories = {row.id: row.story for row in list_reports(connection)}
    assert stories == {"pier": "pier", "harvest": "harvest", "marta": "pier"}


def test_what_cannot_be_read_is_kept_until_it_can(any_store: Store) -> None:
    (failure,) = add(any_store, [InputError("pier.pdf", "empty", "holds no text")])
    assert isinstance(failure, InputError)
    with any_store.connect() as connection:
        assert [(row.culprit, row.code) for row in list_failures(connection)] == [("pier.pdf", "empty")]
    add(any_store, [Report("pier", PIER, path="pier.pdf")])
    with any_store.connect() as connection:
        assert list_failures(connection) == []


def test_one_bad_report_does_not_stop_the_others(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail_over_bad(unread: Unread) -> object:
        if unread.report.id == "bad":
            raise ValueError("no verb")
        return analyse(unread)

    analyse = intake.analyse
    monkeypatch.setattr(intake, "analyse", fail_over_bad)
    bad, good = add(store, [Report("bad", HARVEST), Report("pier", PIER)])
    assert isinstance(bad, InputError)
    assert (bad.code, bad.message) == ("internal", "ValueError: no verb")
    assert good == Added("pier", "pier", "new")
    with store.connect() as connection:
        assert count_reports(connection) == 1


def test_a_text_no_database_can_hold_is_kept_and_read(any_store: Store) -> None:
    text = 'The harbour\x00 master said on Monday: "We \ud83d will wait."'
    assert add(any_store, [Report("odd", text)]) == [Added("odd", "odd", "new")]
    with any_store.connect() as connection:
        assert get_report(connection, "odd").text == text


def test_what_a_site_repeats_is_known_from_the_reports_before(store: Store) -> None:
    line = "Get the Ansel Letter every morning"
    reports = [
        Report(f"r{n}", f"{text}\n\n{line}", url=f"https://a.example/{n}")
        for n, text in enumerate((PIER, HARVEST, VOTE))
    ]
    last = Report(
        "r9",
        "Rain fell on the islands all week, the weather office in Grenholm said.\n\nRoads are closed.\n\n" + line,
        url="https://a.example/9",
    )
    add(store, [*reports, last])
    with store.connect() as connection:
        blocks = get_record(connection, "r9")["blocks"]
    assert next(b for b in blocks if last.text[b["start"] : b["end"]] == line)["role"] == "furniture"
