"""What a followed address lists: the entries of a feed, or the pages of a news sitemap."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from lxml import etree

from headwater.errors import InputError
from headwater.fetch.fetching import Fetched
from headwater.model.report import Report
from headwater.read.feeds import read_feed

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
LONGEST = 50_000
"""Addresses a sitemap may hold (sitemaps.org)."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a listing."""

    address: str
    title: str | None = None
    published: str | None = None
    """YYYY-MM-DD, as listed."""
    report: Report | None = None
    """What the feed itself brings of it: the whole text, or a summary."""


@dataclass(frozen=True, slots=True)
class Listing:
    """All that an address lists, in its order."""

    kind: Literal["feed", "sitemap", "index"]
    entries: tuple[Entry, ...]
    failures: tuple[InputError, ...] = ()


def read_listing(fetched: Fetched) -> Listing:
    """The entries of a feed or sitemap; of an index of sitemaps, the sitemaps. Raises InputError ``not_a_feed``."""
    root = find_root(fetched.body)
    if root is not None and root.tag == f"{SITEMAP}urlset":
        return Listing("sitemap", tuple(list_pages(root)))
    if root is not None and root.tag == f"{SITEMAP}sitemapindex":
        places = (place.text or "" for place in root.iterfind(f"{SITEMAP}sitemap/{SITEMAP}loc"))
        return Listing("index", tuple(Entry(place.strip()) for place in places if place.strip()))
    found = list(read_feed(fetched.body, fetched.url, path=None))
    entries = tuple(Entry(r.url or r.id, r.title, r.published, r) for r in found if isinstance(r, Report))
    return Listing("feed", entries, tuple(error for error in found if isinstance(error, InputError)))


def find_root(data: bytes) -> etree._Element | None:
    """The outermost element of an XML document; nothing it refers to is loaded. None where it is no XML."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data.lstrip(), parser)
    except etree.XMLSyntaxError:
        return None


def list_pages(root: etree._Element) -> Iterator[Entry]:
    """The pages of a sitemap, with what the news extension tells of them."""
    for number, page in enumerate(root.iterfind(f"{SITEMAP}url")):
        if number >= LONGEST:
            return
        if address := (page.findtext(f"{SITEMAP}loc") or "").strip():
            day = page.findtext(f"{NEWS}news/{NEWS}publication_date") or ""
            title = page.findtext(f"{NEWS}news/{NEWS}title")
            yield Entry(address, " ".join(title.split()) if title else None, day.strip()[:10] or None)
