"""Bodies of answers -> bytes, no more than allowed: what is counted is what comes out, not what was sent."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

ACCEPTED = "gzip"
"""What is asked for; an answer packed otherwise is refused."""
GZIP_OR_ZLIB = 47
"""zlib's ``wbits``: recognise gzip and zlib by their heads."""


class TooLarge(Exception):
    """More bytes than allowed."""


class Damaged(Exception):
    """Packed otherwise than declared, or not to the end."""


def unpack(parts: Iterable[bytes], packing: str, *, largest: int) -> bytes:
    """All bytes of a body. ``packing`` is its Content-Encoding. Raises TooLarge, Damaged."""
    match packing.strip().lower():
        case "" | "identity":
            return gather(parts, largest)
        case "gzip" | "x-gzip" | "deflate":
            return gather(inflate(parts, largest), largest)
    raise Damaged


def gather(parts: Iterable[bytes], largest: int) -> bytes:
    """The parts together. Raises TooLarge as soon as they are more than ``largest`` bytes."""
    taken = bytearray()
    for part in parts:
        taken += part
        if len(taken) > largest:
            raise TooLarge
    return bytes(taken)


def inflate(parts: Iterable[bytes], largest: int) -> Iterator[bytes]:
    """What packed parts unpack to; no part makes more than ``largest`` bytes and one. Raises TooLarge, Damaged."""
    work = zlib.decompressobj(GZIP_OR_ZLIB)
    for part in parts:
        try:
            yield work.decompress(part, largest + 1)
        except zlib.error as error:
            raise Damaged from error
        if work.unconsumed_tail:
            raise TooLarge
    if not work.eof:
        raise Damaged
