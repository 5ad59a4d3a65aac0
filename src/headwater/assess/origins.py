"""Where each statement entered the news.

In this order: a relay ("KCNA said"), the occasion ("told reporters", "in a statement"); else, *inferred*, the occasion of
the same speaker's neighbouring statement, or what is known of the report as a whole: no words tie this statement to it.
"""

from __future__ import annotations

from dataclasses import replace

from headwater.assess.described import read_described
from headwater.assess.introduced import StoryAgencies
from headwater.assess.relays import read_relays
from headwater.assess.report_origins import find_report_origins
from headwater.assess.venues import read_venue
from headwater.link.speakers import Speaker, find_speakers
from headwater.model.notes import Statement
from headwater.model.origin import Origin, OriginKind
from headwater.model.reading import Reading
from headwater.model.story import NoteRef, Story

OCCASIONS: frozenset[OriginKind] = frozenset({"interview", "press conference", "broadcast"})
"""Kinds that are an occasion at which somebody speaks on."""


def find_origins(story: Story) -> dict[NoteRef, tuple[Origin, ...]]:
    """The origins of every statement of a story."""
    of_reports = story.report_origins or find_report_origins(story)
    speakers, found = find_speakers(story), dict[NoteRef, tuple[Origin, ...]]()
    agencies = StoryAgencies(story.readings)
    for reading in story.readings:
        report = reading.report.id
        told = [speakers[report, n] for n in range(len(reading.statements))]
        pairs = zip(reading.statements, told, strict=True)
        stated = [find_origin(reading, s, speaker=by, agencies=agencies) for s, by in pairs]
        for n in range(len(told)):
            inferred = _find_beside(n, told, stated=stated) or of_reports[report]
            found[report, n] = stated[n] or tuple(replace(origin, inferred=True) for origin in inferred)
    return found


def find_origin(
    reading: Reading, statement: Statement, *, speaker: Speaker, agencies: StoryAgencies
) -> tuple[Origin, ...]:
    """The origin a statement's own words state; nothing where they state none."""
    name = speaker.person.name if speaker.person else speaker.words
    passed_on = read_relays(reading, statement, agencies=agencies) or read_described(
        reading, statement, agencies=agencies
    )
    found = passed_on or read_venue(reading, statement, speaker=name)
    return (found,) if found else ()


def _find_beside(number: int, told: list[Speaker], *, stated: list[tuple[Origin, ...]]) -> tuple[Origin, ...]:
    """The occasion of the same speaker's statement just before or after: who told AFP one thing told it the next."""
    for beside in (number - 1, number + 1):
        if 0 <= beside < len(told) and told[beside].person and told[beside].person == told[number].person:
            occasions = tuple(origin for origin in stated[beside] if origin.kind in OCCASIONS)
            if occasions:
                return occasions
    return ()
