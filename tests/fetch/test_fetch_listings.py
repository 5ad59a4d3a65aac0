"""Feeds and news sitemaps as lists of addresses."""

import pytest

from headwater.errors import InputError
from headwater.fetch.fetching import Fetched
from headwater.fetch.listings import read_listing

FEED = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Post</title>
<item><title>Ferry talks resume</title><link>https://harbour.example/ferry</link><guid>f1</guid>
<description>Talks over the ferry line resumed on Monday.</description>
<pubDate>Mon, 05 May 2031 08:00:00 GMT</pubDate></item>
<item><title></title><link>https://harbour.example/empty</link><guid>f2</guid></item></channel></rss>"""
SITEMAP = b"""<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc> https://harbour.example/ferry </loc><news:news><news:publication><news:name>Harbour Post</news:name></news:publication>
<news:publication_date>2031-05-05T08:00:00Z</news:publication_date><news:title>Ferry  talks resume</news:title></news:news></url>
<url><loc>https://harbour.example/plain</loc></url><url><loc></loc></url></urlset>"""
INDEX = b"""<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap>
<loc>https://harbour.example/news-1.xml</loc></sitemap></sitemapindex>"""
BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>&b;</loc></url></urlset>'


def fetched(body: bytes) -> Fetched:
    return Fetched("https://harbour.example/list", 200, {}, body)


def test_a_feed_lists_its_entries_and_what_it_lacks() -> None:
    listing = read_listing(fetched(FEED))
    (entry,) = listing.entries
    assert (listing.kind, entry.address, entry.title, entry.published) == (
        "feed",
        "https://harbour.example/ferry",
        "Ferry talks resume",
        "2031-05-05",
    )
    assert entry.report is not None
    assert entry.report.outlet == "Harbour Post"
    assert [error.code for error in listing.failures] == ["no_text"]


def test_a_sitemap_lists_its_pages_with_the_news_it_tells() -> None:
    listing = read_listing(fetched(SITEMAP))
    assert listing.kind == "sitemap"
    assert [(e.address, e.title, e.published) for e in listing.entries] == [
        ("https://harbour.example/ferry", "Ferry talks resume", "2031-05-05"),
        ("https://harbour.example/plain", None, None),
    ]


def test_an_index_lists_sitemaps() -> None:
    listing = read_listing(fetched(INDEX))
    assert (listing.kind, [e.address for e in listing.entries]) == ("index", ["https://harbour.example/news-1.xml"])


def test_entities_of_a_sitemap_are_not_loaded() -> None:
    assert read_listing(fetched(BOMB)).entries == ()


@pytest.mark.parametrize("body", [b"<html><body>No feed</body></html>", b"{}", b"\x00\x01"])
def test_what_lists_nothing_is_told(body: bytes) -> None:
    with pytest.raises(InputError, match="not_a_feed"):
        read_listing(fetched(body))
