"""Sentences of other reports that tell of the same commitment in words no rule takes for one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from headwater.assess.passages import Passage
from headwater.lexicon import load
from headwater.model.reading import Reading
from headwater.model.span import Span


@dataclass(frozen=True, slots=True)
class Retelling:
    """A sentence that tells of a commitment."""

    report: str
    span: Span
    place: Span
    """The words that name the day or the deadline: what says them is what is told."""


def find_retellings(
    passages: Iterable[Passage], readings: Mapping[str, Reading], *, dues: Mapping[int, str]
) -> dict[int, tuple[Retelling, ...]]:
    """For each group the best sentence of every report that has no pledge of it; ``dues`` are the days of the groups."""
    best: dict[tuple[int, str], Passage] = {}
    for passage in passages:
        key = passage.group, passage.report
        if (
            passage.is_named
            and not passage.is_own
            and looks_ahead(readings[passage.report], passage, due=dues[passage.group])
        ):
            known = best.get(key)
            best[key] = passage if known is None or passage.score > known.score else known
    found: dict[int, tuple[Retelling, ...]] = {}
    for (group, report), passage in sorted(best.items(), key=lambda item: item[0]):
        found[group] = (*found.get(group, ()), Retelling(report, passage.sentence.span, passage.place))
    return found


def looks_ahead(reading: Reading, passage: Passage, *, due: str) -> bool:
    """Whether a sentence tells of what is due, or was, and not only of what happened on that day."""
    published = reading.provenance.published.value
    if not published or published[-10:] < due:
        return True
    return bool(_plan().search(reading.report.quote(passage.sentence.span)))


@cache
def _plan() -> re.Pattern[str]:
    """Words by which a report that came later still speaks of the plan."""
    return re.compile(rf"\b(?:{'|'.join(load('commitments_outcomes')['plan']['words'])})", re.I)
