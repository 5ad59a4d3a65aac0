"""Which of day and month comes first in "03/04/2020": by another date of the report, else by the outlet's country."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal
from urllib.parse import urlsplit

from headwater import lexicon
from headwater.model.reading import Reading

Order = Literal["day", "month"]
FIGURES = re.compile(r"(?<![\d/.])(\d{1,2})/(\d{1,2})/(\d{4})(?![\d/])")
MONTHS = 12


@dataclass(frozen=True, slots=True)
class DayOrder:
    """What is written first, and how that is known."""

    first: Order | None = None
    why: str = "day and month could be either"


UNKNOWN = DayOrder()


def find_day_order(reading: Reading) -> DayOrder:
    """The order of the report's own dates where one of them shows it, else that of its outlet's country."""
    if "/" not in reading.report.text:
        return UNKNOWN
    shown = {order for match in FIGURES.finditer(reading.report.text) if (order := order_of(match))}
    if len(shown) == 1:
        return DayOrder(shown.pop(), "day and month in the order of another date of the report")
    published = order_as_published(reading) if not shown else None
    if published:
        return DayOrder(published, "day and month in the order in which it is the report's own date")
    outlet = order_of_outlet(reading) if not shown else None
    return DayOrder(outlet, "day and month as they are written in the outlet's country") if outlet else UNKNOWN


def order_of(match: re.Match[str]) -> Order | None:
    """What comes first in a date that can be read only one way."""
    first, second = int(match[1]), int(match[2])
    if first > MONTHS >= second >= 1:
        return "day"
    return "month" if second > MONTHS >= first >= 1 else None


def order_as_published(reading: Reading) -> Order | None:
    """What comes first, if one reading of a date is the very day of the report."""
    day = (reading.provenance.published.value or "")[:10]
    found: set[Order] = set()
    for first, second, year in FIGURES.findall(reading.report.text):
        if first != second and day == f"{year}-{int(second):02}-{int(first):02}":
            found.add("day")
        if first != second and day == f"{year}-{int(first):02}-{int(second):02}":
            found.add("month")
    return found.pop() if len(found) == 1 else None


def order_of_outlet(reading: Reading) -> Order | None:
    """The order of the outlet's country, by its address or name."""
    host = (urlsplit(reading.report.url).hostname or "") if reading.report.url else ""
    host = host or domains_by_name().get(reading.provenance.outlet.value or "", "")
    orders: tuple[tuple[Order, str], ...] = (("month", "month_first"), ("day", "day_first"))
    for order, key in orders:
        data = lexicon.load("date_order")[key]
        if any(host == domain or host.endswith(f".{domain}") for domain in data["domains"]):
            return order
        if host.rpartition(".")[2] in data["tlds"] and "." in host:
            return order
    return None


@lru_cache(maxsize=1)
def domains_by_name() -> dict[str, str]:
    """Name of a known outlet -> its domain."""
    return {name: domain for domain, name in sorted(lexicon.load("outlets")["domains"].items())}
