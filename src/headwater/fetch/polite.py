"""Fetching as a guest: as robots.txt allows, one request at a time to a host, with a pause in between."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Mapping
from threading import Lock
from urllib.parse import urlsplit

from headwater.errors import InputError
from headwater.fetch.dialing import Resolve, resolve_host
from headwater.fetch.fetching import Fetched, fetch, parse_address
from headwater.fetch.robots import Manners, ask_manners
from headwater.settings import Fetching

ROBOTS_LIFE = 3600.0
"""Seconds a site's wishes are remembered."""


class Guest:
    """Fetches addresses for one run; safe to share between threads, which wait for each other at a host."""

    def __init__(
        self,
        settings: Fetching,
        *,
        resolve: Resolve = resolve_host,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._settings = settings
        self._resolve = resolve
        self._clock = clock
        self._sleep = sleep
        self._doors: defaultdict[str, Lock] = defaultdict(Lock)
        self._free: dict[str, float] = {}
        self._manners: dict[str, tuple[float, Manners]] = {}

    def get(self, address: str, *, headers: Mapping[str, str] | None = None) -> Fetched:
        """What an address holds. Raises InputError as :func:`fetch` does, and ``robots`` where the site asks not to,
        ``robots_unknown`` where it cannot say just now."""
        site = site_of(str(parse_address(address)))
        with self._doors[site]:
            manners = self._know_manners(address, site)
            if not manners.allow(address, self._settings.agent):
                raise refuse(address, manners)
            self._wait(site, manners)
            try:
                return fetch(address, settings=self._settings, headers=headers, resolve=self._resolve)
            finally:
                self._free[site] = self._clock()

    def _know_manners(self, address: str, site: str) -> Manners:
        asked, manners = self._manners.get(site, (0.0, None))
        if manners is None or self._clock() - asked > ROBOTS_LIFE:
            manners = ask_manners(address, lambda url: fetch(url, settings=self._settings, resolve=self._resolve))
            self._manners[site] = (self._clock(), manners)
        return manners

    def _wait(self, site: str, manners: Manners) -> None:
        gap = min(max(self._settings.gap_seconds, manners.pause(self._settings.agent)), self._settings.longest_gap)
        free = self._free.get(site, -gap) + gap
        if (rest := free - self._clock()) > 0:
            self._sleep(rest)


def site_of(address: str) -> str:
    """Scheme, host and port: what a robots.txt speaks for."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}".lower()


def refuse(address: str, manners: Manners) -> InputError:
    """Why an address is not fetched."""
    if manners.known:
        message = "the site's robots.txt asks programs not to fetch this; save the page by hand and add the file"
        return InputError(address, "robots", message)
    message = "the site's robots.txt cannot be read just now, so nothing is fetched; try again later"
    return InputError(address, "robots_unknown", message)
