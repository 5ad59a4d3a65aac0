"""Where what a report says in its own voice comes from: its credits, or those of the text it copies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from headwater.assess.introduced import StoryAgencies, gather_agencies
from headwater.assess.outlets import StoryOutlets, gather_outlets
from headwater.assess.own_people import find_interview, find_scene
from headwater.assess.pages import find_paper, is_claimed, read_dateline
from headwater.link.copies import group_copies
from headwater.model.block import DATELINE
from headwater.model.origin import Origin
from headwater.model.reading import Reading
from headwater.model.report import Known
from headwater.model.span import Cite
from headwater.model.story import Story


def find_report_origins(story: Story) -> dict[str, tuple[Origin, ...]]:
    """The origins of every report as a whole; exactly one of kind ``unknown``, named by its copy family, where none is said."""
    families, agencies, outlets = group_copies(story), gather_agencies(story.readings), gather_outlets(story.readings)
    credited: dict[str, list[Origin]] = {}
    for reading in story.readings:
        credited.setdefault(families[reading.report.id], []).extend(read_credits(reading, agencies=agencies))
    own = {r.report.id: read_own(r, outlets=outlets) for r in story.readings if families[r.report.id] == r.report.id}
    return {
        reading.report.id: share_credits(reading, credited[families[reading.report.id]])
        or (_share_own(own[families[reading.report.id]], reading, family=families[reading.report.id]),)
        for reading in story.readings
    }


def _share_own(own: Origin | None, reading: Reading, *, family: str) -> Origin:
    """What the first of a copy family says of itself, inferred for its copies; unknown where it says nothing."""
    if own is None:
        return Origin("unknown", family, inferred=True)
    return own if family == reading.report.id else replace(own, inferred=True)


def share_credits(reading: Reading, credited: list[Origin]) -> tuple[Origin, ...]:
    """A family's credits as they count for one report: its own, else, inferred, those of the others."""
    found: dict[tuple[str, str], Origin] = {}
    own = {cite.report for origin in credited for cite in origin.cites} & {reading.report.id}
    for origin in credited:
        is_own = any(cite.report == reading.report.id for cite in origin.cites)
        if is_own or not own:
            found.setdefault(origin.key, replace(origin, inferred=not is_own))
    return tuple(found.values())


def read_credits(reading: Reading, *, agencies: StoryAgencies) -> Iterator[Origin]:
    """The agencies and outlets a report credits in its text."""
    outlet, claimed = reading.provenance.outlet, is_claimed(reading)
    for credit in (*reading.provenance.credits, *read_dateline(reading)):
        if credit.value and credit.evidence and not _is_first_name(reading, credit):
            agency = agencies.find(credit.value)
            cites = cite_known(reading, credit)
            if agency:
                yield Origin(agency.kind, agency.name, cites, claimed=claimed)
            elif credit.rule == DATELINE:
                yield Origin("wire", credit.value, cites, claimed=claimed)
            elif credit.value != outlet.value:
                yield Origin("own reporting", credit.value, cites, claimed=claimed)


def _is_first_name(reading: Reading, credit: Known) -> bool:
    """Whether an agency's name is only how an author's name begins ("By SANA Varga")."""
    byline = reading.provenance.byline.value or ""
    return byline.startswith(f"{credit.value} ") and byline[len(credit.value or "") + 1 :][:1].isupper()


def read_own(reading: Reading, *, outlets: StoryOutlets) -> Origin | None:
    """A document, where the report is one; an interview or own reporting where it says that it is or that its people were there."""
    report = reading.report.id
    names = tuple(outlets.names(report).values())
    if paper := find_paper(reading):
        return Origin("document", paper.words, (Cite(report, paper.span),))
    if interview := find_interview(reading, names=names):
        return Origin("interview", outlets.name(report), (Cite(report, interview),))
    if scene := find_scene(reading, names=names):
        return Origin("own reporting", outlets.name(report), (Cite(report, scene),))
    return None


def cite_known(reading: Reading, known: Known) -> tuple[Cite, ...]:
    """The characters a fact was read from."""
    return tuple(Cite(reading.report.id, span) for span in known.evidence)
