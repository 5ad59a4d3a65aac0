"""Feeds that are followed and their health, a form to follow one, and following one no longer."""

from __future__ import annotations

from dataclasses import replace
from typing import TypedDict

from sqlalchemy import Connection

from headwater.desk.following import follow_feed, stop_following
from headwater.store.feeds import list_feeds
from headwater.store.rows import FeedRow
from headwater.web.asking import Ask, Text
from headwater.web.links import hide_password
from headwater.web.page import Action, Page, View
from headwater.web.place import Place


class Feeds(TypedDict):
    """All feeds."""

    feeds: list[FeedRow]


class Stopped(TypedDict):
    """The address followed no longer."""

    stopped: str


def find(connection: Connection, ask: Ask) -> Feeds:
    """Ask the store; addresses are shown without passwords."""
    return {"feeds": [replace(feed, url=hide_password(feed.url)) for feed in list_feeds(connection)]}


def view(record: Feeds, ask: Ask) -> View:
    """Each feed with its state in words."""
    return {"found": [(feed, name_state(feed)) for feed in record["feeds"]]}


def name_state(feed: FeedRow) -> str:
    """How a feed does."""
    if feed.paused:
        return "paused"
    if feed.failures:
        return f"failing, {feed.failures} {'try' if feed.failures == 1 else 'tries'}"
    return "well" if feed.last_ok else "not tried yet"


def follow(place: Place, ask: Ask) -> FeedRow:
    """Follow an address from now on."""
    feed = follow_feed(place.store, ask["url"].strip())
    return replace(feed, url=hide_password(feed.url))


def stop(place: Place, ask: Ask) -> Stopped:
    """Follow an address no longer; one with a password is named as the page shows it."""
    with place.store.connect() as connection:
        known = {hide_password(feed.url): feed.url for feed in list_feeds(connection)}
    stop_following(place.store, known.get(ask["url"], ask["url"]))
    return {"stopped": ask["url"]}


PAGE = Page(
    path="/feeds",
    name="feeds",
    about="Feeds that are followed: when they answered last, when they are asked next, what went wrong.",
    find=find,
    record=Feeds,
    template="feeds.html",
    view=view,
)
FOLLOW = Action(
    path="/feeds",
    name="follow",
    about="Follow a feed, a news sitemap or a page from now on; `headwater follow` fetches.",
    do=follow,
    record=FeedRow,
    back=lambda ask: "/feeds",
    asks=(Text("url", "an http or https address", longest=2_000, needed=True),),
)
STOP = Action(
    path="/feeds/stop",
    name="stop_following",
    about="Follow an address no longer; its reports stay.",
    do=stop,
    record=Stopped,
    back=lambda ask: "/feeds",
    asks=(Text("url", "the address, as the page shows it", longest=2_000, needed=True),),
)
