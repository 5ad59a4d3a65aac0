"""Every page and every change there is: the list from which addresses, twins and the API's description are made."""

from __future__ import annotations

from headwater.web.page import Action, Page
from headwater.web.pages import (
    actors,
    compare,
    corrections,
    failures,
    feeds,
    fresh,
    keys,
    notices,
    report,
    reports,
    search,
    stories,
    story,
    trace,
    watches,
)

PAGES: tuple[Page, ...] = (
    stories.PAGE,
    story.PAGE,
    reports.PAGE,
    report.PAGE,
    search.PAGE,
    actors.PAGE,
    compare.PAGE,
    trace.PAGE,
    corrections.PAGE,
    watches.PAGE,
    notices.PAGE,
    feeds.PAGE,
    failures.PAGE,
    keys.PAGE,
    fresh.PAGE,
)
ACTIONS: tuple[Action, ...] = (
    stories.SEE,
    story.SEE,
    corrections.MAKE,
    corrections.UNDO,
    watches.MAKE,
    watches.DROP,
    feeds.FOLLOW,
    feeds.STOP,
)
