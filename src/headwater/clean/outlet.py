"""Which outlet published a report."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import lru_cache
from urllib.parse import urlsplit

from headwater.lexicon import load
from headwater.model.reading import Reading
from headwater.model.report import Known
from headwater.model.span import Span

FEWEST = 2
"""Leftover lines that must name an outlet before it is taken for the site they come from."""


@lru_cache(maxsize=1)
def _domains() -> dict[str, str]:
    domains: dict[str, str] = load("outlets")["domains"]
    return domains


@lru_cache(maxsize=1)
def _names() -> re.Pattern[str]:
    names = sorted({name.removeprefix("The ") for name in _domains().values() if " " in name or len(name) > 7})
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, names)) + r")(?!\w)")


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
        if name := _domains().get(".".join(labels[first:])):
            return Known(name, "stated", (), "outlet_of_address@1")
    return Known(host, "inferred", (), "host_of_address@1")


def outlet_in_leftovers(reading: Reading) -> Known:
    """The one outlet that several leftover lines of the site name, inferred."""
    found: dict[str, list[Span]] = defaultdict(list)
    for block in reading.blocks:
        if block.role == "furniture":
            for match in _names().finditer(reading.report.text, *block.span):
                found[match.group()].append(Span(*match.span()))
    ranked = Counter({name: len(spans) for name, spans in found.items()}).most_common(2)
    if not ranked or ranked[0][1] < FEWEST or (len(ranked) > 1 and ranked[1][1] * 2 > ranked[0][1]):
        return Known()
    name = ranked[0][0]
    full = next(full for full in sorted(_domains().values()) if full.removeprefix("The ") == name)
    return Known(full, "inferred", tuple(found[name]), "outlet_in_leftovers@1")


def find_outlet(reading: Reading) -> Known:
    """The outlet: as the page names itself, else by its address, else by its leftovers."""
    if reading.report.outlet:
        return Known(reading.report.outlet, "stated", (), "metadata@1")
    known = outlet_of_address(reading.report.url)
    return known if known.value else outlet_in_leftovers(reading)
