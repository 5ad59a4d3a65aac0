"""How many independent origins stand behind one finding.

Two reports are independent for a finding only when their origins differ and neither copies the other. Origins that no
words state never add to stated ones: the same words may have come the same way. docs/independence.md has an example.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from headwater.assess.agencies import find_agency, plain_name
from headwater.assess.introduced import StoryAgencies
from headwater.link.copies import group_copies
from headwater.model.origin import Origin, OriginKind
from headwater.model.reading import Reading
from headwater.model.story import NoteRef, Story

PASSING: frozenset[OriginKind] = frozenset({"own reporting", "wire", "broadcast"})
"""Kinds of origin that may themselves credit another."""
OUTLETS: frozenset[OriginKind] = PASSING | {"interview", "state agency"}
"""Kinds of origin that are named by an outlet."""
Sources = Mapping[str, tuple[Origin, ...]]
"""Report id to the origins of what it says about one finding."""


@dataclass(frozen=True, slots=True)
class Independence:
    """The origins of a finding, each once; those of kind ``unknown`` are reports whose origin is not stated."""

    origins: tuple[Origin, ...]
    circular: tuple[str, ...] = ()
    """Outlets that credit each other in a circle."""

    @property
    def known(self) -> int:
        """The number of independent origins that are known."""
        return sum(origin.kind != "unknown" for origin in self.origins)


@dataclass(frozen=True, slots=True)
class Background:
    """What is looked up for every finding of a story."""

    story: Story
    readings: Mapping[str, Reading]
    families: Mapping[str, str]
    """The copy family of each report."""
    outlets: Mapping[str, str]
    """The plain name of each report's outlet, where known."""
    agencies: StoryAgencies


def lay_out(story: Story) -> Background:
    """Make the look-ups of a story."""
    named = {r.report.id: r.provenance.outlet.value for r in story.readings}
    return Background(
        story,
        {reading.report.id: reading for reading in story.readings},
        group_copies(story),
        {report: _outlet_key(name) for report, name in named.items() if name},
        StoryAgencies(story.readings),
    )


def collect_sources(background: Background, refs: Iterable[NoteRef]) -> dict[str, tuple[Origin, ...]]:
    """The origins of some statements by report; where a report states one, what is only inferred for it is dropped."""
    story, found = background.story, dict[str, list[Origin]]()
    for ref in refs:
        found.setdefault(ref[0], []).extend(story.origins.get(ref) or story.report_origins.get(ref[0], ()))
    return {report: tuple(filter(is_stated, origins)) or tuple(origins) for report, origins in found.items()}


def is_stated(origin: Origin) -> bool:
    """Whether words of a report say that this is where it comes from."""
    return not origin.inferred and origin.kind != "unknown"


def weigh_sources(background: Background, sources: Sources) -> Independence:
    """The independent origins behind reports of one thing, known ones first."""
    shared = _share_in_families(sources, background.families)
    traced, circular = _follow_credits(shared, background.outlets)
    traced = _answer_credits(traced, background.outlets)
    stated = {_merge_key(origin) for origins in traced.values() for origin in origins if is_stated(origin)}
    found: dict[tuple[str, str], Origin] = {}
    for report, origins in traced.items():
        for origin in origins:
            counts = not stated or _merge_key(origin) in stated
            counted = origin if counts else Origin("unknown", background.families[report], inferred=True)
            found[_merge_key(counted)] = _merge(found.get(_merge_key(counted), counted), counted)
    return Independence(tuple(sorted(found.values(), key=lambda origin: origin.kind == "unknown")), circular)


def _merge_key(origin: Origin) -> tuple[str, str]:
    """What makes two origins one: an outlet is one origin, whether it was told, broadcast or wrote it."""
    return ("outlet", _outlet_key(origin.name)) if origin.kind in OUTLETS else origin.key


def _share_in_families(sources: Sources, families: Mapping[str, str]) -> Sources:
    """What one member of a copy family states holds for the members that state nothing."""
    stated: dict[str, tuple[Origin, ...]] = {}
    for report, origins in sources.items():
        if any(map(is_stated, origins)):
            stated.setdefault(families[report], origins)
    return {
        report: origins if any(map(is_stated, origins)) else stated.get(families[report], origins)
        for report, origins in sources.items()
    }


def _follow_credits(sources: Sources, outlets: Mapping[str, str]) -> tuple[Sources, tuple[str, ...]]:
    """Where an origin is the outlet of another report of the finding, that report's own origin stands in its place."""
    by_outlet: dict[str, str] = {}
    for report in sources:
        if report in outlets:
            by_outlet.setdefault(outlets[report], report)
    traced, circles = {}, set[str]()
    for report, origins in sources.items():
        followed = [_follow(origin, report, by_outlet=by_outlet, sources=sources) for origin in origins]
        traced[report] = tuple(origin for origin, _ in followed)
        circles.update(name for _, circle in followed for name in circle)
    return traced, tuple(sorted(circles))


def _follow(
    origin: Origin, report: str, *, by_outlet: Mapping[str, str], sources: Sources
) -> tuple[Origin, tuple[str, ...]]:
    """The origin at the end of the credits, and the names on the way if they lead back to where they began."""
    seen, names = [report], [origin.name]
    while origin.kind in PASSING and (credited := by_outlet.get(_outlet_key(origin.name), seen[-1])) != seen[-1]:
        if credited in seen:
            return Origin("unknown", min(seen), inferred=True), tuple(names)
        further = next(iter(sources[credited]), origin)
        if not is_stated(further):
            break
        seen, names, origin = [*seen, credited], [*names, further.name], further
    return origin, ()


def _answer_credits(sources: Sources, outlets: Mapping[str, str]) -> Sources:
    """A report that states no origin of its own *is* the origin that another report credits, if that is its outlet."""
    credited = {_outlet_key(o.name): o for origins in sources.values() for o in origins if is_stated(o)}
    return {
        report: origins if any(map(is_stated, origins)) or outlets.get(report) not in credited
        else (credited[outlets[report]],)
        for report, origins in sources.items()
    }  # fmt: skip


def _outlet_key(name: str) -> str:
    agency = find_agency(name)
    return plain_name(agency.name if agency else name)


def _merge(one: Origin, other: Origin) -> Origin:
    cites = tuple(dict.fromkeys((*one.cites, *other.cites)))
    first = one if is_stated(one) or not is_stated(other) else other
    return replace(first, cites=cites, inferred=one.inferred and other.inferred)
