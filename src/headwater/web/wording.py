"""Values of records as people write them."""

from __future__ import annotations


def tell_days(value: str) -> str:
    """``2031-05-04/2031-05-06`` as ``2031-05-04 to 2031-05-06``; other values as they are."""
    first, mark, last = value.partition("/")
    return f"{first} to {last}" if mark and len(first) == len(last) == len("2031-05-04") else value


def tell_moment(moment: str) -> str:
    """``2031-05-04 10:00``, of a time as rows have it."""
    return moment[:16].replace("T", " ")


def tell_plainly(value: object) -> str:
    """A value of JSON on one line: ``story: 12, name: Brenn``. Cites are left out: they are numbers."""
    if isinstance(value, dict):
        return ", ".join(f"{name}: {tell_plainly(part)}" for name, part in value.items() if name != "cites")
    return ", ".join(map(tell_plainly, value)) if isinstance(value, list) else str(value)
