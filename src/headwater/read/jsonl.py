"""JSON Lines -> reports: one object a line with ``id`` and ``text`` and, if known, title, byline, published, outlet, url, language."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import IO, Any

from headwater.errors import InputError
from headwater.model.report import Report
from headwater.read.names import Names, RecordError
from headwater.settings import Reading

OPTIONAL = ("title", "byline", "published", "outlet", "url", "language")
DEFAULTS = Reading()


TYPE_NAMES = {list: "a list", str: "a string", int: "a number", float: "a number", bool: "true or false"}


def read_jsonl(
    stream: IO[bytes], culprit: str = "-", *, settings: Reading = DEFAULTS, names: Names | None = None
) -> Iterator[Report | InputError]:
    """The reports of a stream, a line at a time, in order; a line that is none gives the error that stands for it.

    The culprit of an error is the line's id where it has one, else ``culprit:line``. Empty lines are passed over. An id that
    comes again with another text becomes ``id~2``; ``names`` are those of the run that the stream is a part of.
    """
    names = names or Names()
    number = 0
    while line := stream.readline(settings.largest_bytes + 1):
        number += 1
        where = f"{culprit}:{number}"
        if len(line) > settings.largest_bytes:
            _skip_line(stream, line)
            yield InputError(
                where, "too_large", f"the line has more than {settings.largest_bytes:,} bytes; split the report"
            )
        elif line.strip():
            yield _read_line(line, where, culprit=culprit, names=names)


def _skip_line(stream: IO[bytes], line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = stream.readline(1_000_000)


def _read_line(line: bytes, where: str, *, culprit: str, names: Names) -> Report | InputError:
    try:
        fields = _fields(line, where)
        report = _report(fields, where, culprit)
    except InputError as error:
        return error
    return names.tell_apart(report, where)


def _fields(line: bytes, where: str) -> dict[str, Any]:
    try:
        value = json.loads(line.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "surrogatepass"))
    except UnicodeDecodeError as error:
        raise InputError(where, "not_utf8", f"byte {error.start} is no UTF-8; JSON must be UTF-8") from error
    except json.JSONDecodeError as error:
        raise InputError(where, "not_json", tell_break(error)) from error
    except (ValueError, RecursionError) as error:
        raise InputError(
            where, "not_json", "holds a number too long or lists too deep; give id and text alone"
        ) from error
    if not isinstance(value, dict):
        raise InputError(
            where,
            "not_an_object",
            f'is {TYPE_NAMES.get(type(value), "null")}, not an object; give {{"id": …, "text": …}}',
        )
    return value


def tell_break(error: json.JSONDecodeError) -> str:
    """Where a line stops being JSON, and the way out."""
    if error.pos >= len(error.doc.rstrip()):
        return "is no JSON: it breaks off; a report is one whole object on one line"
    return f"is no JSON from its character {error.pos + 1}; a report is one whole object on one line"


def _report(fields: dict[str, Any], where: str, culprit: str) -> Report:
    name = fields.get("id")
    if isinstance(name, int) and not isinstance(name, bool):
        name = str(name)
    if not isinstance(name, str) or not name:
        raise InputError(where, "no_id", 'has no "id" that is a string or a whole number; give each line one')
    text = fields.get("text")
    if not isinstance(text, str):
        raise RecordError(name, "no_text", 'has no "text" that is a string; put the report there', place=where)
    for key in OPTIONAL:
        if not isinstance(fields.get(key), str | None):
            raise RecordError(name, "bad_field", f'"{key}" is no string; give one or leave it out', place=where)
    if not text.strip():
        raise RecordError(name, "empty", '"text" is empty; leave the line out', place=where)
    title, byline, published, outlet, url, language = (fields.get(key) or None for key in OPTIONAL)
    return Report(
        name,
        text,
        path=None if culprit == "-" else culprit,
        title=title,
        byline=byline,
        published=published,
        outlet=outlet,
        url=url,
        language=language,
    )
