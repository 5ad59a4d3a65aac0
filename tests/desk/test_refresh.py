"""Dossiers and news, made anew when reports come."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from jsonschema import validate

from headwater.api import brief
from headwater.desk import refresh
from headwater.desk.intake import add_reports
from headwater.desk.looks import mark_seen
from headwater.desk.news import find_news
from headwater.desk.refresh import refresh_stories, refreshing
from headwater.errors import StoreError
from headwater.model.report import Report
from headwater.show.dossier_json import load_schema
from headwater.store import Store
from headwater.store.failures import list_failures
from headwater.store.reports import get_report
from headwater.store.stories import get_dossier, get_story, list_stale, list_stories

NOW = datetime(2031, 5, 5, tzinfo=UTC)
EXAMPLE = Path(__file__).parents[2] / "examples" / "strait"
PIER = "The ferry Marta rammed the old pier of Port Ansel on Monday, the harbour master said.\n\nTen people were hurt."
HARVEST = "Farmers in the hills of Grenholm began the barley harvest on Friday, the farmers' union said."


def now() -> datetime:
    return NOW


def add(store: Store, *reports: Report) -> None:
    list(add_reports(store, reports, jobs=1, now=now))


def test_a_stored_dossier_is_what_brief_prints(strait: Store) -> None:
    with strait.connect() as connection:
        (story,) = list_stories(connection)
        dossier = get_dossier(connection, story.id)
    validate(dossier, load_schema())
    told = json.loads(json.dumps(brief(EXAMPLE).to_dict()))
    same_path = {report["id"]: report["path"] for report in dossier["reports"]}
    for report in told["reports"]:
        report["path"] = same_path[report["id"]]
    assert dossier == told


def test_every_cite_of_a_stored_dossier_holds(any_store: Store) -> None:
    add(any_store, Report("pier", PIER + ' \ud83d\x00 He said: "We \x00 wait."'))
    refresh_stories(any_store, now=now)
    with any_store.connect() as connection:
        dossier = get_dossier(connection, "pier")
        text = get_report(connection, "pier").text
    cites = [cite for finding in dossier["findings"] for cite in finding["cites"]]
    assert cites
    assert all(text[cite["start"] : cite["end"]] == cite["text"] for cite in cites)


def test_only_stale_stories_are_told_anew(store: Store) -> None:
    add(store, Report("pier", PIER), Report("harvest", HARVEST))
    assert [done.story for done in refresh_stories(store, now=now)] == ["harvest", "pier"]
    assert refresh_stories(store, now=now) == []
    add(store, Report("harvest2", HARVEST.replace("Friday", "Sunday")))
    assert [done.story for done in refresh_stories(store, now=now)] == ["harvest"]


def test_what_a_stopped_run_left_is_done_by_the_next(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    add(store, Report("pier", PIER), Report("harvest", HARVEST))
    work = refreshing(store, now=now)
    assert next(work).story == "harvest"
    work.close()
    with store.connect() as connection:
        assert [story.id for story in list_stale(connection)] == ["pier"]
    assert [done.story for done in refresh_stories(store, now=now)] == ["pier"]


def test_news_is_told_once_to_each_reader(any_store: Store) -> None:
    add(any_store, Report("pier", PIER))
    refresh_stories(any_store, now=now)
    (first,) = find_news(any_store)
    assert (first.seen, first.changed, first.gone) == (None, (), ())
    assert len(first.new) == first.story.new > 0
    mark_seen(any_store, [first.story])
    assert find_news(any_store) == []
    assert len(find_news(any_store, reader="ida")) == 1
    later = "The ferry Marta had rammed the old pier of Port Ansel before.\n\nThe port will be closed, its owner Ada Brenn said."
    add(any_store, Report("pier2", later))
    refresh_stories(any_store, now=now)
    (second,) = find_news(any_store)
    assert second.story.id == "pier"
    assert any("Brenn" in row.line for row in second.new)
    assert not {row.id for row in second.new} & {row.id for row in first.new}


def test_a_reader_who_looked_while_it_changed_is_told_later(store: Store) -> None:
    add(store, Report("pier", PIER))
    refresh_stories(store, now=now)
    (shown,) = find_news(store)
    add(store, Report("pier2", PIER.replace("Ten", "Eleven")))
    refresh_stories(store, now=now)
    mark_seen(store, [shown.story])
    assert len(find_news(store)) == 1, "the clock stood still, and yet the change came after the look"


def test_a_new_version_leaves_one_report_and_says_what_it_was(store: Store) -> None:
    url = "https://a.example/pier"
    add(store, Report("pier", PIER, url=url))
    refresh_stories(store, now=now)
    add(store, Report("pier", PIER.replace("Ten", "Twelve"), url=url))
    refresh_stories(store, now=now)
    with store.connect() as connection:
        dossier, row = get_dossier(connection, "pier"), get_story(connection, "pier")
    assert row.reports == 1
    assert [report["id"] for report in dossier["reports"]] == ["pier@2"]
    assert [(version["report"], version["id"]) for version in dossier["versions"]] == [("pier@2", "pier")]
    assert not any("Ten people" in finding["line"] for finding in dossier["findings"])


def test_a_story_that_cannot_be_told_stops_no_other_and_waits(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail_over_harvest(story: str, material: refresh.Material) -> object:
        if story == "harvest":
            raise ValueError("no verb")
        return tell(story, material)

    tell = refresh.tell
    add(store, Report("pier", PIER), Report("harvest", HARVEST))
    monkeypatch.setattr(refresh, "tell", fail_over_harvest)
    assert [(done.story, done.failure) for done in refresh_stories(store, now=now)] == [
        ("harvest", "ValueError: no verb"),
        ("pier", ""),
    ]
    with store.connect() as connection:
        assert [story.id for story in list_stale(connection)] == ["harvest"]
        assert [(row.culprit, row.code) for row in list_failures(connection)] == [("harvest", "untold")]
    monkeypatch.undo()
    refresh_stories(store, now=now)
    with store.connect() as connection:
        assert list_stale(connection) == list_failures(connection) == []


def test_many_stories_are_told_by_several_processes(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(refresh, "MANY", 4)
    texts = (
        PIER,
        HARVEST,
        "The council of Vesna voted for a new bridge, Mayor Ada Brenn said.",
        "Rain fell on the islands all week, the weather office said.",
    )
    add(store, *(Report(f"r{n}", text) for n, text in enumerate(texts)))
    assert len(refresh_stories(store, now=now, jobs=2)) == len(texts)
    with store.connect() as connection:
        assert all(row.findings for row in list_stories(connection))


def test_a_reading_that_cannot_be_unpacked_names_the_way_out(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    add(store, Report("pier", PIER))
    with store.begin() as connection:
        connection.exec_driver_sql("UPDATE readings SET data = x'00'")
    with pytest.raises(StoreError, match="headwater rebuild --whole"):
        refresh_stories(store, now=now)
