"""RSS and Atom files -> one report an entry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import feedparser
import lxml.html
from lxml.etree import ParserError

from headwater.errors import InputError
from headwater.model.report import Report
from headwater.read.visible import lines_of

_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)


def read_feed(data: bytes, name: str, *, path: str | None) -> Iterator[Report | InputError]:
    """The entries of a feed in its order: full text where the feed has it, else the summary.

    A report's id is ``file#guid`` (or link, or number); of one that brings only its summary the id ends in ``#summary`` and
    ``is_summary`` is set.
    Raises InputError: ``not_a_feed``, ``too_complex`` (entity declarations, which no feed needs).
    """
    culprit = path or name
    if _ENTITY.search(data):
        raise InputError(
            culprit, "too_complex", "declares entities of its own, which no feed needs; remove its DOCTYPE"
        )
    feed = feedparser.parse(data)
    if not feed.entries and not feed.get("version"):
        raise InputError(culprit, "not_a_feed", "is neither RSS nor Atom")
    for number, entry in enumerate(feed.entries, 1):
        key = f"#{entry.get('id') or entry.get('link') or number}"
        found = _entry(entry, feed.feed, f"{name}{key}", path)
        yield found or InputError(
            f"{culprit}{key}", "no_text", "the entry has neither text nor summary; give the page it links to"
        )


def _entry(entry: Any, feed: Any, name: str, path: str | None) -> Report | None:
    full = " ".join(content.value for content in entry.get("content", ()) if content.get("value"))
    text = "\n".join(text_lines(full or entry.get("summary", "")))
    title = "\n".join(text_lines(entry.get("title", ""))) or None
    if not text:
        return None
    return Report(
        name if full else f"{name}#summary",
        f"{title}\n{text}" if title else text,
        path=path,
        title=title,
        byline=entry.get("author") or None,
        published=_day(entry.get("published_parsed")),
        outlet=(entry.get("source") or {}).get("title") or feed.get("title") or None,
        url=entry.get("link") or None,
        language=feed.get("language") or None,
        encoding="utf-8",
        is_summary=not full,
    )


def _day(parsed: Any) -> str | None:
    return date(*parsed[:3]).isoformat() if parsed else None


def text_lines(markup: str) -> list[str]:
    """The lines of a piece of HTML, or of plain text."""
    if "<" not in markup and "&" not in markup:
        return [line for line in (" ".join(line.split()) for line in markup.splitlines()) if line]
    try:
        return list(lines_of(lxml.html.fromstring(f"<div>{markup}</div>")))
    except ParserError:
        return []
