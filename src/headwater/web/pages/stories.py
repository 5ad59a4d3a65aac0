"""The stories, the one changed last first, with what is new to the reader."""

from __future__ import annotations

from typing import TypedDict

from sqlalchemy import Connection

from headwater.store.looks import put_look
from headwater.store.reports import find_latest
from headwater.store.rows import StoryRow
from headwater.store.state import find_state
from headwater.store.stories import list_stories
from headwater.web.asking import Ask, Number, Text
from headwater.web.page import Action, Page, View
from headwater.web.pages.fresh import link_fresh
from headwater.web.place import Place

ASKS = (
    Number("limit", "how many at most"),
    Text("after", "the id of the last story of the page before", longest=1_000),
)


class Stories(TypedDict):
    """A page of the list; ``next`` is what to give as ``after`` for the one that follows."""

    stories: list[StoryRow]
    next: str | None
    mark: int
    """What to give to `/fresh` to hear what came since."""


class Seen(TypedDict):
    """The stories marked as seen."""

    seen: list[str]


def find(connection: Connection, ask: Ask) -> Stories:
    """Ask the store."""
    limit = ask.numbers["limit"]
    # One more than is shown tells whether there is a page to follow.
    found = list_stories(connection, limit=limit + 1, after=ask["after"] or None, reader=ask.reader)
    shown = found[:limit]
    return {
        "stories": shown,
        "next": shown[-1].id if len(found) > limit else None,
        "mark": find_latest(connection),
    }


def stamp(connection: Connection, ask: Ask) -> str:
    """The store as it is: any story may be on the page."""
    return find_state(connection)


def view(record: Stories, ask: Ask) -> View:
    """What the form that marks these stories as seen sends back; nothing where nothing is new."""
    fresh = any(story.new for story in record["stories"])
    seen = record["stories"][0].updated if fresh else ""
    return {"seen": seen, "limit": ask.numbers["limit"], "after": ask["after"], "fresh": link_fresh(record["mark"])}


def mark_seen(place: Place, ask: Ask) -> Seen:
    """Note that the reader has seen a page of the list as it was at a moment; what came later stays new."""
    with place.store.begin() as connection:
        shown = [story for story in find(connection, ask)["stories"] if story.updated <= ask["seen"]]
        for story in shown:
            put_look(connection, ask.reader, story.id, seen=story.updated)
    return {"seen": [story.id for story in shown]}


PAGE = Page(
    path="/stories",
    name="stories",
    about="Stories, the one changed last first, with what is new since the reader last looked.",
    find=find,
    record=Stories,
    template="stories.html",
    asks=ASKS,
    view=view,
    stamp=stamp,
)
SEE = Action(
    path="/seen",
    name="see_stories",
    about="Mark a page of the list as seen.",
    do=mark_seen,
    record=Seen,
    back=lambda ask: "/stories",
    asks=(*ASKS, Text("seen", "the time up to which it was seen, as rows have it", needed=True)),
)
