"""A part of a dossier: the findings of a section, the places of one finding, or the reports, as many as a page holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypedDict

from headwater.show.outline import FIRST_LINES, MOST_LINES, SECTIONS
from headwater.web.asking import Missing
from headwater.web.revive import revive_finding

Record = dict[str, Any]
REPORTS = "reports"
KEYS = (*(key for key, _, _ in SECTIONS), REPORTS)
"""What can be asked for by name."""
PAGE = 100
"""Lines of a page that shows one section, where no other number is asked for."""


class Bounds(TypedDict):
    """Which part of a story it is; ``total`` counts all of it, ``next`` is the offset of what follows."""

    section: str
    """Empty where the findings of all sections are paged through."""
    finding: str
    """The id of the one finding asked for."""
    offset: int
    limit: int
    total: int
    next: int | None


@dataclass(frozen=True, slots=True)
class Part:
    """A dossier cut down."""

    dossier: Record
    numbers: Mapping[str, int]
    """Report id to its number in the story, for the reports named here."""
    bounds: Bounds | None = None
    """None of the whole."""


def cut(dossier: Record, section: str, *, finding: str, offset: int, limit: int) -> Part:
    """What was asked for; all where nothing was."""
    bounds: Bounds = {
        "section": section,
        "finding": finding,
        "offset": offset,
        "limit": limit or PAGE,
        "total": 0,
        "next": None,
    }
    if finding:
        return cut_finding(dossier, bounds)
    if section == REPORTS:
        return cut_reports(dossier, bounds)
    return cut_section(dossier, bounds) if section or limit else Part(dossier, number(dossier))


def cut_reports(dossier: Record, bounds: Bounds) -> Part:
    """A page of the reports."""
    shown, bounds = take(dossier["reports"], bounds)
    return Part({**dossier, "findings": [], "reports": shown}, number(dossier, shown), bounds)


def cut_section(dossier: Record, bounds: Bounds) -> Part:
    """A page of a section's findings in reading order, with the reports they name; of no section: of all, as they come."""
    known = {finding["id"]: finding for finding in dossier["findings"]}
    shown, bounds = take([known[id] for id in list_ids(dossier, bounds["section"])], bounds)
    named = {cite["report"] for finding in shown for cite in list_cites(finding)}
    reports = [report for report in dossier["reports"] if report["id"] in named]
    return Part({**dossier, "findings": shown, "reports": reports}, number(dossier, reports), bounds)


def cut_finding(dossier: Record, bounds: Bounds) -> Part:
    """One finding, with a page of the reports it cites."""
    found = [finding for finding in dossier["findings"] if finding["id"] == bounds["finding"]]
    if not found:
        raise Missing(f"there is no finding {bounds['finding']} in this story now")
    cited = {cite["report"] for cite in found[0]["cites"]}
    shown, bounds = take([report for report in dossier["reports"] if report["id"] in cited], bounds)
    return Part({**dossier, "findings": found, "reports": shown}, number(dossier), bounds)


def take(rows: list[Record], bounds: Bounds) -> tuple[list[Record], Bounds]:
    """The rows of a page, and the bounds with what they were taken from."""
    end = bounds["offset"] + bounds["limit"]
    return rows[bounds["offset"] : end], {**bounds, "total": len(rows), "next": end if end < len(rows) else None}


def list_cites(finding: Record) -> Iterable[Record]:
    """The cites of a finding and of its origins."""
    yield from finding["cites"]
    for origin in finding["origins"]:
        yield from origin["cites"]


def list_ids(dossier: Record, section: str) -> list[str]:
    """The ids of a section's findings in reading order."""
    found = [finding for finding in dossier["findings"] if not section or finding["kind"] == section]
    if not section:
        return [finding["id"] for finding in found]
    arrange = next(group for key, _, group in SECTIONS if key == section)
    return [item.finding.id for group in arrange(map(revive_finding, found)) for item in group.items]


def find_place(dossier: Record, id: str) -> tuple[str, int]:
    """The section and offset of the page that shows a finding; no section where the page of the whole story does."""
    section = next((finding["kind"] for finding in dossier["findings"] if finding["id"] == id), "")
    ids = list_ids(dossier, section) if section else []
    if len(ids) <= MOST_LINES or id in ids[:FIRST_LINES]:
        return "", 0
    return section, ids.index(id) // PAGE * PAGE


def number(dossier: Record, shown: list[Record] | None = None) -> dict[str, int]:
    """Report id to its number: of all, or of those shown and of what they copy."""
    numbers = {report["id"]: number for number, report in enumerate(dossier["reports"], start=1)}
    if shown is None:
        return numbers
    return {id: numbers[id] for report in shown for id in (report["id"], report["copies_of"]) if id in numbers}
