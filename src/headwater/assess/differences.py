"""Findings of kind ``differs``: two sides that cannot both be right, or one utterance in two wordings, each side cited."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from headwater.assess.differ.dated import find_dated
from headwater.assess.differ.days import find_days
from headwater.assess.differ.denials import find_denied
from headwater.assess.differ.moved import find_moved
from headwater.assess.differ.numbers import find_numbers
from headwater.assess.differ.offices import find_offices
from headwater.assess.differ.scheduled import find_scheduled
from headwater.assess.differ.sides import Dispute, Side
from headwater.assess.differ.speakers import find_speakers
from headwater.assess.differ.spellings import find_spellings
from headwater.assess.differ.stances import find_stances
from headwater.assess.differ.tolls import find_tolls
from headwater.assess.differ.wordings import find_reworded
from headwater.assess.independence import Background, weigh_sources
from headwater.assess.wording import make_id, plain
from headwater.model.finding import Finding

KINDS: tuple[Callable[[Background], Iterator[Dispute]], ...] = (
    find_tolls,
    find_numbers,
    find_days,
    find_dated,
    find_moved,
    find_scheduled,
    find_stances,
    find_denied,
    find_spellings,
    find_offices,
    find_speakers,
    find_reworded,
)
"""Every kind of difference, in the order in which they are told."""


def find_differences(background: Background) -> tuple[Finding, ...]:
    """Where reports differ: numbers, dates, denials, names, speakers, wording; each once."""
    told: list[Dispute] = []
    for find in KINDS:
        told += [d for d in find(background) if not _is_misread(d) and not any(_is_part(d, other) for other in told)]
    return tuple(_make(background, dispute) for dispute in told)


def _is_part(dispute: Dispute, other: Dispute) -> bool:
    """Whether both sides of a dispute stand in places that are sides of one told before."""
    if dispute.about != other.about:
        return False
    met = [[n for n, side in enumerate(other.sides) if _meet(mine, side)] for mine in dispute.sides]
    return all(met) and len({n for sides in met for n in sides}) > 1


def _meet(one: Side, other: Side) -> bool:
    """Whether two sides share a place."""
    return any(a.report == b.report and a.span.meets(b.span) for a in one.cites for b in other.cites)


def _is_misread(dispute: Dispute) -> bool:
    """Whether the sides have the same words, as where a copy without its date has another day for "Thursday"."""
    return dispute.about == "date" and len({plain(side.text) for side in dispute.sides}) == 1


def _make(background: Background, dispute: Dispute) -> Finding:
    cites = tuple(dict.fromkeys(cite for side in dispute.sides for cite in side.cites))
    reports = dict.fromkeys(cite.report for cite in cites)
    sources = {report: background.story.report_origins.get(report, ()) for report in reports}
    line = " / ".join(f"{side.figure} “{side.text}”".strip() for side in dispute.sides)
    details = {"about": dispute.about, "sides": [side.detail() for side in dispute.sides]}
    id_ = make_id("differs", dispute.about, dispute.thing, *(side.text for side in dispute.sides))
    return Finding("differs", line, cites, weigh_sources(background, sources).origins, id_, details)
