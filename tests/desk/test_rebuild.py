from datetime import UTC, datetime

import pytest

from headwater.desk import intake, readings
from headwater.desk import rebuild as rebuilding
from headwater.desk.intake import add_reports
from headwater.desk.looks import mark_seen
from headwater.desk.news import find_news
from headwater.desk.readings import Unread
from headwater.desk.rebuild import rebuild
from headwater.desk.refresh import refresh_stories
from headwater.model.report import Report
from headwater.store import Store
from headwater.store.reports import list_reports
from headwater.store.stories import get_dossier, list_stories

NOW = datetime(2031, 5, 5, tzinfo=UTC)
PIER = Report("pier", "The ferry Marta rammed the old pier of Port Ansel on Monday, the harbour master said.")
HARVEST = Report("harvest", "Farmers in the hills of Grenholm began the barley harvest, the farmers' union said.")


def now() -> datetime:
    return NOW


@pytest.fixture
def filled(any_store: Store) -> Store:
    list(add_reports(any_store, [PIER, HARVEST], jobs=1, now=now))
    refresh_stories(any_store, now=now)
    mark_seen(any_store, [news.story for news in find_news(any_store)])
    return any_store


def dossiers(store: Store) -> dict[str, object]:
    with store.connect() as connection:
        return {row.id: get_dossier(connection, row.id) for row in list_stories(connection)}


def tell(store: Store, *, whole: bool = False) -> list[tuple[str, str]]:
    return [(done.what, done.id) for done in rebuild(store, jobs=1, now=now, whole=whole)]


def test_nothing_is_done_where_this_version_made_everything(filled: Store) -> None:
    assert tell(filled) == []


def test_a_whole_rebuild_changes_nothing_that_was_right(filled: Store) -> None:
    before = dossiers(filled)
    done = tell(filled, whole=True)
    assert [what for what, _ in done] == ["reports read"] * 2 + ["reports grouped"] * 2 + ["stories told"] * 2
    assert dossiers(filled) == before
    assert [news.new for news in find_news(filled)] in ([], [(), ()]), "nothing in them is new to a reader"


def test_what_another_version_made_is_made_anew(filled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (readings, rebuilding):
        monkeypatch.setattr(module, "name_maker", lambda: "reading@9")
    assert [what for what, _ in tell(filled)] == ["reports read"] * 2 + ["stories told"] * 2
    assert tell(filled) == []


def test_a_run_that_was_stopped_goes_on(filled: Store) -> None:
    work = rebuild(filled, jobs=1, now=now, whole=True)
    assert next(work).id == "pier"
    work.close()
    assert [id for what, id in tell(filled) if what == "reports read"] == ["harvest"]
    assert tell(filled) == []


def test_a_report_that_can_no_longer_be_read_keeps_what_was_found(
    filled: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(unread: Unread) -> object:
        raise ValueError("no verb")

    before = dossiers(filled)
    monkeypatch.setattr(intake, "analyse", fail)
    done = list(rebuild(filled, jobs=1, now=now, whole=True))
    assert {d.failure for d in done if d.what == "reports read"} == {"ValueError: no verb"}
    assert dossiers(filled) == before


def test_reports_stay_in_their_stories(strait: Store) -> None:
    tell(strait, whole=True)
    with strait.connect() as connection:
        assert {row.story for row in list_reports(connection)} == {"01-harbour-times.txt"}
