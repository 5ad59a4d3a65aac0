"""When a report was published, where its page says so. Sources are weighed; where they disagree the answer is unknown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple

from headwater.clean.dates import MONTHS, find_dates, parse_date
from headwater.model.block import Block
from headwater.model.reading import Reading
from headwater.model.report import Known
from headwater.model.span import Span

SAME_DAYS = 1
"""Dates this near mean the same day: pages and their addresses stand in different time zones."""
_LABEL = re.compile(
    r"(?P<published>publish|publication|posted|first|issued|created|released|filed)|(?P<updated>updat|modifi|edited|corrected|reviewed)",
    re.I,
)
_ADDRESS_DATE = re.compile(
    r"(?<![\d/])/?(?P<y>(?:19|20)\d\d)(?P<mark>[/_-])(?P<m>[01]?\d|[a-z]{3})(?P=mark)(?P<d>[0-3]?\d)(?!\d)|(?<!\d)(?P<y8>20[0-3]\d)(?P<m8>[01]\d)(?P<d8>[0-3]\d)(?!\d)"
)
Label = Literal["published", "updated", ""]


class Stated(NamedTuple):
    """A date the page shows."""

    value: date
    span: Span
    label: Label


def address_date(url: str | None) -> date | None:
    """The day in a page's address (``/2031/05/04/``, ``/2031/may/04/``, ``-20310504``), or None."""
    found = set()
    for match in _ADDRESS_DATE.finditer((url or "").lower()):
        year, month, day = (match[k] or match[k + "8"] for k in "ymd")
        number = str(1 + MONTHS.index(month)) if month in MONTHS else month
        if number.isdigit() and (value := parse_date(f"{year}-{int(number):02}-{int(day):02}")):
            found.add(value)
    return found.pop() if len(found) == 1 else None


def _label_before(words: str) -> Label:
    """What the words in front of a date call it."""
    labels = [match.lastgroup for match in _LABEL.finditer(words)]
    return "updated" if labels[-1:] == ["updated"] else "published" if labels else ""


def shown_dates(reading: Reading) -> Iterator[Stated]:
    """The dates of the lines beside the article that are bylines or hold little else than a date."""
    text = reading.report.text
    for n, block in enumerate(reading.blocks):
        if block.role not in ("dateline", "byline"):
            continue
        before = _label_line(text, reading.blocks[n - 1] if n else None)
        at = block.span.start
        for dated in find_dates(text, *block.span):
            label = _label_before(text[at : dated.span.start]) or (before if at == block.span.start else "")
            yield Stated(dated.value, dated.span, label)
            at = dated.span.end


def _label_line(text: str, block: Block | None) -> Label:
    """What a short line of its own above a date calls it ("Published")."""
    words = text[slice(*block.span)] if block else ""
    return _label_before(words) if len(words.split()) <= 3 else ""


def _weigh(stated: list[Stated]) -> tuple[Stated, ...]:
    """The dates that count: those called published, else those called nothing."""
    for label in ("published", ""):
        if found := tuple(one for one in stated if one.label == label):
            return found
    return ()


def _near(a: date, b: date) -> bool:
    return abs((a - b).days) <= SAME_DAYS


def find_published(reading: Reading) -> Known:
    """The day of publication with the characters it was read from.

    What came with the report stands; a date shown that contradicts it is named in the rule and kept as evidence. Without
    it, dates shown and the address must agree.
    """
    shown = _weigh(list(shown_dates(reading)))
    spans = tuple(one.span for one in shown)
    if given := parse_date(reading.report.published or ""):
        same = tuple(one.span for one in shown if _near(one.value, given))
        contradicted = bool(shown) and not same
        rule = "metadata_contradicted@1" if contradicted else "metadata@1"
        return Known(given.isoformat(), "stated", spans if contradicted else same, rule)
    values = sorted({one.value for one in shown})
    address = address_date(reading.report.url)
    if len(values) > 1 or (values and address and not _near(values[0], address)):
        return Known(None, "unknown", spans, "dates_disagree@1")
    if values:
        return Known(values[0].isoformat(), "stated", spans, "shown_date@1")
    return Known(address.isoformat(), "stated", (), "address_date@1") if address else Known()
