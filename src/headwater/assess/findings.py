"""The lines of a dossier: every kind of finding, each group of reports once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from headwater.assess.differences import find_differences
from headwater.assess.due import find_due
from headwater.assess.grades import grade_findings
from headwater.assess.happened import find_happened
from headwater.assess.independence import lay_out
from headwater.assess.leads import find_leads
from headwater.assess.said import find_said
from headwater.assess.toll_groups import gather_tolls
from headwater.model.finding import Finding, FindingKind
from headwater.model.story import Story

ORDER: tuple[FindingKind, ...] = ("reported", "said", "happened", "due", "differs", "unattributed")


def find_findings(story: Story, *, as_of: str | None = None) -> tuple[Finding, ...]:
    """All findings of a story: by kind, then those with most reports and most origins, then in the order of reports.

    What is due stays in the order of its dates.
    """
    background = lay_out(story)
    found = (
        *find_leads(background),
        *find_said(background),
        *find_happened(background, gather_tolls(background)),
        *find_due(story, as_of or find_latest(story)),
        *find_differences(background),
    )
    return _distinguish(sorted(grade_findings(found), key=_rank))


def find_latest(story: Story) -> str | None:
    """The latest publication date among the reports.

    Of an interval the first day counts: nothing may be called passed that was perhaps still to come.
    """
    dates = [reading.provenance.published.value for reading in story.readings]
    return max((date.split("/")[0] for date in dates if date), default=None)


def _rank(finding: Finding) -> tuple[int, int, int]:
    if finding.kind == "due":
        return ORDER.index(finding.kind), 0, 0
    known = len({origin.key for origin in finding.origins if origin.kind != "unknown"})
    return ORDER.index(finding.kind), -len(finding.reports), -known


def _distinguish(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings of equal content get numbered ids, so that an id names one line."""
    seen: dict[str, int] = {}
    distinct = []
    for finding in findings:
        seen[finding.id] = seen.get(finding.id, 0) + 1
        number = seen[finding.id]
        distinct.append(finding if number == 1 else replace(finding, id=f"{finding.id}-{number}"))
    return tuple(distinct)
