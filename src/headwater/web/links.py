"""Addresses of the desk, and which addresses of others may become links."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from headwater.model.span import Span

SCHEMES = ("http", "https")


def link_story(story: str) -> str:
    """The page of a story."""
    return f"/stories/{quote_id(story)}"


def link_finding(story: str, finding: str) -> str:
    """Where a finding stands on the page of its story, also where that page shows a part at a time."""
    id = quote_id(finding)
    return f"{link_story(story)}?at={id}#{id}"


def link_part(story: str, **asked: object) -> str:
    """A part of a story: what is asked by ``section``, ``finding``, ``offset``, ``limit``."""
    return link_query(link_story(story), **asked)


def link_query(path: str, **asked: object) -> str:
    """An address with what is asked; what is empty or 0 is left out."""
    pairs = {name: str(value) for name, value in asked.items() if value not in ("", 0, None)}
    return f"{path}?{urlencode(pairs, errors='replace')}"


def link_seen(story: str) -> str:
    """Where a story is marked as seen."""
    return f"/seen/{quote_id(story)}"


def link_report(report: str, spans: Iterable[Span] = ()) -> str:
    """The page of a report; with spans it opens at the first, all of them lit."""
    places = ",".join(f"{start}-{end}" for start, end in spans)
    return f"/reports/{quote_id(report)}{f'?at={places}#at' if places else ''}"


def link_cites(cites: Iterable[Mapping[str, Any]]) -> list[tuple[str, str]]:
    """Cites of a record as links, one a report, each with the words it leads to."""
    found: dict[str, list[Mapping[str, Any]]] = {}
    for cite in cites:
        found.setdefault(cite["report"], []).append(cite)
    return [
        (link_report(report, [Span(c["start"], c["end"]) for c in group]), " … ".join(c["text"] for c in group))
        for report, group in found.items()
    ]


@lru_cache(maxsize=4096)
def quote_id(id: str) -> str:
    """An id as the last part of an address; one that ends as the JSON twins do must not be taken for one."""
    written = quote(id, safe="", errors="replace")
    return f"{written.removesuffix('.json')}%2Ejson" if written.endswith(".json") else written


def safe_url(url: str | None) -> str | None:
    """An address a reader may be sent to: http or https with a host; None for everything else."""
    if not url or any(sign.isspace() or not sign.isprintable() for sign in url):
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    return url if parts.scheme in SCHEMES and host else None


def hide_password(address: str) -> str:
    """An address without the name and password it may hold."""
    scheme, mark, rest = address.partition("://")
    host, slash, path = rest.partition("/")
    return f"{scheme}{mark}{host.rpartition('@')[2]}{slash}{path}" if mark else address
