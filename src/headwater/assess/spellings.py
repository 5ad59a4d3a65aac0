"""One person whose name is spelt in two ways."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from headwater.link.people import Parts, is_variant, split_name
from headwater.model.reading import Reading
from headwater.model.span import Span
from headwater.model.story import Story

Spelling = list[tuple[Reading, Span]]


def find_spellings(story: Story) -> Iterator[tuple[Spelling, Spelling]]:
    """The places of two surnames that differ in a letter, for people of the same first names.

    Accents, initials and titles are no difference.
    """
    readings = {reading.report.id: reading for reading in story.readings}
    for person in story.people:
        if person.label != "PERSON":
            continue
        places: dict[Parts, Spelling] = {}
        for report, actor in person.actors:
            reading = readings[report]
            for span in next(a.mentions for a in reading.actors if a.id == actor):
                parts = split_name(reading.report.quote(span))
                if len(parts) > 1:
                    places.setdefault((parts[0], parts[-1]), []).append((reading, span))
        for one, other in combinations(places, 2):
            if one[0] == other[0] and len(one[0]) > 1 and is_variant(one, other):
                yield places[one], places[other]
