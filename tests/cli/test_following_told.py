"""What ``follow`` tells where there is nothing to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from headwater.cli.entry import run
from headwater.cli.following import tell_idle
from headwater.store import open_store
from headwater.store.feeds import put_feed
from headwater.store.rows import FeedRow


def test_a_turn_with_nothing_due_says_when_there_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    where = str(tmp_path / "desk.db")
    with open_store(where) as store, store.begin() as connection:
        put_feed(connection, FeedRow("https://lorn.example/rss", "feed", next_try="2999-05-05T08:15:00.000000Z"))
    assert run(["follow", "--once", "--store", where]) == 0
    assert capsys.readouterr().out == "no feed is due; the next one is after 2999-05-05 08:15 UTC\n"


def test_paused_feeds_are_never_due() -> None:
    feed = FeedRow("https://lorn.example/rss", "feed", next_try="2999-05-05T08:15:00.000000Z", paused=True)
    assert tell_idle([feed]) == "no feed is due: all are paused; headwater follow --resume FEED asks one again"
