"""One person under two offices of which nobody holds both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from headwater.assess.differ.sides import Dispute, Place, make_dispute
from headwater.assess.independence import Background
from headwater.assess.phrases import any_of
from headwater.lexicon import load
from headwater.model.reading import Reading
from headwater.model.span import Span

REACH = 70
"""Characters before or after a name in which its office may stand."""


def find_offices(background: Background) -> Iterator[Dispute]:
    """People whom two reports give two such offices; where a report gives both, or one is a former one, there is none."""
    for person in background.story.people:
        if person.label == "PERSON":
            found: dict[int, list[Place]] = {}
            several = set[int]()
            for report, actor in person.actors:
                told = dict(_read_offices(background.readings[report], actor))
                several |= set(told) if len(told) > 1 else set()
                for office, place in told.items():
                    found.setdefault(office, []).append(place)
            if len(found) == 2 and not several and not _share_reports(found):
                yield make_dispute("name", found.values())


def _share_reports(found: dict[int, list[Place]]) -> bool:
    one, other = ({reading.report.id for reading, _ in places} for places in found.values())
    return bool(one & other)


def _read_offices(reading: Reading, actor: str) -> Iterator[tuple[int, Place]]:
    """The offices right beside somebody's full name in a report, each with its first place."""
    text = reading.report.text
    seen = set[int]()
    for span in next((a.mentions for a in reading.actors if a.id == actor), ()):
        if len(reading.report.quote(span).split()) < 2:
            continue
        for match in (_before().search(text, max(0, span.start - REACH), span.start), _after().match(text, span.end)):
            office = _offices().get(match["office"].casefold()) if match else None
            if match and office is not None and office not in seen:
                seen.add(office)
                yield (
                    office,
                    (reading, Span(min(span.start, match.start("office")), max(span.end, match.end("office")))),
                )


@cache
def _offices() -> dict[str, int]:
    return {word: number for number, entry in enumerate(load("differences")["office"]) for word in entry["words"]}


@cache
def _before() -> re.Pattern[str]:
    """An office that ends at a name: "the yard's finance director, ", "a spokesman for the yard, "."""
    return re.compile(
        rf"(?<!former )(?<!ex-)\b(?P<office>{any_of(_offices())})(?: (?:of|for|at) (?:the )?[\w' -]{{2,40}})?,? $", re.I
    )


@cache
def _after() -> re.Pattern[str]:
    """An office that begins right after a name: ", the chief executive", ", superintendent of the theatre"."""
    return re.compile(rf", (?:the |a |its )?(?:[\w-]+(?: \w+)?['’]s )?(?P<office>{any_of(_offices())})\b", re.I)
