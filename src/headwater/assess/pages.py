"""What a page shows of where it comes from, apart from its credits: a document, reporters at the scene, signs of a fake."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from headwater.assess.venues import find_occasion
from headwater.lexicon import load
from headwater.model.reading import Reading
from headwater.model.report import Known
from headwater.model.span import Span

RUMOURS = 2
"""Signs that no agency or paper would print from which a credit is only claimed."""
DATELINE = re.compile(r"^[^\n(“\"]{3,60}\((?P<name>[A-Z][\w&.-]*(?: [A-Z][\w&.-]*){0,3})\)\s?\.?\s?[-–—]{1,2}\s", re.M)
"""Place, day and, in brackets, the agency, before a dash; the place need not be in capitals."""


@dataclass(frozen=True, slots=True)
class Paper:
    """The words that tell that a text is itself the document."""

    words: str
    """The sort of document."""
    span: Span


@cache
def _any(entry: str) -> str:
    return "|".join(map(re.escape, sorted(load("outlets_own")[entry]["words"], key=len, reverse=True)))


def read_dateline(reading: Reading) -> tuple[Known, ...]:
    """The agency of a dateline that the cleaning did not credit; nothing where it credited anybody."""
    match = None if reading.provenance.credits else DATELINE.search(reading.report.text)
    return (Known(match["name"], "stated", (Span(*match.span("name")),), "dateline@1"),) if match else ()


def find_paper(reading: Reading) -> Paper | None:
    """The title of a text that is a statement or notice, if its body speaks as the one who issued it."""
    text = reading.report.text
    head = "\n".join(text.strip().splitlines()[:3])
    match = re.search(rf"\b(?:{_any('papers')})\b", head, re.I)
    if match is None or not re.search(rf"\b(?:{_any('first_person')})\b", text, re.I):
        return None
    start = text.find(match.group())
    span = Span(start, start + len(match.group()))
    occasion = find_occasion(text, span)
    return Paper(occasion.name if occasion else "document", span)


def find_scene(reading: Reading, *, names: tuple[str, ...]) -> Span | None:
    """The words that say that the outlet's people were at the scene; none where only a name signs."""
    text = reading.report.text
    byline = _read_placed_byline(reading)
    if byline:
        return byline
    match = _scene(names).search(text)
    return Span(*match.span()) if match else None


@cache
def _scene(names: tuple[str, ...]) -> re.Pattern[str]:
    """ "A reporter of this magazine", "Our correspondent in Tarn saw", "Courier crews at the scene"."""
    people, seeing, own = _any("people"), _any("seeing"), _any("self")
    short = {part for name in names for part in (name, name.split()[-1])}
    outlet = "|".join(map(re.escape, sorted(short, key=lambda name: (-len(name), name)))) or r"(?!)"
    whose = rf"(?:our(?: own)?|this) (?:{people})|(?:an? |the |our )?(?:{outlet}) (?:{people})"
    return re.compile(
        rf"\b(?i:a|the|our) (?:{people})(?: and an? (?:{people}))? of (?:{own}|(?:the )?(?:{outlet}))\b"
        rf"|\b(?i:{whose})(?: (?:in|at|from|on) [^.,\n]{{2,40}}?)?,? (?:who )?(?:{seeing})\b"
    )


def _read_placed_byline(reading: Reading) -> Span | None:
    """A byline that says from where its author writes ("By Ana Velho, in Tarn"); the place must be one the text names."""
    text, byline = reading.report.text, reading.provenance.byline
    for match in re.finditer(r"^(?:By|BY) [^\n,]{3,60}, (?P<at>(?:at|in) )?(?P<place>[^\n]{3,60})$", text[:600], re.M):
        place = match["place"].strip()
        named = re.findall(r"[A-Z][\w’'-]+", place)
        is_place = (
            bool(named)
            and all(text.count(word) > 1 for word in named)
            and not re.search(rf"\b(?i:{_staff()})\b", place)
        )
        if is_place and byline.value:
            return Span(*match.span())
    return None


@cache
def _staff() -> str:
    return _any("staff")


def is_claimed(reading: Reading) -> bool:
    """Whether a page has signs that no agency and no paper would print, beside whatever it credits."""
    text = reading.report.text.casefold()
    return (
        sum(
            bool(re.search(rf"(?<!\w){re.escape(sign)}(?!\w)", text)) for sign in load("outlets_own")["rumour"]["words"]
        )
        >= RUMOURS
    )
