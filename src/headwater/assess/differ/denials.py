"""What somebody denies, held against what reports say is so.

Only words that deny outright count, and the claim must have the denied deed and something it is about: silence or another
account is no denial. What is only said not to have been done is an answer to earlier claims; told later, a claim is news.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from headwater.assess.differ.claims import Told, list_told, list_with
from headwater.assess.differ.negations import Denial, find_denials
from headwater.assess.differ.sides import Dispute, make_dispute
from headwater.assess.independence import Background
from headwater.model.reading import Reading
from headwater.model.span import Span

MOST = 6
"""Places of a side that are cited."""
ALIKE = 0.8
"""Share of equal words from which two places are one sentence."""
RARE = 2
"""Places that tell a deed up to which "we have withdrawn nothing" answers them, whoever did it to whatever."""


def find_denied(background: Background) -> Iterator[Dispute]:
    """What somebody denies and others say is so: the denials of each claim once, and the first claim of each report."""
    readings = background.story.readings
    denials = [denial for reading in readings for denial in find_denials(reading)]
    spans: dict[str, list[Span]] = {}
    for denial in denials:
        spans.setdefault(denial.reading.report.id, []).append(denial.span)
    told = list_told(readings, frozenset(deed for denial in denials for deed in denial.deeds), denied=spans)
    disputes: dict[tuple[str, Span], tuple[dict[str, Told], list[Denial]]] = {}
    for denial in denials:
        found = list_claims(denial, told) if denial.deeds else list_with(readings, denial, denied=spans)
        claims = {claim.reading.report.id: claim for claim in found if not _is_same(claim, denial)}
        if claims:
            first = next(iter(claims.values()))
            known, listed = disputes.setdefault((first.reading.report.id, first.span), ({}, []))
            known.update(claims)
            listed.append(denial)
    for claims, listed in disputes.values():
        sides = ([*claims.values()][:MOST], listed[:MOST])
        yield make_dispute("denial", ([(one.reading, one.span) for one in side] for side in sides))


def _is_same(claim: Told, denial: Denial) -> bool:
    """Whether two places are the same words, of which one was misread."""
    words = [set(one.reading.report.quote(one.span).casefold().split()) for one in (claim, denial)]
    return len(words[0] & words[1]) > ALIKE * min(map(len, words))


def list_claims(denial: Denial, told: Mapping[str, Sequence[Told]]) -> Iterator[Told]:
    """What is told against a denial, in other sentences."""
    is_vague = denial.is_answer and not denial.agents and not denial.patients
    for deed in sorted(denial.deeds):
        places = told.get(deed, ())
        for place in () if is_vague and len(places) > RARE else places:
            if contradicts(place, denial) and not (
                place.reading is denial.reading and place.sentence.holds(denial.span)
            ):
                yield place


def contradicts(claim: Told, denial: Denial) -> bool:
    """Whether a claim of the denied deed is about the same; of an answer, whether the same did it to the same, and not later."""
    if denial.is_of_anybody:
        return bool(claim.agents or claim.patients)
    if not denial.is_answer:
        return bool(claim.about & (denial.about - denial.deeds) or claim.about & denial.doers)
    is_news = denial.is_so_far and is_later(claim.reading, denial.reading)
    if is_news or (claim.is_aim and not denial.is_wish):
        return False
    if not denial.patients and not denial.is_wish and denial.agents:
        return False
    is_agent = not denial.agents or not claim.agents or bool(denial.agents & claim.agents)
    is_patient = not denial.patients or bool(denial.patients & claim.patients)
    return is_agent and is_patient


def is_later(one: Reading, other: Reading) -> bool:
    """Whether a report was published after another, as far as both days are known."""
    first, second = one.provenance.published.value, other.provenance.published.value
    return bool(first and second and first[:10] > second[-10:])
