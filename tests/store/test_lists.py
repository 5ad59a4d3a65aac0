"""Feeds, watches, notices, failures, corrections."""

from dataclasses import replace

from made_up import NOON, ONE, TWO

from headwater.store import Store
from headwater.store.corrections import add_correction, get_correction, list_corrections, undo_correction
from headwater.store.failures import drop_failures, list_failures, put_failure
from headwater.store.feeds import drop_feed, get_feed, list_due_feeds, list_feeds, put_feed
from headwater.store.notices import add_notice, list_notices, mark_delivered, mark_failed
from headwater.store.rows import FailureRow, FeedRow
from headwater.store.watches import add_watch, drop_watch, list_watches


def test_a_feed_is_kept_changed_and_dropped(any_store: Store) -> None:
    feed = FeedRow("https://a.example/feed", "rss")
    with any_store.begin() as connection:
        put_feed(connection, feed)
        put_feed(connection, replace(feed, title="A\x00", failures=2, paused=True))
        assert get_feed(connection, feed.url) == replace(
            feed, title="A\N{REPLACEMENT CHARACTER}", failures=2, paused=True
        )
        assert len(list_feeds(connection)) == 1
        assert drop_feed(connection, feed.url)
        assert not drop_feed(connection, feed.url)
        assert get_feed(connection, feed.url) is None


def test_the_feeds_whose_turn_has_come_wait_in_order(any_store: Store) -> None:
    with any_store.begin() as connection:
        for name, turn in (("new", None), ("later", TWO), ("now", ONE), ("long ago", NOON)):
            put_feed(connection, FeedRow(name, "rss", next_try=turn))
        put_feed(connection, FeedRow("paused", "rss", paused=True))
        assert [feed.url for feed in list_due_feeds(connection, now=ONE)] == ["new", "long ago", "now"]


def test_a_rule_tells_of_a_finding_once(any_store: Store) -> None:
    with any_store.begin() as connection:
        watch = add_watch(connection, {"phrase": "grain"}, ["terminal"], created=NOON, author="ida")
        assert list_watches(connection) == [watch]
        notice = add_notice(connection, watch.id, "s", finding="f", line="Ferries stop", made=ONE)
        assert notice is not None
        assert add_notice(connection, watch.id, "s", finding="f", line="Ferries stop", made=TWO) is None
        mark_failed(connection, notice.id, "no answer")
        assert list_notices(connection, waiting=True) == [replace(notice, error="no answer")]
        mark_delivered(connection, notice.id, at=TWO)
        assert list_notices(connection, waiting=True) == []
        assert list_notices(connection, watch=watch.id) == [replace(notice, delivered=TWO)]
        assert drop_watch(connection, watch.id)
        assert list_notices(connection) == []
        assert not drop_watch(connection, watch.id)


def test_a_failure_is_kept_once_and_forgotten_when_read(any_store: Store) -> None:
    with any_store.begin() as connection:
        for at in (NOON, ONE):
            put_failure(connection, FailureRow("a.pdf", "empty", "holds no text", at, None))
        assert [row.at for row in list_failures(connection)] == [ONE]
        drop_failures(connection, "a.pdf")
        assert list_failures(connection) == []


def test_a_correction_is_never_deleted(any_store: Store) -> None:
    with any_store.begin() as connection:
        made = add_correction(connection, "dismiss", {"story": "s"}, value="why", author="ida", made=NOON)
        undo_correction(connection, made.id, at=ONE)
        assert get_correction(connection, made.id) == replace(made, undone=ONE)
        assert list_corrections(connection) == [replace(made, undone=ONE)]
        assert list_corrections(connection, undone=False) == []
        assert get_correction(connection, 99) is None
