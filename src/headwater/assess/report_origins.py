"""Where what a report says in its own voice comes from: its credits, or those of the text it copies."""

from __future__ import annotations

from collections.abc import Iterator

from headwater.assess.introduced import StoryAgencies
from headwater.link.copies import group_copies
from headwater.model.origin import Origin
from headwater.model.reading import Reading
from headwater.model.report import Known
from headwater.model.span import Cite
from headwater.model.story import Story


def find_report_origins(story: Story) -> dict[str, tuple[Origin, ...]]:
    """The origins of every report as a whole; exactly one of kind ``unknown``, named by its copy family, where none is said."""
    families, agencies = group_copies(story), StoryAgencies(story.readings)
    credited: dict[str, list[Origin]] = {}
    for reading in story.readings:
        credited.setdefault(families[reading.report.id], []).extend(read_credits(reading, agencies=agencies))
    return {
        reading.report.id: share_credits(reading, credited[families[reading.report.id]])
        or (read_own(reading, family=families[reading.report.id], agencies=agencies),)
        for reading in story.readings
    }


def share_credits(reading: Reading, credited: list[Origin]) -> tuple[Origin, ...]:
    """A family's credits as they count for one report: its own, else, inferred, those of the others."""
    found: dict[tuple[str, str], Origin] = {}
    own = {cite.report for origin in credited for cite in origin.cites} & {reading.report.id}
    for origin in credited:
        is_own = any(cite.report == reading.report.id for cite in origin.cites)
        if is_own or not own:
            found.setdefault(origin.key, Origin(origin.kind, origin.name, origin.cites, inferred=not is_own))
    return tuple(found.values())


def read_credits(reading: Reading, *, agencies: StoryAgencies) -> Iterator[Origin]:
    """The agencies and outlets a report credits in its text."""
    outlet = reading.provenance.outlet
    for credit in reading.provenance.credits:
        if credit.value and credit.evidence:
            agency = agencies.find(credit.value)
            cites = cite_known(reading, credit)
            if agency:
                yield Origin(agency.kind, agency.name, cites)
            elif credit.value != outlet.value:
                yield Origin("own reporting", credit.value, cites)


def read_own(reading: Reading, *, family: str, agencies: StoryAgencies) -> Origin:
    """Own reporting where somebody signs in the text and nobody is credited; otherwise unknown."""
    byline, outlet = reading.provenance.byline, reading.provenance.outlet
    if family == reading.report.id and byline.value and byline.evidence:
        agency = agencies.find(byline.value)
        if agency:
            return Origin(agency.kind, agency.name, cite_known(reading, byline))
        return Origin("own reporting", outlet.value or byline.value, cite_known(reading, byline), inferred=True)
    return Origin("unknown", family, inferred=True)


def cite_known(reading: Reading, known: Known) -> tuple[Cite, ...]:
    """The characters a fact was read from."""
    return tuple(Cite(reading.report.id, span) for span in known.evidence)
