"""What a site lets programs fetch: its robots.txt (RFC 9309)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

from protego import Protego

from headwater.errors import InputError
from headwater.fetch.fetching import Fetched, Refused
from headwater.read.decoding import decode

Get = Callable[[str], Fetched]
LONGEST = 512 * 1024
"""Bytes of a robots.txt that count (RFC 9309 asks for at least 500 KiB)."""

UNUSABLE = frozenset({"too_many_redirects", "too_large", "damaged"})
"""What can be wrong with a robots.txt so that it counts as none."""


@dataclass(frozen=True, slots=True)
class Manners:
    """The wishes of one site."""

    rules: Protego
    known: bool = True
    """False where the site could not be asked: then nothing may be fetched for now."""

    def allow(self, address: str, agent: str) -> bool:
        """Whether a program of this name may fetch an address."""
        return self.known and bool(self.rules.can_fetch(address, agent))

    def pause(self, agent: str) -> float:
        """Seconds to leave between two requests; 0 = no wish."""
        return float(self.rules.crawl_delay(agent) or 0.0)


def ask_manners(address: str, get: Get) -> Manners:
    """The wishes of the site that holds an address.

    No robots.txt that can be used (4xx, or without end) = all is allowed; a site that fails (5xx) = nothing is, until it
    answers. Raises InputError where the site cannot be reached at all.
    """
    try:
        answer = get(place_of_robots(address))
    except Refused as refusal:
        return Manners(Protego.parse(""), known=refusal.status < 500 and refusal.status != 429)
    except InputError as error:
        if error.code not in UNUSABLE:
            raise InputError(address, error.code, error.message) from error
        return Manners(Protego.parse(""))
    return Manners(Protego.parse(decode(answer.body[:LONGEST]).text))


def place_of_robots(address: str) -> str:
    """Where a site keeps its robots.txt."""
    parts = urlsplit(address)
    return urlunsplit((parts.scheme, parts.netloc, "/robots.txt", "", ""))
