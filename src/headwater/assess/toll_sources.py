"""Where the number of a toll comes from in each report that tells it."""

from __future__ import annotations

from collections.abc import Mapping

from headwater.assess.counts import Count
from headwater.assess.independence import Background, Sources, is_credited, outlet_key, settle_sources
from headwater.assess.sources import find_sources
from headwater.assess.toll_groups import Toll
from headwater.link.alignment import function_words
from headwater.link.words import find_keys
from headwater.model.origin import Origin
from headwater.model.reading import Reading

SPEAKER = 2
"""Words that two descriptions of one speaker share ("disaster office")."""


def settle_toll(background: Background, toll: Toll) -> dict[str, tuple[Origin, ...]]:
    """The origins of a toll in each report that tells it; one that only recalls what another told is no origin of it."""
    sources: dict[str, list[Origin]] = {}
    for reading, count in toll.own:
        sources.setdefault(reading.report.id, []).extend(find_sources(background, reading, count.span))
    settled = {report: settle_sources(background, report, found) for report, found in sources.items()}
    speakers = {reading.report.id: _name_speaker(reading, count) for reading, count in toll.own}
    return {report: _lean_on_occasion(background, report, settled, speakers) for report in settled}


def _name_speaker(reading: Reading, count: Count) -> frozenset[str]:
    """The words for who tells a toll, where it stands in a statement."""
    holding = [s for s in reading.statements if any(part.meets(count.span) for part in s.content)]
    words = (
        word for statement in holding for span in statement.speaker for word in find_keys(reading.report.text, (span,))
    )
    return frozenset(words) - function_words()


def _lean_on_occasion(
    background: Background,
    report: str,
    settled: Mapping[str, tuple[Origin, ...]],
    speakers: Mapping[str, frozenset[str]],
) -> tuple[Origin, ...]:
    """What somebody told under a report's credit alone was told on the occasion that another report names for them."""
    if not is_credited(background, report, settled[report]):
        return settled[report]
    others = (other for other in settled if other != report and len(speakers[report] & speakers[other]) >= SPEAKER)
    named = [o for other in others for o in settled[other] if not background.is_credit(other, o)]
    return tuple(named[:1]) or settled[report]


def lean_on_named(background: Background, sources: Sources) -> Sources:
    """A report that quotes another outlet elsewhere had from there, too, what it tells under its credit and the outlet tells.

    Only where that outlet's own report is at hand and has the finding: too few origins rather than too many.
    """
    own = {outlet: report for outlet, report in background.outlets.items() if report in sources}
    leaning: dict[str, tuple[Origin, ...]] = {}
    for report, origins in sources.items():
        if is_credited(background, report, origins):
            quoted = (
                o
                for n in range(len(background.readings[report].statements))
                for o in _list_quoted(background, report, n)
            )
            found = (o for o in quoted if own.get(outlet_key(o.name), report) != report)
            leaning[report] = tuple(found)[:1] or origins
    return {**sources, **leaning}


def _list_quoted(background: Background, report: str, number: int) -> tuple[Origin, ...]:
    """The state agencies that a statement came through."""
    found = background.story.origins.get((report, number), ())
    return tuple(o for o in found if o.kind == "state agency" and not background.is_credit(report, o))
