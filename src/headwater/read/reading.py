"""Files of any kind -> reports, or what is wrong with them."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from headwater.errors import InputError
from headwater.model.report import Report
from headwater.read.bounded import read_bounded, read_file
from headwater.read.extractor import Extractor
from headwater.read.feeds import read_feed
from headwater.read.files import Found, find_files
from headwater.read.jsonl import read_jsonl
from headwater.read.mail import read_mail
from headwater.read.names import Names
from headwater.read.pdf import read_pdf
from headwater.read.plain import read_html, read_text
from headwater.read.sniffing import HEAD, kind_of
from headwater.read.warc import read_warc
from headwater.settings import Reading

STDIN = "-"


def read_paths(paths: Iterable[str | Path], *, settings: Reading, apart: bool = True) -> Iterator[Report | InputError]:
    """The reports of files, folders and standard input (``-``), in the order given; folders in the order of names.

    One bad file or record is one InputError in its place, and never ends the run. An id that comes again with another text
    becomes ``id~2``, unless ``apart`` is false.
    """
    given, names = list(paths), Names(apart)
    with Extractor(settings) as extractor:
        for found in _find(given):
            yield from _read(found, extractor=extractor, settings=settings, names=names)


def _find(paths: list[str | Path]) -> Iterator[Found | InputError | None]:
    """The files; None stands for standard input."""
    if STDIN in map(str, paths):
        yield None
    yield from find_files(path for path in paths if str(path) != STDIN)


def _read(
    found: Found | InputError | None, *, extractor: Extractor, settings: Reading, names: Names
) -> Iterator[Report | InputError]:
    if isinstance(found, InputError):
        yield found
        return
    try:
        if found is None:
            data = read_bounded(sys.stdin.buffer, STDIN, settings.largest_bytes)
            yield from read_bytes(data, STDIN, path=None, extractor=extractor, settings=settings, names=names)
        else:
            yield from _read_file(found, extractor=extractor, settings=settings, names=names)
    except InputError as error:
        yield error
    except OSError as error:
        yield InputError(str(found.path) if found else STDIN, "unreadable", error.strerror or "cannot be read")


def _read_file(found: Found, *, extractor: Extractor, settings: Reading, names: Names) -> Iterator[Report | InputError]:
    path, name = found
    with path.open("rb") as file:
        kind = kind_of(str(path), file.read(HEAD))
        file.seek(0)
        if kind == "jsonl":
            yield from read_jsonl(file, str(path), settings=settings, names=names)
            return
    if kind == "warc":
        for item in read_warc(path, name, extractor=extractor, largest=settings.largest_bytes):
            yield _name(item, names)
        return
    data = read_file(path, settings.largest_bytes)
    yield from read_bytes(data, name, path=str(path), extractor=extractor, settings=settings, names=names)


def _name(item: Report | InputError, names: Names) -> Report | InputError:
    return names.tell_apart(item, item.path or item.id) if isinstance(item, Report) else item


def read_bytes(
    data: bytes, name: str, *, path: str | None, extractor: Extractor, settings: Reading, names: Names | None = None
) -> Iterator[Report | InputError]:
    """The reports in the bytes of one file. Raises InputError where the file as a whole cannot be read."""
    culprit, names = path or name, names or Names()
    kind = kind_of(culprit.removesuffix(".gz"), data[:HEAD])
    if kind == "jsonl":
        yield from read_jsonl(io.BytesIO(data), culprit, settings=settings, names=names)
        return
    for item in _parse(data, name, kind=kind, path=path, extractor=extractor):
        yield _name(item, names)


def _parse(
    data: bytes, name: str, *, kind: str, path: str | None, extractor: Extractor
) -> Iterator[Report | InputError]:
    match kind:
        case "html":
            yield read_html(data, name, path=path, extractor=extractor)
        case "text":
            yield read_text(data, name, path=path)
        case "feed":
            yield from read_feed(data, name, path=path)
        case "mail":
            yield read_mail(data, name, path=path)
        case "pdf":
            yield read_pdf(data, name, path=path)
        case "warc" | "gzip":
            raise InputError(path or name, "packed_twice", "is packed more than once; unpack it first")
