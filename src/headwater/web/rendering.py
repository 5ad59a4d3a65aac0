"""A template filled: the frame of every page is the same."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from headwater.show.counts import count, count_unknown, distinct, name_origin, stated
from headwater.show.html import FOLDER as DRAWINGS
from headwater.show.kinds import tell_kind
from headwater.show.printable import hide_controls, one_line, shorten
from headwater.web.links import link_cites, link_finding, link_report, link_seen, link_story, safe_url
from headwater.web.static import name_static
from headwater.web.wording import tell_days, tell_moment, tell_plainly

FOLDER = Path(__file__).parent / "templates"
MENU = (
    ("/stories", "Stories"),
    ("/actors", "Actors"),
    ("/reports", "Reports"),
    ("/trace", "Trace"),
    ("/watches", "Watches"),
    ("/notices", "Notices"),
    ("/corrections", "Corrections"),
    ("/feeds", "Feeds"),
)


FRAME = {"here": "", "twin": "", "left": 0, "fresh": ""}
"""What the frame of a page shows: its own address, its twin's, how many stories are being told anew, where it asks for news."""


def render(template: str, values: Mapping[str, Any]) -> bytes:
    """The page; what UTF-8 cannot hold is shown as a question mark."""
    page = load_templates().get_template(template).render(FRAME | dict(values))
    return page.encode("utf-8", "replace")


@lru_cache(maxsize=1)
def load_templates() -> Environment:
    """Compiled once a process; every value they show is escaped, and every line of others' text is made safe to print."""
    environment = Environment(
        loader=FileSystemLoader([FOLDER, DRAWINGS]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals.update(menu=MENU, static=name_static)
    environment.filters.update(
        line=one_line,
        whole=hide_controls,
        shorten=shorten,
        count=count,
        days=tell_days,
        moment=tell_moment,
        distinct=distinct,
        stated=stated,
        name=name_origin,
        kind=tell_kind,
        unknown=count_unknown,
        cite_links=link_cites,
        report_link=link_report,
        seen_link=link_seen,
        story_link=link_story,
        finding_link=link_finding,
        safe_url=safe_url,
        tell_plainly=tell_plainly,
    )
    return environment
