"""Where a page of a part stands in its story: what it shows, and where the reader goes on."""

from __future__ import annotations

from dataclasses import dataclass

from headwater.show.outline import SECTIONS
from headwater.web.links import link_part
from headwater.web.parts import PAGE, REPORTS, Bounds

TITLES = {key: title for key, title, _ in SECTIONS} | {REPORTS: "Reports", "": "All findings"}


@dataclass(frozen=True, slots=True)
class Pages:
    """One page of a part."""

    title: str
    first: int
    """The place of what stands first, counted from 1; 0 where the page is empty."""
    last: int
    total: int
    before: str
    """Where the page before is; empty of the first."""
    after: str


def page_through(story: str, part: Bounds) -> Pages:
    """The page of a part as its template shows it."""
    offset, limit, total = part["offset"], part["limit"], part["total"]
    last = min(offset + limit, total)
    is_usual = limit == PAGE and bool(part["section"] or part["finding"])
    asked = {"section": part["section"], "finding": part["finding"], "limit": 0 if is_usual else limit}

    def link(at: int) -> str:
        return link_part(story, **asked, offset=at)

    return Pages(
        title="One finding" if part["finding"] else TITLES[part["section"]],
        first=offset + 1 if offset < total else 0,
        last=last,
        total=total,
        before=link(max(0, offset - limit)) if offset else "",
        after=link(part["next"]) if part["next"] is not None else "",
    )
