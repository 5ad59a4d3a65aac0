"""What the rules found."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypedDict

from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import Response

from headwater.desk.notices_feed import write_notices_feed
from headwater.store.notices import list_notices
from headwater.store.rows import NoticeRow
from headwater.web.asking import Ask, Number
from headwater.web.links import link_finding
from headwater.web.page import Page, View
from headwater.web.place import Place
from headwater.web.requests import read_asked

ASKS = (
    Number("watch", "only those of this rule; 0 is any", least=0, most=999_999_999, default=0),
    Number("limit", "how many at most"),
)
FEED = "/notices.atom"
TITLE = "Headwater: notices"


class Notices(TypedDict):
    """Notices, the latest first."""

    notices: list[NoticeRow]


def find(connection: Connection, ask: Ask) -> Notices:
    """Ask the store."""
    watch = ask.numbers["watch"] or None
    return {"notices": list_notices(connection, watch=watch, limit=ask.numbers["limit"])}


def view(record: Notices, ask: Ask) -> View:
    """Which rule was asked for."""
    return {"watch": ask.numbers["watch"]}


def give_feed(place: Place) -> Callable[[Request], Response]:
    """The latest notices as an Atom feed whose entries lead to this desk."""

    def endpoint(request: Request) -> Response:
        ask = read_asked(ASKS, request, pairs=request.query_params.multi_items(), reader=place.reader)
        with place.store.connect() as connection:
            notices = find(connection, ask)["notices"]
        desk = str(request.base_url).rstrip("/")

        def locate(notice: NoticeRow) -> str:
            return desk + link_finding(notice.story, notice.finding)

        return Response(write_notices_feed(TITLE, notices, locate), media_type="application/atom+xml")

    return endpoint


PAGE = Page(
    path="/notices",
    name="notices",
    about="What the rules found, the latest first, and whether it was delivered.",
    find=find,
    record=Notices,
    template="notices.html",
    asks=ASKS,
    view=view,
)
