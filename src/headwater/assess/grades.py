"""A grade on the Admiralty scale for information (1 confirmed … 6 cannot be judged), derived from origins alone.

The scale is that of NATO's AJP-2.1. No outlet is held to be better than another: only how many origins are stated, and
whether another report contradicts, decides (docs/independence.md).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from headwater.model.finding import Finding, FindingKind
from headwater.model.span import Cite

GRADED: frozenset[FindingKind] = frozenset({"said", "happened", "due"})
AGAINST: dict[FindingKind, frozenset[str]] = {
    "said": frozenset({"speaker", "meaning"}),
    "happened": frozenset({"number", "date", "denial"}),
    "due": frozenset({"date", "denial"}),
}
"""What a difference must be about to speak against a line of a kind: that it was said stands though the thing is denied."""


def grade_findings(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings with ``details["grade"]`` where a grade can be derived."""
    by_report: dict[str, list[Finding]] = {}
    for finding in findings:
        for report in finding.reports if finding.kind == "differs" else ():
            by_report.setdefault(report, []).append(finding)
    return tuple(grade(f, list_near(f, by_report)) if f.kind in GRADED else f for f in findings)


def list_near(finding: Finding, by_report: Mapping[str, Sequence[Finding]]) -> list[Finding]:
    """The differences that have a report in common with a finding: no other can be in its words."""
    found = {near.id: near for report in finding.reports for near in by_report.get(report, ())}
    return list(found.values())


def grade(finding: Finding, differences: Iterable[Finding]) -> Finding:
    """One finding with its grade and the reason for it."""
    is_against = any(contradicts(difference, finding) for difference in differences)
    value, why = derive(finding, is_contradicted=is_against)
    claimed = sorted({origin.name for origin in finding.origins if origin.claimed})
    details: dict[str, Any] = {**finding.details, "grade": {"value": value, "why": why}}
    return replace(finding, details=details | ({"claimed": claimed} if claimed else {}))


def derive(finding: Finding, *, is_contradicted: bool) -> tuple[int, str]:
    """The grade and its rule."""
    stated = {origin.key for origin in finding.origins if origin.kind != "unknown" and not origin.claimed}
    if not stated:
        return 6, "no origin is stated"
    if is_contradicted:
        return (4, "several origins, contradicted") if len(stated) > 1 else (5, "one origin, contradicted")
    if len(stated) == 1:
        return 3, "one origin"
    return (2, "two independent origins") if len(stated) == 2 else (1, "three independent origins or more")


def contradicts(difference: Finding, finding: Finding) -> bool:
    """Whether a difference has a side in the very words of a finding, and another side elsewhere."""
    if difference.details["about"] not in AGAINST[finding.kind]:
        return False
    mine = [_touches(side["cites"], finding.cites) for side in difference.details["sides"]]
    return any(mine) and not all(mine)


def _touches(side: Iterable[dict[str, Any]], cites: Iterable[Cite]) -> bool:
    listed = list(cites)
    return any(
        cite.report == own["report"] and cite.span.start < own["end"] and own["start"] < cite.span.end
        for own in side
        for cite in listed
    )
