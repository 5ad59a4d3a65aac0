"""Dates in figures."""

from __future__ import annotations

import re
from datetime import date

ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[tT ](\d\d:\d\d(?::\d\d)?))?")


def is_day(year: int, month: int, day: int) -> bool:
    """Whether the calendar has this day."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def read_iso(text: str) -> str | None:
    """The TIMEX3 value of an ISO date or date and time; None if there is no such day."""
    match = ISO.fullmatch(text)
    if not match or not is_day(*map(int, match.groups()[:3])):
        return None
    return "-".join(match.groups()[:3]) + (f"T{match[4]}" if match[4] else "")


def read_numeric(text: str) -> str | None:
    """The value of ``3/15/2024``, ``15.03.2024`` or ``2024/3/15``; where day and month could be either, only the year."""
    parts = re.split(r"[/.]", text)
    first, second, third = map(int, parts)
    if len(parts[0]) == 4:
        return f"{first:04}-{second:02}-{third:02}" if is_day(first, second, third) else None
    year = third if len(parts[2]) == 4 else None
    if year is None:
        return None
    readings = {(m, d) for d, m in ((first, second), (second, first)) if is_day(year, m, d)}
    if not readings:
        return None
    if len(readings) > 1 and "/" in text:
        return f"{year:04}-XX-XX"
    month, day = (second, first) if (second, first) in readings else min(readings)
    return f"{year:04}-{month:02}-{day:02}"


def read_either(text: str) -> tuple[int, int, int] | None:
    """Year, first and second figure of a date whose day and month could be either; None for others."""
    value = read_numeric(text)
    if not value or not value.endswith("-XX-XX"):
        return None
    first, second, year = map(int, text.split("/"))
    return year, first, second
