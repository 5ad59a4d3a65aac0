"""How old people are, in the forms in which reports say it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from headwater.assess.counts import Count
from headwater.link.numbers import combine_numbers
from headwater.model.notes import Mention
from headwater.model.reading import Reading
from headwater.model.sentence import Sentence
from headwater.model.span import Span

YEARS = r"\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
BESIDE = re.compile(
    r",? (?:\((?P<inside>\d\d)\)|(?P<bare>\d\d)(?=[,.;]| (?:and|was|had|died|of)\b)"
    rf"|(?:who )?(?:is|was) (?P<told>\d\d)(?= and|[,.])|aged (?P<aged>{YEARS})\b)|, (?P<child>{YEARS}),"
)
"""An age right after a name."""
BEFORE = re.compile(rf"\b(?P<old>{YEARS})-year-old (?:[a-z]+ ){{0,2}}$")
"""An age right before a name."""
APART = re.compile(
    r"\b(?:died|dies|killed|dead)\b[^.;]{0,60} at (?:the )?age (?:of )?(?P<at>\d\d)\b|\b[Tt]he (?P<old>\d\d)-year-old\b(?! \w)"
    r"|\b(?:[Hh]e|[Ss]he) (?:is|was) (?P<years>\d\d)(?: years old)?(?=[,.;]| and\b)"
)
"""An age that stands for, or beside, somebody named before."""
REACH = 40
"""Characters before a name in which its age may stand."""
BACK = 5
"""Sentences back in which somebody may have been named."""
Names = Mapping[tuple[str, str], str]
"""(report, actor) to the name that person has in the story."""


def find_ages(reading: Reading, names: Names) -> Iterator[Count]:
    """Everybody's age, beside the name or where nobody else can be meant."""
    people = [m for m in reading.mentions if m.label == "PERSON" and (reading.report.id, m.actor or "") in names]
    text = reading.report.text
    for mention in people:
        before = BEFORE.search(text, max(0, mention.span.start - REACH), mention.span.start)
        if match := BESIDE.match(text, mention.span.end) or before:
            start, end = min(mention.span.start, match.start()), max(mention.span.end, match.end())
            yield _make(names[reading.report.id, mention.actor or ""], match, start=start, end=end)
    for sentence in reading.sentences:
        for match in APART.finditer(text, *sentence.span):
            actor = _find_meant(reading, people, sentence=sentence, place=match.start())
            if actor:
                count = _make(names[reading.report.id, actor], match, start=match.start(), end=match.end())
                yield replace(count, is_inferred=True)


def _make(name: str, match: re.Match[str], *, start: int, end: int) -> Count:
    years = combine_numbers([next(filter(None, match.groups()))]) or 0.0
    return Count(("age", name), years, years, years, Span(start, end))


def _find_meant(reading: Reading, people: list[Mention], *, sentence: Sentence, place: int) -> str | None:
    """The only person named before a place in its sentence, or else in the nearest earlier sentence that names any."""
    earlier = [s.span.start for s in reading.sentences if sentence.index - BACK <= s.index <= sentence.index]
    for start in sorted(earlier, reverse=True):
        found = {mention.actor for mention in people if start <= mention.span.start < place}
        if found:
            return found.pop() if len(found) == 1 else None
    return None
