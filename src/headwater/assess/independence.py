"""How many independent origins stand behind one finding.

Two reports are independent for a finding only when their origins differ and neither copies the other. Origins that no
words state never add to stated ones: the same words may have come the same way. docs/independence.md has an example.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from headwater.assess.agencies import find_agency
from headwater.assess.introduced import StoryAgencies, gather_agencies
from headwater.assess.mastheads import drop_endings, squash
from headwater.assess.outlets import gather_outlets
from headwater.link.copies import group_copies
from headwater.link.once import once
from headwater.model.origin import Origin, OriginKind
from headwater.model.reading import Reading
from headwater.model.story import NoteRef, Story

OUTLETS: frozenset[OriginKind] = frozenset({"own reporting", "wire", "broadcast", "interview", "state agency"})
"""Kinds of origin that are named by an outlet, which may itself credit another."""
OCCASIONS: tuple[OriginKind, ...] = ("interview", "press conference", "broadcast")
"""Kinds that are an occasion at which somebody speaks on: they hold for what stands before them, too."""
GENERIC = ("broadcast", "interview")
"""Names of occasions without an outlet's name: any outlet's may be meant."""
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
    """The report that is an outlet's own, by the outlet's plain name."""
    agencies: StoryAgencies
    own_names: Mapping[str, str]
    """What each report's own outlet is called."""

    def is_own(self, report: str, origin: Origin) -> bool:
        """Whether an origin of a report as a whole is no credit: what it says of its own people, or that it is the document."""
        is_document = origin.kind == "document"
        return is_document or (origin.kind != "unknown" and origin.name == self.own_names.get(report))

    def is_credit(self, report: str, origin: Origin) -> bool:
        """Whether an origin only stands for the report as a whole: no words of the statement itself name it."""
        of_report = self.story.report_origins.get(report, ())
        return origin.kind == "unknown" or any((o.key, o.cites) == (origin.key, origin.cites) for o in of_report)


@once
def lay_out(story: Story) -> Background:
    """Make the look-ups of a story."""
    outlets = gather_outlets(story.readings)
    return Background(
        story,
        {reading.report.id: reading for reading in story.readings},
        group_copies(story),
        dict(_list_outlets(story)),
        gather_agencies(story.readings),
        {reading.report.id: outlets.name(reading.report.id) for reading in story.readings},
    )


def _list_outlets(story: Story) -> Iterator[tuple[str, str]]:
    """Each outlet's name with its own report; of those that carry an agency's text the one that is no copy, later ones first."""
    names, families = gather_outlets(story.readings), group_copies(story)
    ordered = sorted(story.readings, key=lambda r: families[r.report.id] == r.report.id)
    for reading in ordered:
        for origin in story.report_origins.get(reading.report.id, ()):
            if origin.kind in OUTLETS and not origin.claimed:
                yield outlet_key(origin.name), reading.report.id
    for reading in ordered:
        yield from ((outlet_key(name), reading.report.id) for name in names.names(reading.report.id).values())


def collect_sources(
    background: Background, refs: Iterable[NoteRef], *, beside: Iterable[str] = ()
) -> dict[str, tuple[Origin, ...]]:
    """The origins of statements that report one utterance, by report.

    One utterance was made in one place: where a report names the occasion, one that gives the words under its credit alone
    had them from there, too. ``beside`` are reports that give the words and make no statement of them.
    """
    story, found = background.story, dict[str, list[Origin]]()
    listed = tuple(refs)
    is_told_elsewhere = len({report for report, _ in listed}) > 1
    for ref in listed:
        origins = story.origins.get(ref) or story.report_origins.get(ref[0], ())
        is_left = is_told_elsewhere and is_recalled(background, ref) and is_own(background, ref[0], origins)
        found.setdefault(ref[0], []).extend((Origin("unknown", ref[0], inferred=True),) if is_left else origins)
    for report in beside:
        found.setdefault(report, [*story.report_origins.get(report, ())])
    settled = {report: settle_sources(background, report, origins) for report, origins in found.items()}
    own = {report for report, origins in settled.items() if is_own(background, report, origins)}
    occasions = (*OCCASIONS, "document")
    named = [o for report, origins in settled.items() for o in origins
             if (o.kind in occasions if report in own else not background.is_credit(report, o))]  # fmt: skip
    return {
        report: tuple(named[:1])
        if named and report not in own and is_credited(background, report, origins)
        else origins
        for report, origins in settled.items()
    }


def is_credited(background: Background, report: str, origins: Iterable[Origin]) -> bool:
    """Whether all that is known of a report's origin is its credit."""
    return all(origin.kind != "unknown" and background.is_credit(report, origin) for origin in origins)


def is_recalled(background: Background, ref: NoteRef) -> bool:
    """Whether a report tells what somebody "has said" before: its own people need not have heard it."""
    reading = background.readings[ref[0]]
    cues = (reading.report.quote(cue).split()[0].casefold() for cue in reading.statements[ref[1]].cue)
    return any(word in ("has", "had", "have") for word in cues)


def is_own(background: Background, report: str, origins: Iterable[Origin]) -> bool:
    """Whether a report had it itself: its own people were there or asked, or it is the document."""
    of_report = {o.key for o in background.story.report_origins.get(report, ()) if background.is_own(report, o)}
    return any(origin.key in of_report for origin in origins)


def settle_sources(background: Background, report: str, origins: Iterable[Origin]) -> tuple[Origin, ...]:
    """What a report's own words say of a finding; its credit only where they say nothing."""
    listed = tuple(origins)
    named = tuple(origin for origin in listed if not background.is_credit(report, origin))
    is_hidden = bool(listed) and all(origin.kind == "unknown" for origin in listed)
    of_report = () if is_hidden else background.story.report_origins.get(report, ())
    return named or of_report or (Origin("unknown", background.families[report], inferred=True),)


def is_stated(origin: Origin) -> bool:
    """Whether words of a report say that this is where it comes from."""
    return not origin.inferred and origin.kind != "unknown"


def weigh_sources(background: Background, sources: Sources) -> Independence:
    """The independent origins behind reports of one thing, known ones first."""
    settled = {report: settle_sources(background, report, origins) for report, origins in sources.items()}
    shared = _share_in_families(background, settled)
    traced, circular = _follow_credits(background, shared)
    traced = _answer_credits(traced, background.outlets)
    found: dict[tuple[str, str], Origin] = {}
    for origin in _choose_credits(background, traced):
        key = _merge_key(origin, found)
        found[key] = _merge(found.get(key, origin), origin)
    return Independence(tuple(sorted(found.values(), key=lambda origin: origin.kind == "unknown")), circular)


def _choose_credits(background: Background, sources: Sources) -> Iterator[Origin]:
    """The origins of all reports, named outlets before nameless occasions; of several credits the one others have, too."""
    listed: list[tuple[Origin, ...]] = [origins for origins in sources.values() if len(origins) == 1]
    known = {origin.key for origins in listed for origin in origins}
    for report, origins in sources.items():
        if len(origins) > 1 and is_credited(background, report, origins):
            listed.append(tuple(sorted(origins, key=lambda origin: origin.key not in known))[:1])
        elif len(origins) > 1:
            listed.append(origins)
    every = [origin for origins in listed for origin in origins]
    yield from sorted(every, key=lambda origin: (origin.name.startswith(GENERIC), origin.claimed))


def _merge_key(origin: Origin, found: Mapping[tuple[str, str], Origin]) -> tuple[str, str]:
    """What makes two origins one.

    An outlet is one origin, whether it was told, broadcast or wrote it. All remarks to the press about one thing are taken
    as one, and so are documents of one sort: too few origins rather than too many.
    """
    spoken = [key for key in found if key[0] in ("outlet", "press conference")]
    if origin.kind in GENERIC and origin.name.startswith(GENERIC) and spoken:
        return spoken[0]
    if origin.kind in OUTLETS:
        return "outlet", outlet_key(origin.name)
    if origin.kind == "press conference":
        return origin.kind, ""
    return origin.kind, origin.name if origin.kind == "unknown" else origin.name.partition(" (")[0]


def _share_in_families(background: Background, sources: Sources) -> Sources:
    """What the words of one member of a copy family say holds for the members whose words say nothing."""
    named: dict[str, tuple[Origin, ...]] = {}
    for report, origins in sources.items():
        if not all(background.is_credit(report, origin) for origin in origins):
            named.setdefault(background.families[report], origins)
    return {
        report: named.get(background.families[report], origins)
        if all(background.is_credit(report, origin) for origin in origins)
        else origins
        for report, origins in sources.items()
    }


def _follow_credits(background: Background, sources: Sources) -> tuple[Sources, tuple[str, ...]]:
    """Where an origin is the outlet of another report of the finding, that report's own origin stands in its place."""
    own = {outlet: report for outlet, report in background.outlets.items() if report in sources}
    traced, circles = {}, set[str]()
    for report, origins in sources.items():
        followed = [_follow(origin, report, own=own, sources=sources) for origin in origins]
        traced[report] = tuple(origin for origin, _ in followed)
        circles.update(name for _, circle in followed for name in circle)
    return traced, tuple(sorted(circles))


def _follow(origin: Origin, report: str, *, own: Mapping[str, str], sources: Sources) -> tuple[Origin, tuple[str, ...]]:
    """The origin at the end of the credits, and the names on the way if they lead back to where they began.

    A state agency stands for what it relays.
    """
    seen, names = [report], [origin.name]
    while origin.kind in OUTLETS and (credited := own.get(outlet_key(origin.name), seen[-1])) != seen[-1]:
        further = next(iter(sources[credited]), origin)
        if credited in seen:
            return Origin("unknown", seen[0], inferred=True), tuple(names)
        is_same = outlet_key(further.name) == outlet_key(origin.name)
        if further.kind == "unknown" or origin.kind == "state agency" or is_same:
            break
        seen, names, origin = [*seen, credited], [*names, further.name], further
    return origin, ()


def _answer_credits(sources: Sources, outlets: Mapping[str, str]) -> Sources:
    """A report that states no origin, or is a state agency's own, *is* the origin that another report credits as such."""
    credited = {outlet_key(o.name): o for origins in sources.values() for o in origins if o.kind in OUTLETS}
    own: dict[str, Origin] = {}
    for outlet, report in outlets.items():
        if outlet in credited:
            own.setdefault(report, credited[outlet])
    return {
        report: (own[report],)
        if report in own and (own[report].kind == "state agency" or all(o.kind == "unknown" for o in origins))
        else origins
        for report, origins in sources.items()
    }


def outlet_key(name: str) -> str:
    """What makes two outlets' names one."""
    agency = find_agency(name)
    is_host = "." in name.strip(".") and " " not in name
    return squash(agency.name if agency else name.split(".")[0] if is_host else drop_endings(name))


def _merge(one: Origin, other: Origin) -> Origin:
    cites = tuple(dict.fromkeys((*one.cites, *other.cites)))
    first = one if is_stated(one) or not is_stated(other) else other
    if {one.kind, other.kind} == {"interview", "own reporting"}:
        first = replace(first, kind="interview")
    return replace(first, cites=cites, inferred=one.inferred and other.inferred, claimed=one.claimed and other.claimed)
