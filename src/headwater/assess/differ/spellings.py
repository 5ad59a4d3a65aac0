"""One person whose name is spelt in two ways."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations

from headwater.assess.differ.sides import Dispute, Place, make_dispute
from headwater.assess.independence import Background
from headwater.lexicon import load
from headwater.link.people import Parts, split_name
from headwater.model.reading import Reading
from headwater.model.span import Span
from headwater.model.story import Story

MARKS = re.compile(r"[\"“”()\[\]]")
REACH = 40
"""Characters before a name in which an office may stand."""
SHORTEST = 4
"""Letters from which a part of a name may be another spelling of a part of another."""
SOUNDS = (
    *(("ksh", "x"), ("ph", "f"), ("ks", "x"), ("ck", "k"), ("c", "k"), ("w", "v"), ("y", "i"), ("z", "s")),
    *(("th", "t"), ("dh", "d"), ("kh", "h"), ("j", "i")),
)
"""Letters by which transliterations of one name differ."""


@dataclass(slots=True)
class Spelling:
    """A full name and where it stands."""

    parts: Parts
    places: list[Place] = field(default_factory=list)

    @property
    def offices(self) -> frozenset[str]:
        """The offices of one holder that stand right before the name."""
        return frozenset(office for reading, span in self.places for office in self._find_offices(reading, span))

    def _find_offices(self, reading: Reading, span: Span) -> Iterator[str]:
        before = reading.report.text[max(0, span.start - REACH) : span.end].casefold()
        for office in load("differences")["single"]["words"]:
            if re.search(rf"\b{office}\W+(?:\w+\W+)?{re.escape(self.parts[0])}", before):
                yield office

    @property
    def reports(self) -> frozenset[str]:
        """The reports that spell it so."""
        return frozenset(reading.report.id for reading, _ in self.places)


def find_spellings(background: Background) -> Iterator[Dispute]:
    """Names of which one part differs in a letter or two, told by different reports, once a pair."""
    spellings = list_spellings(background.story)
    for one, other in combinations(spellings, 2):
        is_other = is_other_spelling(one.parts, other.parts) or is_other_first_name(one, other)
        if is_other and not one.reports & other.reports:
            yield make_dispute("name", (one.places, other.places))


def list_spellings(story: Story) -> list[Spelling]:
    """The full names of people; accents, initials and titles do not count."""
    found: dict[Parts, Spelling] = {}
    for reading in story.readings:
        for actor in (actor for actor in reading.actors if actor.label == "PERSON"):
            for span in actor.mentions:
                words = reading.report.quote(span)
                parts = tuple(part for part in split_name(MARKS.sub(" ", words)) if len(part) > 1)
                if len(parts) > 1 and not re.search(r"\d", words):
                    found.setdefault(parts, Spelling(parts)).places.append((reading, span))
    return list(found.values())


def is_other_spelling(one: Parts, other: Parts) -> bool:
    """Whether two names differ in one part only, and that part only by its spelling."""
    if len(one) != len(other):
        return False
    unequal = [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
    return len(unequal) == 1 and is_near(*unequal[0])


def is_other_first_name(one: Spelling, other: Spelling) -> bool:
    """Whether two reports give the one holder of an office two first names that begin alike ("Mayor Jon Lind", "Mayor Josef Lind")."""
    is_one = len(one.parts) == len(other.parts) == 2 and one.parts[1] == other.parts[1]
    return is_one and one.parts[0][:2] == other.parts[0][:2] and bool(one.offices & other.offices)


def is_near(one: str, other: str) -> bool:
    """One letter more, less or other, or the same sounds; not the possessive or the plural."""
    if min(len(one), len(other)) < SHORTEST or one[0] != other[0]:
        return False
    return _sound(one) == _sound(other) or (
        _distance(one, other) == 1 and {one + "s", other + "s"} & {one, other} == set()
    )


def _sound(part: str) -> str:
    for letters, plain in SOUNDS:
        part = part.replace(letters, plain)
    return re.sub(r"(.)\1", r"\1", part)


def _distance(one: str, other: str) -> int:
    """1 where one letter is more, less or other, or two stand in each other's place; else 2."""
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 1:
        return 2
    same = next((n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) < len(long):
        return 1 if short[same:] == long[same + 1 :] else 2
    is_swapped = short[same:][:2] == long[same:][1::-1] and short[same + 2 :] == long[same + 2 :]
    return 1 if short[same + 1 :] == long[same + 1 :] or is_swapped else 2
