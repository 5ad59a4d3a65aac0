"""What ties speakers, origins, reports and copies together: the ways that the picture of origins draws."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from headwater.model.dossier import Dossier
from headwater.model.finding import Finding
from headwater.model.origin import Origin
from headwater.model.span import Cite
from headwater.show.counts import count, name_origin, stated
from headwater.show.printable import shorten
from headwater.show.report_list import Row

MOST = 14
"""Statements drawn: those with most reports; more would hide the ways."""
MOST_REPORTS, MOST_COPIES = 12, 4
"""Reports in their column, and copies of one report; the others stand together in one box."""

Box = tuple[int, str]
"""Column and name."""
Tie = tuple[Box, Box]
Ties = dict[Tie, bool]
"""Each tie with whether it is inferred."""


def find_ties(dossier: Dossier, rows: Sequence[Row]) -> Ties:
    """The ties of a story; of many reports and copies the most tied."""
    ties: Ties = {}
    for tie, inferred in list_ties(dossier, rows):
        ties[tie] = ties.get(tie, True) and inferred
    return gather_copies(gather_reports(ties))


def list_ties(dossier: Dossier, rows: Sequence[Row]) -> Iterable[tuple[Tie, bool]]:
    """Each tie with whether it is inferred; the same tie may come again."""
    boxes = {row.reading.report.id: box_report(row) for row in rows}
    credits = {cite for origins in dossier.story.report_origins.values() for origin in origins for cite in origin.cites}
    for finding in choose_statements(dossier):
        yield from tie_finding(finding, boxes, credits=credits)
    for copy in dossier.story.copies:
        original = boxes.get(copy.of)
        if original and original[0] == 2:
            yield (original, boxes[copy.report]), False


def gather_reports(ties: Ties) -> Ties:
    """The reports of most ties one by one; the others of an origin in one box, without their copies."""
    found = Counter({start: 0 for start, _ in ties if start[0] == 2})
    found.update(end for _, end in ties if end[0] == 2)
    kept = {box for box, _ in found.most_common(MOST_REPORTS - (len(found) > MOST_REPORTS))}
    rest: dict[Box, list[bool]] = {}
    drawn: Ties = {}
    for (start, end), inferred in ties.items():
        if end[0] == 2 and end not in kept:
            rest.setdefault(start, []).append(inferred)
        elif start[0] != 2 or start in kept:
            drawn[start, end] = inferred
    for origin, others in rest.items():
        drawn[origin, (2, f"{count(len(others), 'more report')} from {origin[1]}")] = all(others)
    return drawn


def gather_copies(ties: Ties) -> Ties:
    """The first copies of a report one by one, the others in one box."""
    copies = Counter(start for start, end in ties if end[0] == 3)
    seen: Counter[Box] = Counter()
    drawn: Ties = {}
    for (start, end), inferred in ties.items():
        seen[start] += end[0] == 3
        if end[0] == 3 and copies[start] > MOST_COPIES and seen[start] >= MOST_COPIES:
            end = (3, f"{copies[start] - MOST_COPIES + 1} more copies of {start[1].partition(' ')[0]}")
        drawn[start, end] = inferred
    return drawn


def choose_statements(dossier: Dossier) -> list[Finding]:
    """The statements with a speaker and a known origin that most reports carry, in the order of the dossier."""
    said = [finding for finding in dossier.story.findings if finding.kind == "said" and stated(finding.origins)]
    most = sorted(said, key=lambda finding: -len(finding.reports))[:MOST]
    return [finding for finding in said if finding in most and finding.details.get("speaker")]


def box_report(row: Row) -> Box:
    """The box of a report; copies stand in a column of their own."""
    name = row.outlet if row.outlet != "unknown" else shorten(row.title, 40)
    return (3 if row.copy_of else 2), f"{row.number} {name}"


def tie_finding(finding: Finding, boxes: Mapping[str, Box], *, credits: set[Cite]) -> Iterable[tuple[Tie, bool]]:
    """Speaker to origin, origin to each report that is no copy; one box an origin, whether it is stated or inferred.

    Where only the credit of a whole report names the origin, no words tie this speaker to it: that tie is inferred.
    """
    speaker = (0, str(finding.details["speaker"]))
    for origin in stated(finding.origins):
        middle = (1, name_origin(replace(origin, inferred=False)))
        yield (speaker, middle), origin.inferred or credits.issuperset(origin.cites)
        for report in carriers(origin, finding):
            if boxes[report][0] == 2:
                yield (middle, boxes[report]), report not in {cite.report for cite in origin.cites}


def carriers(origin: Origin, finding: Finding) -> tuple[str, ...]:
    """The reports that carry what came from an origin: those whose words state it, else all of the finding."""
    stated = tuple(dict.fromkeys(cite.report for cite in origin.cites))
    return stated or finding.reports
