"""What came after a page was made: a question so small that an open page may ask it again and again."""

from __future__ import annotations

from typing import TypedDict

from sqlalchemy import Connection

from headwater.show.counts import count
from headwater.store.reports import count_later, find_latest
from headwater.store.stories import get_story
from headwater.web.asking import Ask, Number, Text
from headwater.web.links import link_query
from headwater.web.page import Page


class Fresh(TypedDict):
    """What is new to a page."""

    mark: int
    """The report received last: what to give as ``mark`` the next time."""
    reports: int
    """Reports received after the mark; of a story: told in it beside those known."""
    words: str
    """The same as people read it; empty where nothing is new."""


def find(connection: Connection, ask: Ask) -> Fresh:
    """Ask the store."""
    mark, latest = ask.numbers["mark"], find_latest(connection)
    if not ask["story"]:
        later = count_later(connection, mark)
        return {"mark": latest, "reports": later, "words": count(later, "new report") if later else ""}
    story = get_story(connection, ask["story"])
    later = max(0, story.reports - ask.numbers["told"])
    words = f"{count(later, 'new report')} in this story" if later else "This story has changed"
    return {"mark": latest, "reports": later, "words": words if story.updated > ask["updated"] else ""}


def link_fresh(mark: int = 0, *, story: str = "", updated: str = "", told: int = 0) -> str:
    """Where a page asks."""
    return link_query("/fresh.json", mark=mark, story=story, updated=updated, told=told)


PAGE = Page(
    path="/fresh",
    name="fresh",
    about="How many reports came after a mark, for pages that wait: lists and stories give theirs.",
    find=find,
    record=Fresh,
    template="fresh.html",
    asks=(
        Number("mark", "the mark of the page", least=0, most=999_999_999, default=0),
        Text("story", "only in this story, once it tells them", longest=1_000),
        Number("told", "how many reports of the story are known", least=0, most=999_999_999, default=0),
        Text("updated", "when the story as shown was told, as its row has it", longest=40),
    ),
)
