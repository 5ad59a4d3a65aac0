"""Web archive files -> one report for each page in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import redirect_stderr
from io import StringIO
from pathlib import Path
from typing import Any

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from headwater.errors import InputError
from headwater.model.report import Report
from headwater.read.extractor import Extractor
from headwater.read.plain import read_html

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_PAGES = ("text/html", "application/xhtml+xml")


def read_warc(path: Path, name: str, *, extractor: Extractor, largest: int) -> Iterator[Report | InputError]:
    """The pages of an archive in its order, streaming; a report's id is ``file#address``.

    Records before damage are kept; the damage ends the archive with ``truncated``.
    """
    seen: set[str] = set()
    with path.open("rb") as file:
        records = iter(ArchiveIterator(file, check_digests=False))
        while True:
            try:
                record = _take(records)
                if record is None:
                    return
                found = _page(record, name, largest=largest) if _is_page(record) else None
            except (ArchiveLoadFailed, EOFError, OSError, ValueError):
                yield InputError(str(path), "truncated", "the archive breaks off or is damaged here; fetch it again")
                return
            if found is not None:
                yield _report(*found, path=path, extractor=extractor, seen=seen)


def _take(records: Iterator[Any]) -> Any:
    """The next record or None; the library's own words about a bad one are not shown, as ours follow."""
    with redirect_stderr(StringIO()):
        return next(records, None)


def _is_page(record: Any) -> bool:
    if record.rec_type not in ("response", "resource") or record.http_headers is None:
        return False
    status = record.http_headers.get_statuscode()
    return (
        status in ("200", None)
        and (record.http_headers.get_header("Content-Type") or "").split(";")[0].strip().lower() in _PAGES
    )


Raw = tuple[bytes | None, str, str | None, str | None]
"""Bytes (None = too many), report id, address, charset."""


def _page(record: Any, name: str, *, largest: int) -> Raw:
    url = record.rec_headers.get_header("WARC-Target-URI")
    data = record.content_stream().read(largest + 1)
    if len(data) <= largest and record.raw_stream.limit > 0:  # the record says it is longer than what is there
        raise EOFError("inside a record")
    declared = _CHARSET.search(record.http_headers.get_header("Content-Type") or "")
    identity = f"{name}#{url or record.rec_headers.get_header('WARC-Record-ID')}"
    return data if len(data) <= largest else None, identity, url, declared[1] if declared else None


def _report(
    data: bytes | None,
    name: str,
    url: str | None,
    charset: str | None,
    *,
    path: Path,
    extractor: Extractor,
    seen: set[str],
) -> Report | InputError:
    if data is None:
        return InputError(name, "too_large", "the page is larger than allowed; give its text as .txt")
    if name in seen:
        return InputError(name, "duplicate_id", "the archive holds this address more than once; the first was taken")
    seen.add(name)
    try:
        return read_html(data, name, path=f"{path}#{url}", extractor=extractor, url=url, charset=charset)
    except InputError as error:
        return error
