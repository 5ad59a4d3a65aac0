"""What a page shows of where it comes from, apart from its credits: a document, an agency in its dateline, signs of a fake."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from headwater.assess.mastheads import MONTH
from headwater.assess.own_people import any_of
from headwater.assess.venues import find_occasion
from headwater.lexicon import load
from headwater.model.block import DATELINE as OPENING
from headwater.model.reading import Reading
from headwater.model.report import Known
from headwater.model.span import Span

RUMOURS = 2
"""Signs that no agency or paper would print from which a credit is only claimed."""
DATELINE = re.compile(
    r"^[^\n“\"]{3,80}?(?:\((?P<name>[A-Z][\w&.-]*(?: [A-Z][\w&.-]*){0,3})\)|, (?P<bare>[A-Z]{2,6}))\s?"
    r"(?P<stop>[.:]?\s?[-–—]{1,2}\s|[.:]\s|\s(?=[A-Z]))",
    re.M,
)
"""Place, day and, in brackets, the agency, before a dash; the place need not be in capitals."""


@dataclass(frozen=True, slots=True)
class Paper:
    """The words that tell that a text is itself the document."""

    words: str
    """The sort of document."""
    span: Span


def read_dateline(reading: Reading) -> tuple[Known, ...]:
    """The agency of a dateline that the cleaning did not credit; nothing where it credited anybody.

    Without a dash the line must have a day, and an agency's name without brackets a dash.
    """
    for match in () if reading.provenance.credits else DATELINE.finditer(reading.report.text):
        name, has_dash = match["name"] or match["bare"], bool(set("-–—") & set(match["stop"]))
        if has_dash or (match["name"] and _dated().search(match.group())):
            place = match.span("name" if match["name"] else "bare")
            return (Known(name, "stated", (Span(*place),), OPENING),)
    return ()


@cache
def _dated() -> re.Pattern[str]:
    return re.compile(rf"\b{MONTH.pattern}(?!\w)\D{{0,3}}\d|\d\s{MONTH.pattern}", re.I)


def find_paper(reading: Reading) -> Paper | None:
    """The title of a text that is a statement or notice, if its body speaks as the one who issued it."""
    text = reading.report.text
    head = "\n".join(text.strip().splitlines()[:3])
    match = re.search(rf"\b(?:{any_of('papers')})\b", head, re.I)
    if match is None or not re.search(rf"\b(?:{any_of('first_person')})\b", text, re.I):
        return None
    start = text.find(match.group())
    span = Span(start, start + len(match.group()))
    occasion = find_occasion(text, span)
    return Paper(occasion.name if occasion else "document", span)


def is_claimed(reading: Reading) -> bool:
    """Whether a page has signs that no agency and no paper would print, beside whatever it credits."""
    text = reading.report.text.casefold()
    return (
        sum(
            sign in text and bool(re.search(rf"(?<!\w){re.escape(sign)}(?!\w)", text))
            for sign in load("outlets_own")["rumour"]["words"]
        )
        >= RUMOURS
    )
