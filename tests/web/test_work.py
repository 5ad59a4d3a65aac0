"""Stories are told anew beside the serving of pages."""

from __future__ import annotations

import threading
import time

import pytest
from hostile import STORY, now

from headwater.desk.corrections import correct
from headwater.desk.rules import Rule
from headwater.desk.watching import set_watch
from headwater.errors import StoreError
from headwater.store import Store
from headwater.store.notices import list_notices
from headwater.store.stories import get_dossier, get_story
from headwater.web.work import Work

PATIENCE = 10


def is_stale(store: Store) -> bool:
    with store.connect() as connection:
        return get_story(connection, STORY).stale


def wait(store: Store) -> None:
    end = time.monotonic() + PATIENCE
    while is_stale(store) and time.monotonic() < end:
        time.sleep(0.02)


def dismiss(store: Store, number: int) -> str:
    with store.connect() as connection:
        id: str = get_dossier(connection, STORY)["findings"][number]["id"]
    correct(store, "dismiss", {"story": STORY, "finding": id}, "why", author="ada", now=now)
    return id


def test_what_is_stale_is_told_at_the_start_and_when_woken(store: Store) -> None:
    dismiss(store, 0)
    with Work(store, now) as work:
        wait(store)
        assert not is_stale(store)
        gone = dismiss(store, 0)
        work.wake()
        wait(store)
    with store.connect() as connection:
        assert gone not in {finding["id"] for finding in get_dossier(connection, STORY)["findings"]}


def test_rules_are_held_against_what_is_due(store: Store) -> None:
    set_watch(store, Rule(correction=True), (), author="ada", now=now)
    with Work(store, now):
        pass
    with store.connect() as connection:
        assert list_notices(connection) == []


def test_a_store_that_cannot_be_read_now_is_tried_again(
    store: Store, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    tries = []

    def fail(*_: object, **__: object) -> None:
        tries.append(1)
        if len(tries) == 1:
            raise StoreError("desk.db: another program has been writing to it all the while")

    monkeypatch.setattr("headwater.web.work.check_watches", fail)
    with Work(store, now) as work:
        end = time.monotonic() + PATIENCE
        while len(tries) < 2 and time.monotonic() < end:
            work.wake()
            time.sleep(0.02)
    assert len(tries) >= 2
    assert "another program" in caplog.text


def test_one_bad_story_does_not_stop_the_work(
    store: Store, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    dismiss(store, 0)
    told = threading.Event()

    def fail(*_: object, **__: object) -> None:
        raise ValueError("a fault")

    monkeypatch.setattr("headwater.web.work.refresh_story", fail)
    monkeypatch.setattr("headwater.web.work.check_watches", lambda *_, **__: told.set())
    with Work(store, now) as work:
        assert told.wait(PATIENCE)
        told.clear()
        work.wake()
        assert told.wait(PATIENCE)
    assert f"story {STORY} could not be told anew" in caplog.text
