"""Web addresses given by hand -> their reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from headwater.errors import InputError
from headwater.fetch.pages import read_fetched
from headwater.fetch.polite import Guest
from headwater.model.report import Report
from headwater.read.extractor import Extractor
from headwater.settings import Settings

SCHEMES = ("http://", "https://")


def is_address(given: str) -> bool:
    """Whether what a user gave is a web address, not a path."""
    return given.lower().startswith(SCHEMES)


def visit(addresses: Iterable[str], *, guest: Guest, settings: Settings) -> Iterator[Report | InputError]:
    """The reports of addresses in the order given; what cannot be had is an InputError in its place."""
    with Extractor(settings.reading) as extractor:
        for address in addresses:
            try:
                fetched = guest.get(address)
            except InputError as error:
                yield error
                continue
            yield from read_fetched(fetched, address, extractor=extractor, settings=settings.reading)
