"""Text that any database can hold, and times that sort as text."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
"""NUL, which PostgreSQL refuses, and halves of surrogate pairs, which UTF-8 cannot say."""
STAND_IN = "�"
FORM = "%Y-%m-%dT%H:%M:%S.%fZ"


def make_storable(text: str) -> str:
    """The text with U+FFFD for each character no database takes; as long as before, so offsets stay true."""
    return UNSTORABLE.sub(STAND_IN, text)


def keep_exact(text: str) -> bytes | None:
    """The text as bytes where :func:`make_storable` would alter it, else None."""
    return text.encode("utf-8", "surrogatepass") if UNSTORABLE.search(text) else None


def restore(text: str, exact: bytes | None) -> str:
    """The text as received."""
    return text if exact is None else exact.decode("utf-8", "surrogatepass")


def optional(text: str | None) -> str | None:
    """:func:`make_storable` for what may be missing."""
    return None if text is None else make_storable(text)


def write_time(moment: datetime) -> str:
    """A moment as the store keeps it; one without a zone counts as UTC."""
    zoned = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return zoned.astimezone(UTC).strftime(FORM)


def write_time_after(moment: datetime, last: str) -> str:
    """A moment as the store keeps it, but later than ``last``, whatever the clock says."""
    written = write_time(moment)
    return written if written > last else write_time(datetime.strptime(last, FORM) + timedelta(microseconds=1))
