"""What the rules found."""

from __future__ import annotations

from typing import TypedDict

from sqlalchemy import Connection

from headwater.store.notices import list_notices
from headwater.store.rows import NoticeRow
from headwater.web.asking import Ask, Number
from headwater.web.page import Page


class Notices(TypedDict):
    """Notices, the latest first."""

    notices: list[NoticeRow]


def find(connection: Connection, ask: Ask) -> Notices:
    """Ask the store."""
    watch = ask.numbers["watch"] or None
    return {"notices": list_notices(connection, watch=watch, limit=ask.numbers["limit"])}


PAGE = Page(
    path="/notices",
    name="notices",
    about="What the rules found, the latest first, and whether it was delivered.",
    find=find,
    record=Notices,
    template="notices.html",
    asks=(
        Number("watch", "only those of this rule; 0 is any", least=0, most=999_999_999, default=0),
        Number("limit", "how many at most"),
    ),
)
