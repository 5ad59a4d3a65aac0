"""The reports, the one received last first."""

from __future__ import annotations

from typing import TypedDict

from sqlalchemy import Connection

from headwater.store.reports import find_latest, list_reports
from headwater.store.rows import ReportRow
from headwater.store.stories import name_stories
from headwater.web.asking import Ask, Number, Text
from headwater.web.page import Page, View
from headwater.web.pages.fresh import link_fresh


class Reports(TypedDict):
    """A page of the list; ``next`` is what to give as ``after`` for the one that follows."""

    reports: list[ReportRow]
    titles: dict[str, str]
    """Of the stories they are in."""
    next: str | None
    mark: int
    """What to give to `/fresh` to hear what came since."""


def find(connection: Connection, ask: Ask) -> Reports:
    """Ask the store."""
    limit = ask.numbers["limit"]
    found = list_reports(connection, story=ask["story"] or None, limit=limit + 1, after=ask["after"] or None)
    shown = found[:limit]
    titles = name_stories(connection, (report.story for report in shown))
    return {
        "reports": shown,
        "titles": titles,
        "next": shown[-1].id if len(found) > limit else None,
        "mark": find_latest(connection),
    }


def view(record: Reports, ask: Ask) -> View:
    """What was asked, for the link to the page that follows."""
    fresh = "" if ask["story"] else link_fresh(record["mark"])
    return {"limit": ask.numbers["limit"], "story": ask["story"], "fresh": fresh}


PAGE = Page(
    path="/reports",
    name="reports",
    about="Reports, the one received last first, superseded versions too.",
    find=find,
    record=Reports,
    template="reports.html",
    asks=(
        Number("limit", "how many at most"),
        Text("after", "the id of the last report of the page before", longest=1_000),
        Text("story", "only those of this story", longest=1_000),
    ),
    view=view,
)
