"""Which outlet published a report."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from urllib.parse import urlsplit

from headwater.clean.outlet_names import (
    NAME,
    find_in_byline,
    is_known_outlet,
    is_made_of,
    known_names,
    outlets_by_domain,
)
from headwater.model.reading import Reading
from headwater.model.report import Known
from headwater.model.span import Span

FEWEST = 2
"""Leftover lines that must name an outlet before it is taken for the site they come from."""


def host_of(url: str | None) -> str | None:
    """The host of an address without ``www.``, or None."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return re.sub(r"^(?:www\d?|m|amp|edition|mobile)\.", "", host) if host and "." in host else None


def outlet_of_address(url: str | None) -> Known:
    """The outlet of an address: by the list of known ones, else the host itself (inferred)."""
    host = host_of(url)
    if host is None:
        return Known()
    labels = host.split(".")
    for first in range(len(labels) - 1):
        if name := outlets_by_domain().get(".".join(labels[first:])):
            return Known(name, "stated", (), "outlet_of_address@1")
    return Known(host, "inferred", (), "host_of_address@1")


def outlet_in_leftovers(reading: Reading) -> Known:
    """The one outlet that several leftover lines of the site name, inferred."""
    found: dict[str, list[Span]] = defaultdict(list)
    for block in reading.blocks:
        if block.role == "furniture":
            for match in known_names().finditer(reading.report.text, *block.span):
                found[match.group()].append(Span(*match.span()))
    ranked = Counter({name: len(spans) for name, spans in found.items()}).most_common(2)
    if not ranked or ranked[0][1] < FEWEST or (len(ranked) > 1 and ranked[1][1] * 2 > ranked[0][1]):
        return Known()
    name = ranked[0][0]
    full = next(full for full in sorted(outlets_by_domain().values()) if full.removeprefix("The ") == name)
    return Known(full, "inferred", tuple(found[name]), "outlet_in_leftovers@1")


def outlet_in_masthead(reading: Reading) -> Known:
    """The outlet that a line over the text names."""
    spans = tuple(block.span for block in reading.blocks if block.kind == "masthead")
    return Known(reading.report.quote(spans[0]), "stated", spans[:1], "masthead@1") if spans else Known()


def outlet_in_signature(reading: Reading) -> Known:
    """The outlet for which the writer of a byline works: "By Jo Vell, Lakeside Courier", "Courier staff writer"."""
    for block in reading.blocks:
        words = reading.report.quote(block.span)
        if block.role == "byline" and (span := find_in_byline(words)):
            found = Span(block.span.start + span.start, block.span.start + span.end)
            return Known(words[slice(*span)], "stated", (found,), "outlet_in_byline@1")
    return Known()


def outlet_in_headline(reading: Reading) -> Known:
    """The outlet that stands before or behind a bar in the headline."""
    for block in reading.blocks:
        words = reading.report.quote(block.span)
        pieces = words.split(" | ") if block.role == "title" else []
        for piece in (pieces[-1], pieces[0]) if len(pieces) > 1 else ():
            if is_known_outlet(piece) or (NAME.fullmatch(piece) and is_made_of(piece)):
                start = block.span.start + words.index(piece)
                return Known(piece, "stated", (Span(start, start + len(piece)),), "outlet_in_headline@1")
    return Known()


def find_outlet(reading: Reading) -> Known:
    """The outlet: as the page names itself, else by a known address, else by the lines over its text, its host, its leftovers."""
    if reading.report.outlet:
        return Known(reading.report.outlet, "stated", (), "metadata@1")
    of_address = outlet_of_address(reading.report.url)
    in_text = (find(reading) for find in (outlet_in_masthead, outlet_in_signature, outlet_in_headline))
    stated = next((known for known in (of_address, *in_text) if known.how == "stated"), of_address)
    return stated if stated.value else outlet_in_leftovers(reading)
