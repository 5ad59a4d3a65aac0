"""Following feeds, against a site on this machine: what is listed is fetched once, and nothing is lost on the way."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from local_site import Site

from headwater.desk.collecting import Collected
from headwater.desk.following import Follower, follow_feed, stop_following
from headwater.desk.looking import Looked
from headwater.errors import InputError, StoreError
from headwater.fetch.polite import Guest
from headwater.read.extractor import Extractor
from headwater.settings import Fetching, Settings
from headwater.store import Store
from headwater.store.feeds import get_feed
from headwater.store.listed import count_waiting
from headwater.store.reports import get_report, list_reports

PAGE = """<html><head><title>{title}</title></head><body><article><h1>{title}</h1>
<p>PORT ARLEN (Harbour Post) - Talks over the ferry line to Vessel Island resumed on Monday, the harbour office said.</p>
<p>{more}</p></article></body></html>"""


class Clock:
    def __init__(self) -> None:
        self.moment = datetime(2031, 5, 5, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment

    def pass_by(self, **time: int) -> None:
        self.moment += timedelta(**time)


def feed_of(*items: tuple[str, str], site: Site) -> bytes:
    entries = "".join(
        f"<item><title>{title}</title><link>{site.at(path)}</link><guid>{path}</guid>"
        f"<description>In short: {title}.</description></item>"
        for path, title in items
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Post</title>{entries}</channel></rss>'.encode()


def page(title: str, more: str = "Both sides had broken them off in April over the night fares.") -> bytes:
    return PAGE.format(title=title, more=more).encode()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def follower(store: Store, clock: Clock, local: Fetching) -> Iterator[Follower]:
    settings = Settings(fetching=local)
    with Extractor(settings.reading) as extractor:
        yield Follower(store, Guest(local), extractor, clock, settings)


def turn(follower: Follower) -> tuple[list[Looked], list[Collected]]:
    results = list(follower.take_turn())
    return [r for r in results if isinstance(r, Looked)], [r for r in results if isinstance(r, Collected)]


def count_reports(store: Store) -> int:
    with store.connect() as connection:
        return len(list_reports(connection))


def test_what_a_feed_lists_is_fetched_once(site: Site, follower: Follower, clock: Clock) -> None:
    site.page("/rss", feed_of(("/a", "Ferry talks resume"), ("/b", "Lock gate closed"), site=site), ETag='"1"')
    site.page("/a", page("Ferry talks resume"), Content_Type="text/html")
    site.page("/b", page("Lock gate closed", "The gate will open again in June."), Content_Type="text/html")
    follow_feed(follower.store, site.at("/rss"))
    looked, collected = turn(follower)
    assert [(look.listed, look.new) for look in looked] == [(2, 2)]
    assert [[added.what for added in one.added] for one in collected] == [["new"], ["new"]]
    clock.pass_by(minutes=16)
    assert [(look.listed, look.new) for look in turn(follower)[0]] == [(2, 0)]
    assert site.paths.count("/a") == 1
    assert site.asked[-1][1]["if-none-match"] == '"1"'


def test_a_feed_is_not_asked_before_its_turn(site: Site, follower: Follower, clock: Clock) -> None:
    site.page("/rss", feed_of(site=site))
    follow_feed(follower.store, site.at("/rss"))
    turn(follower)
    clock.pass_by(minutes=14)
    assert turn(follower) == ([], [])


def test_an_entry_that_changes_is_fetched_again_as_a_new_version(site: Site, follower: Follower, clock: Clock) -> None:
    site.page("/rss", feed_of(("/a", "Ferry talks resume"), site=site))
    site.page("/a", page("Ferry talks resume"), Content_Type="text/html")
    follow_feed(follower.store, site.at("/rss"))
    turn(follower)
    site.page("/rss", feed_of(("/a", "Correction: ferry talks to resume in June"), site=site))
    site.page("/a", page("Correction: ferry talks to resume in June"), Content_Type="text/html")
    clock.pass_by(minutes=16)
    (again,) = turn(follower)[1]
    assert [added.what for added in again.added] == ["version"]


def test_a_page_that_cannot_be_had_leaves_what_the_feed_brought(site: Site, follower: Follower) -> None:
    site.page("/rss", feed_of(("/gone", "Ferry talks resume"), site=site))
    follow_feed(follower.store, site.at("/rss"))
    (collected,) = turn(follower)[1]
    assert collected.from_feed
    assert [error.code for error in collected.failures] == ["http_404"]
    with follower.store.connect() as connection:
        assert "In short" in get_report(connection, collected.added[0].id).text


def test_a_page_that_fails_for_now_is_tried_again_later(site: Site, follower: Follower, clock: Clock) -> None:
    site.page("/rss", feed_of(("/a", "Ferry talks resume"), site=site))
    site.page("/a", b"", status=503, Retry_After="7200")
    follow_feed(follower.store, site.at("/rss"))
    (first,) = turn(follower)[1]
    assert (first.again, count_reports(follower.store)) == (True, 0)
    clock.pass_by(minutes=60)
    assert turn(follower)[1] == []
    site.page("/a", page("Ferry talks resume"), Content_Type="text/html")
    clock.pass_by(minutes=61)
    (second,) = turn(follower)[1]
    assert ([added.what for added in second.added], count_reports(follower.store)) == (["new"], 1)


def test_a_page_that_fails_for_ever_is_given_up(site: Site, follower: Follower, clock: Clock) -> None:
    site.page("/sitemap.xml", SITEMAP.replace(b"PAGE", site.at("/a").encode()))
    site.page("/a", b"", status=500)
    follow_feed(follower.store, site.at("/sitemap.xml"))
    for _ in range(5):
        turn(follower)
        clock.pass_by(days=1)
    assert turn(follower)[1] == []
    assert site.paths.count("/a") == 5


def test_a_feed_that_fails_is_asked_ever_later_and_recovers(site: Site, follower: Follower, clock: Clock) -> None:
    follow_feed(follower.store, site.at("/rss"))
    site.page("/rss", b"", status=500)
    (look,) = turn(follower)[0]
    assert (look.feed.failures, look.feed.next_try) == (1, "2031-05-05T12:30:00.000000Z")
    assert "500" in (look.feed.error or "")
    site.page("/rss", feed_of(site=site))
    clock.pass_by(minutes=31)
    (look,) = turn(follower)[0]
    assert (look.feed.failures, look.feed.error) == (0, None)


def test_a_feed_that_is_gone_is_paused(site: Site, follower: Follower, clock: Clock) -> None:
    site.page("/rss", b"", status=410)
    follow_feed(follower.store, site.at("/rss"))
    assert turn(follower)[0][0].feed.paused
    clock.pass_by(days=3)
    assert turn(follower) == ([], [])


def test_a_feed_that_has_moved_for_good_is_followed_there(site: Site, follower: Follower) -> None:
    site.page("/old", b"", status=301, Location="/new")
    site.page("/new", feed_of(site=site))
    follow_feed(follower.store, site.at("/old"))
    turn(follower)
    with follower.store.connect() as connection:
        assert get_feed(connection, site.at("/old")) is None
        assert get_feed(connection, site.at("/new")) is not None


SITEMAP = b"""<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>PAGE</loc></url></urlset>"""
INDEX = b"""<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>PAGE</loc></sitemap></sitemapindex>"""


def test_an_index_of_sitemaps_is_looked_through(site: Site, follower: Follower) -> None:
    site.page("/index.xml", INDEX.replace(b"PAGE", site.at("/news.xml").encode()))
    site.page("/news.xml", SITEMAP.replace(b"PAGE", site.at("/a").encode()))
    site.page("/a", page("Ferry talks resume"), Content_Type="text/html")
    follow_feed(follower.store, site.at("/index.xml"))
    looked, collected = turn(follower)
    assert looked[0].feed.kind == "index"
    assert [one.address for one in collected] == [site.at("/a")]


def test_a_sitemap_that_fails_keeps_no_other_from_being_read(site: Site, follower: Follower) -> None:
    place = "<sitemap><loc>PAGE</loc></sitemap>"
    both = INDEX.decode().replace(
        place, place.replace("PAGE", site.at("/gone.xml")) + place.replace("PAGE", site.at("/n.xml"))
    )
    site.page("/index.xml", both.encode())
    site.page("/n.xml", SITEMAP.replace(b"PAGE", site.at("/a").encode()))
    site.page("/a", page("Ferry talks resume"), Content_Type="text/html")
    follow_feed(follower.store, site.at("/index.xml"))
    looked, collected = turn(follower)
    assert [error.culprit for error in looked[0].failures] == [site.at("/gone.xml")]
    assert [one.address for one in collected] == [site.at("/a")]


def test_an_index_all_of_whose_sitemaps_fail_is_a_feed_that_fails(site: Site, follower: Follower) -> None:
    site.page("/index.xml", INDEX.replace(b"PAGE", site.at("/gone.xml").encode()))
    follow_feed(follower.store, site.at("/index.xml"))
    assert "404" in (turn(follower)[0][0].feed.error or "")


def test_what_was_listed_waits_through_a_crash(site: Site, follower: Follower, clock: Clock, local: Fetching) -> None:
    site.page("/rss", feed_of(("/a", "Ferry talks resume"), ("/b", "Lock gate closed"), site=site))
    site.page("/a", page("Ferry talks resume"), Content_Type="text/html")
    site.page("/b", page("Lock gate closed"), Content_Type="text/html")
    follow_feed(follower.store, site.at("/rss"))
    list(follower.look())  # and here the process ends
    with follower.store.connect() as connection:
        assert count_waiting(connection) == 2
    again = Follower(follower.store, Guest(local), follower.extractor, clock, follower.settings)
    assert len(turn(again)[1]) == 2
    assert count_reports(follower.store) == 2


def test_following_twice_changes_nothing_and_stopping_what_is_not_followed_is_told(site: Site, store: Store) -> None:
    assert follow_feed(store, site.at("/rss")) == follow_feed(store, site.at("/rss"))
    stop_following(store, site.at("/rss"))
    with pytest.raises(StoreError, match="is not followed"):
        stop_following(store, site.at("/rss"))
    with pytest.raises(InputError, match="not_http"):
        follow_feed(store, "harbour.example/rss")
