"""When a followed address is asked next: at its pace while it answers, ever later while it fails, never before it wishes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

EVERY = timedelta(minutes=15)
"""Between two looks at a feed that answers."""
LONGEST = timedelta(days=1)
"""The longest pause, whatever failed and whatever is asked for."""


def next_turn(now: datetime, *, failures: int, every: timedelta = EVERY, retry_after: str | None = None) -> datetime:
    """The moment of the next try after ``failures`` in a row: the pause doubles with each, up to LONGEST.

    ``retry_after`` is an HTTP header (RFC 9110, 10.2.3): seconds or a date. It can put the moment off, not bring it near.
    """
    pause = min(every * (1 << min(failures, 20)), LONGEST)
    wish = read_retry_after(retry_after, now)
    return now + max(pause, min(wish, LONGEST))


def read_retry_after(value: str | None, now: datetime) -> timedelta:
    """How long a server asks us to wait; nothing where it does not say, or says it in a way nobody can read."""
    text = (value or "").strip()
    if text.isascii() and text.isdigit():
        return timedelta(seconds=min(int(text[:9]), int(LONGEST.total_seconds())))
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return timedelta()
    return max(moment.replace(tzinfo=moment.tzinfo or UTC) - now, timedelta())
