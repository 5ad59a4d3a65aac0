"""Reports that were edited between two readings of one run, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from headwater.assess.editions import tell_edition
from headwater.model.dossier import Dossier
from headwater.model.reading import Reading
from headwater.model.story import Version
from headwater.show.counts import count
from headwater.show.document import mark_pieces
from headwater.show.report_list import number_reports

MOST = 12
"""Edited lines shown of one report."""


def list_versions(dossier: Dossier) -> tuple[str, ...]:
    """A line for every earlier version and every line edited since; only the latest version of a report is counted."""
    story = dossier.story
    by_report: dict[str, list[Version]] = {}
    for version in story.versions:
        by_report.setdefault(version.report, []).append(version)
    numbers = number_reports(story)
    return tuple(
        line
        for report, versions in by_report.items()
        for line in _list_lines(versions, story.reading(report), number=numbers[report])
    )


def _list_lines(versions: Iterable[Version], standing: Reading, *, number: int) -> Iterator[str]:
    same = 0
    for version in versions:
        edition = tell_edition(version.earlier, standing)
        same += not edition.changes
        if edition.changes:
            yield f"Report {number} is a later version of {version.earlier.report.id}, which is not counted. Edited:"
            yield from (mark_pieces(line.pieces) for line in edition.changes[:MOST])
            more = len(edition.changes) - MOST
            yield from [f"and {count(more, 'more line')}"] if more > 0 else []
    if same:
        yield f"Report {number} was there {count(same, 'more time')} in the same words; it is counted once."
