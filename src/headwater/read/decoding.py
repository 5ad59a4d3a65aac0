"""Bytes -> text, and the name of the decoding that was used."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from charset_normalizer import from_bytes

SAMPLE = 20_000
_TYPOGRAPHIC = frozenset([0x85, *range(0x91, 0x98), 0xA0])
"""Ellipsis, quotes, bullets, dashes and the fixed blank of cp1252."""
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,30})", re.IGNORECASE)
_XML = re.compile(rb"<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{2,30})", re.IGNORECASE)


class Decoded(NamedTuple):
    """Text and how it was decoded."""

    text: str
    encoding: str


def declared_in(data: bytes) -> str | None:
    """The charset a page declares in its own head, or None."""
    head = data[:4_096]
    match = _XML.search(head) or _META.search(head)
    return match[1].decode("ascii") if match else None


def _attempt(data: bytes, encoding: str, errors: str = "strict") -> Decoded | None:
    try:
        return Decoded(data.decode(encoding, errors), codecs.lookup(encoding).name)
    except (UnicodeDecodeError, LookupError):
        return None


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark shows in Latin text as a zero in every second byte."""
    head = data[: SAMPLE // 2 * 2]
    if len(head) < 8:
        return None
    half = len(head) // 2
    low, high = head[0::2].count(0), head[1::2].count(0)
    if high > 0.7 * half and low < 0.1 * half:
        return "utf-16-le"
    return "utf-16-be" if low > 0.7 * half and high < 0.1 * half else None


def _is_western(data: bytes) -> bool:
    """Beyond ASCII little but curly quotes and dashes as cp1252 has them: English from a Windows machine."""
    head = data[:SAMPLE]
    letters = sum(byte > 0x7F and byte not in _TYPOGRAPHIC for byte in head)
    return letters * 10 < len(head) and _attempt(data, "cp1252") is not None


def decode(data: bytes, *, declared: str | None = None) -> Decoded:
    """The text of some bytes: by byte order mark, strict UTF-8, the declared charset, then by what the bytes look like.

    Surrogates that were written out as UTF-8 survive; where nothing fits, bytes that are no UTF-8 become U+FFFD.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark) and (decoded := _attempt(data[len(mark) :], encoding)):
            return decoded
    wide = _wide(data)
    decoded = (
        (_attempt(data, wide) if wide else None) or _attempt(data, "utf-8") or _attempt(data, "utf-8", "surrogatepass")
    )
    if decoded is None and declared:
        decoded = _attempt(data, declared)
    return decoded or _guess(data)


def _guess(data: bytes) -> Decoded:
    if _is_western(data):
        return Decoded(data.decode("cp1252"), "cp1252")
    best = from_bytes(data[:SAMPLE]).best()
    decoded = _attempt(data, best.encoding) if best else None
    return decoded or Decoded(data.decode("utf-8", "replace"), "utf-8 (damaged)")
