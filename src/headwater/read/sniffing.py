"""What a file is, by its first bytes and its ending. What it says it is counts less than what it is."""

from __future__ import annotations

import re
from typing import Literal

from headwater.errors import InputError

Kind = Literal["html", "text", "jsonl", "warc", "feed", "mail", "pdf", "gzip"]
HEAD = 8_192
"""Bytes looked at."""
_MAGIC = (
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\x89PNG", "a PNG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a sound or picture file"),
    (b"PK\x03\x04", "a zip archive or office document"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a zstandard archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound file"),
    (b"SQLite format 3", "a database"),
)
_HTML = re.compile(
    rb"\s*(?:<!--.{0,2000}?-->\s*)*(?:<\?xml[^>]*\?>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)
_MAIL = re.compile(rb"(?:[A-Za-z][\w-]*:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){2,}")
_MAIL_FIELDS = re.compile(rb"^(?:from|subject|date|mime-version|received|to|message-id):", re.IGNORECASE | re.MULTILINE)
_BY_ENDING: dict[str, Kind] = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".shtml": "html",
    ".mhtml": "mail",
    ".mht": "mail",
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".warc": "warc",
    ".rss": "feed",
    ".atom": "feed",
    ".xml": "feed",
    ".eml": "mail",
    ".pdf": "pdf",
}
_NAMES: dict[Kind, str] = {
    "text": "plain text",
    "jsonl": "JSON",
    "warc": "a web archive",
    "feed": "a feed",
    "mail": "a mail message",
    "pdf": "a PDF",
}
ENDINGS = frozenset({*_BY_ENDING, ".gz", ".json"})
"""Files of a folder that are looked at; others are passed over."""


def kind_of(name: str, head: bytes) -> Kind:
    """What a file is by its name and first bytes.

    Raises InputError: ``empty``, ``binary``, ``not_html`` (named a page and none), ``unknown_kind``.
    """
    ending = _ending(name)
    if not head.strip():
        raise InputError(name, "empty", "holds no text; leave it out or fetch it again")
    found = _by_content(name, head, ending)
    if found in _NAMES and ending in (".html", ".htm", ".xhtml", ".shtml"):
        raise InputError(name, "not_html", f"is named a page, but is {_NAMES[found]}; name it by what it is")
    return found or _by_name(name, ending, head)


def _ending(name: str) -> str:
    dot = name.rfind(".")
    return name[dot:].lower() if dot > max(name.rfind("/"), name.rfind("\\")) else ""


def _refuse(name: str, ending: str, what: str) -> InputError:
    code = "not_html" if ending in (".html", ".htm", ".xhtml", ".shtml") else "binary"
    return InputError(name, code, f"is {what}, not a report; give the page or its text")


def _by_content(name: str, head: bytes, ending: str) -> Kind | None:
    for magic, what in _MAGIC:
        if head.startswith(magic):
            raise _refuse(name, ending, what)
    if head.startswith(b"\x1f\x8b"):
        return "warc" if name.lower().endswith(".warc.gz") else "gzip"
    if head.startswith(b"%PDF-"):
        return "pdf"
    if head.startswith(b"WARC/"):
        return "warc"
    if _HTML.match(head):
        return "html"
    if ending != ".txt" and head.lstrip().startswith(b"<") and _FEED.search(head):
        return "feed"
    if head.lstrip()[:1] in (b"{", b"[") and ending not in (".txt", ".text", ".md"):
        return "jsonl"
    return None


def _by_name(name: str, ending: str, head: bytes) -> Kind:
    if _looks_binary(head):
        raise _refuse(name, ending, "no text (control characters)")
    if ending == ".json":
        return "jsonl"
    if ending in ("", ".eml") and _MAIL.match(head) and len(_MAIL_FIELDS.findall(head)) >= 2:
        return "mail"
    if ending in _BY_ENDING:
        return _BY_ENDING[ending]
    if ending == "" or name == "-":
        return "text"
    raise InputError(name, "unknown_kind", f"ends in {ending}; known: {', '.join(sorted(ENDINGS))}")


def _looks_binary(head: bytes) -> bool:
    """Many control characters that no text has. Zeros are let through: UTF-16 is full of them."""
    if head.count(0) > 0.25 * len(head):
        return False
    control = sum(byte < 9 or 13 < byte < 32 for byte in head if byte != 27)
    return control > 0.05 * len(head)
