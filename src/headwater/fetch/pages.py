"""A fetched page or document -> its reports."""

from __future__ import annotations

import re
from collections.abc import Iterator

from headwater.errors import InputError
from headwater.fetch.fetching import Fetched
from headwater.model.report import Report
from headwater.read.extractor import Extractor
from headwater.read.plain import read_html
from headwater.read.reading import read_bytes
from headwater.settings import Reading

CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
PAGES = ("text/html", "application/xhtml+xml")


def read_fetched(
    fetched: Fetched, address: str, *, extractor: Extractor, settings: Reading
) -> Iterator[Report | InputError]:
    """The reports of what an address answered; a page's id is the address that was asked for.

    What calls itself a page is read as one with the charset of its header; anything else by what its bytes are.
    """
    kind = fetched.headers.get("content-type", "")
    try:
        if kind.split(";")[0].strip().lower() in PAGES:
            charset = CHARSET.search(kind)
            yield read_html(
                fetched.body,
                address,
                path=None,
                extractor=extractor,
                url=fetched.url,
                charset=charset[1] if charset else None,
            )
        else:
            yield from read_bytes(fetched.body, address, path=None, extractor=extractor, settings=settings)
    except InputError as error:
        yield error
