"""Text and pages -> reports."""

from __future__ import annotations

from headwater.errors import InputError
from headwater.model.report import Report
from headwater.read.decoding import declared_in, decode
from headwater.read.extractor import Extractor


def read_text(data: bytes, name: str, *, path: str | None) -> Report:
    """The report of a text file: its text is all of it."""
    decoded = decode(data)
    if not decoded.text.strip():
        raise InputError(path or name, "empty", "holds no text; leave it out or fetch it again")
    return Report(name, decoded.text, path=path, encoding=decoded.encoding)


def read_html(
    data: bytes,
    name: str,
    *,
    path: str | None,
    extractor: Extractor,
    url: str | None = None,
    charset: str | None = None,
) -> Report:
    """The report of a page: headline, byline and date lines, then the article; the rest from the page's metadata.

    ``url`` and ``charset`` are what came with the page from outside (an archive's record). Raises InputError as
    :meth:`Extractor.read` does.
    """
    decoded = decode(data, declared=charset or declared_in(data))
    page = extractor.read(decoded.text, path or name)
    return Report(
        name,
        page["text"] or "",
        path=path,
        title=page["title"],
        byline=page["byline"],
        published=page["published"],
        outlet=page["outlet"],
        url=page["url"] or url,
        language=page["language"],
        encoding=decoded.encoding,
    )
