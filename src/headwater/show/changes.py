"""What is new since a dossier was made: found from its record and the dossiers of today, as data and as a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from headwater.assess.changes import Change, find_changes
from headwater.assess.editions import Edition, find_editions, match_reports
from headwater.model.dossier import Dossier
from headwater.model.reading import Reading
from headwater.model.report import Report
from headwater.show.dossier_json import record_dossier

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class StoryNews:
    """What is new in one story."""

    dossier: Dossier
    record: dict[str, Any]
    """As ``brief --format json`` gives it."""
    changes: tuple[Change, ...]
    added: tuple[str, ...]
    """The reports that the earlier dossier did not have."""
    editions: tuple[Edition, ...]


@dataclass(frozen=True, slots=True)
class News:
    """What is new since an earlier dossier."""

    as_of: str | None
    """The day the earlier dossier stands for; the latest, where it tells several stories."""
    stories: tuple[StoryNews, ...]
    gone: tuple[Change, ...]
    """Findings that stand in no story any more though their reports are still given."""
    not_given: tuple[str, ...]
    """Reports of the earlier dossier that are not among those of today; what rests only on them is left out."""


def find_news(before: Record, dossiers: Sequence[Dossier], *, read: Callable[[Report], Reading]) -> News:
    """Hold the dossiers of today against the record of an earlier one (one story, or several under ``dossiers``).

    ``read`` is how a report is read (``pipeline.read_report``): the earlier texts of edited reports are read again.
    """
    earlier = list_dossiers(before)
    reports = [report for dossier in earlier for report in dossier["reports"]]
    readings = [reading for dossier in dossiers for reading in dossier.story.readings]
    same = match_reports(reports, readings)
    then = [rename_reports(finding, same) for dossier in earlier for finding in dossier["findings"]]
    cites = [cite for dossier in earlier for finding in dossier["findings"] for cite in finding["cites"]]
    editions = find_editions(reports, readings, cites=cites, read=read)
    records = [record_dossier(dossier) for dossier in dossiers]
    now = [finding for record in records for finding in record["findings"]]
    found = find_changes(then, now, edited={edition.report for edition in editions})
    missing = frozenset(report["id"] for report in reports) - same.keys()
    told = [change for change in (forget_missing(change, missing) for change in found) if change]
    stories = (
        gather(dossier, record, told, known=frozenset(same.values()), editions=editions)
        for dossier, record in zip(dossiers, records, strict=True)
    )
    return News(
        max((str(d["as_of"]) for d in earlier if d.get("as_of")), default=None),
        tuple(stories),
        tuple(change for change in told if change.what == "gone"),
        tuple(sorted(missing)),
    )


def list_dossiers(record: Record) -> list[Record]:
    """The dossiers of a file: the one it is, or those it holds."""
    return list(record["dossiers"]) if "dossiers" in record else [record]


def rename_reports(finding: Record, same: Mapping[str, str]) -> dict[str, Any]:
    """A finding of the earlier dossier with the ids its reports have today."""
    cites = [{**cite, "report": same.get(cite["report"], cite["report"])} for cite in finding["cites"]]
    return {**finding, "cites": cites}


def forget_missing(change: Change, missing: frozenset[str]) -> Change | None:
    """The change without what only comes from reports that were not given this time."""
    if change.what == "changed":
        kept = tuple(d for d in change.differences if d.aspect != "reports" or set(d.before) - missing != set(d.after))
        if missing & {cite["report"] for cite in (change.before or change.finding)["cites"]}:
            kept = tuple(d for d in kept if d.aspect != "origins" or names(d.after) - names(d.before))
        return replace(change, differences=kept) if kept else None
    cited = {cite["report"] for cite in change.finding["cites"]}
    is_out = cited & missing if change.what == "gone" else change.what == "superseded" and cited <= missing
    return None if is_out else change


def names(origins: Iterable[str]) -> set[str]:
    """Origins without the mark of what is inferred."""
    return {origin.removesuffix("?") for origin in origins}


def gather(
    dossier: Dossier,
    record: dict[str, Any],
    found: Iterable[Change],
    *,
    known: frozenset[str],
    editions: Iterable[Edition],
) -> StoryNews:
    """What of all that is new belongs to one story."""
    mine = {id(finding) for finding in record["findings"]}
    heirs = {finding["id"] for finding in record["findings"]}
    changes = (c for c in found if id(c.finding) in mine or (c.what == "superseded" and c.by in heirs))
    reports = [reading.report.id for reading in dossier.story.readings]
    added = tuple(report for report in reports if report not in known)
    return StoryNews(dossier, record, tuple(changes), added, tuple(e for e in editions if e.report in reports))


def record_news(news: News) -> dict[str, Any]:
    """The record that ``headwater brief --since … --format json`` prints."""
    return {
        "since": {"as_of": news.as_of, "not_given": list(news.not_given)},
        "stories": [record_story(story) for story in news.stories],
        "gone": [record_change(change) for change in news.gone],
    }


def record_story(story: StoryNews) -> dict[str, Any]:
    """One story."""
    return {
        "story": story.record["story"],
        "as_of": story.record["as_of"],
        "reports": [report for report in story.record["reports"] if report["id"] in story.added],
        "edited": [record_edition(edition) for edition in story.editions],
        "changes": [record_change(change) for change in story.changes],
    }


def record_edition(edition: Edition) -> dict[str, Any]:
    """What was edited in a report: lines of pieces, each with where it stands (before, after, both)."""
    where = {"one": "before", "other": "after", "both": "both", "cut": "before"}
    lines = [[{"where": where[p.where], "text": p.text} for p in line.pieces] for line in edition.changes]
    return {"report": edition.report, "earlier": edition.earlier, "text_known": edition.is_known, "lines": lines}


def record_change(change: Change) -> dict[str, Any]:
    """One change."""
    differences = [{"aspect": d.aspect, "before": list(d.before), "after": list(d.after)} for d in change.differences]
    parts = {"what": change.what, "finding": change.finding, "before": change.before}
    return parts | {"differences": differences, "by": change.by}
