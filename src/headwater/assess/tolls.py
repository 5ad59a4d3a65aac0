"""Findings of kind ``happened`` that tell a toll: how many were killed, hurt, missing, and in how many reports.

Reports tell one toll in all sorts of words ("killing 19 people", "the number of dead rose to 19"); the number and what
befell the people make it known again. "At least 19" is told with 19, not with 25.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from headwater.assess.counts import Count, find_counts
from headwater.assess.figures import RECALLED, find_figures
from headwater.assess.independence import Background, Sources, is_credited, outlet_key, settle_sources, weigh_sources
from headwater.assess.places import StoryPlaces, gather_places
from headwater.assess.sources import find_sources
from headwater.assess.wording import join_words, make_id, shorten
from headwater.lexicon import load
from headwater.model.finding import Finding
from headwater.model.origin import Origin
from headwater.model.reading import Reading
from headwater.model.span import Cite

TOLLS = RECALLED | {"missing"}
"""What befalls people that dossiers count."""
Counted = tuple[Reading, Count]


def find_tolls(background: Background) -> tuple[Finding, ...]:
    """One finding for every toll that two reports or more have."""
    by_fate: dict[str, list[Counted]] = {}
    for reading in background.story.readings:
        for count in (*find_counts(reading), *find_figures(reading)):
            if count.thing[0] in TOLLS and _counts_people(count):
                by_fate.setdefault(count.thing[0], []).append((reading, count))
    places = StoryPlaces(background.story.readings)
    groups = (
        (fate, same)
        for fate, counted in by_fate.items()
        for told in gather_places(counted, where=lambda pair: places.find(*pair))
        for same in _group_equal(told)
    )
    return tuple(_tell(background, fate, same) for fate, same in groups if len({r.report.id for r, _ in same}) > 1)


def _counts_people(count: Count) -> bool:
    lists = load("sameness_counts")
    return count.thing[1] in (*lists["people"]["words"], *lists["persons"]["words"])


def _group_equal(counted: Iterable[Counted]) -> Iterator[list[Counted]]:
    """Counts of one number; a hedged one goes with the only exact one it allows."""
    exact: dict[float, list[Counted]] = {}
    hedged = []
    for reading, count in counted:
        if count.low == count.high:
            exact.setdefault(count.value, []).append((reading, count))
        else:
            hedged.append((reading, count))
    for reading, count in hedged:
        allowed = [v for v in exact if count.low <= v <= count.high]
        value = count.value if count.value in allowed or not allowed else allowed[0]
        if len(allowed) < 2 or count.value in allowed:
            exact.setdefault(value, []).append((reading, count))
    yield from exact.values()


def _tell(background: Background, fate: str, counted: list[Counted]) -> Finding:
    ordered = sorted(counted, key=lambda pair: pair[1].low != pair[1].high)
    reading, count = next((pair for pair in ordered if _is_in_body(*pair)), ordered[0])
    sources: dict[str, list[Origin]] = {}
    for told, other in ordered:
        sources.setdefault(told.report.id, []).extend(find_sources(background, told, other.span))
    settled = {report: settle_sources(background, report, found) for report, found in sources.items()}
    origins = weigh_sources(background, lean_on_named(background, settled)).origins
    line = shorten(join_words(reading, (count.span,)))
    first = Cite(reading.report.id, count.span)
    cites = dict.fromkeys((first, *(Cite(told.report.id, other.span) for told, other in ordered)))
    details = {"type": None, "stance": "happened", "count": {"fate": fate, "value": count.value}}
    return Finding("happened", line, tuple(cites), origins, make_id("happened", fate, f"{count.value:g}"), details)


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


def _is_in_body(reading: Reading, count: Count) -> bool:
    return any(sentence.role == "body" for sentence in reading.sentences_in(count.span))
