"""Corrections in words: what was set right, with the lines and titles that ids stand for."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection

from headwater.desk.regrouping import name_part
from headwater.errors import StoreError
from headwater.show.printable import one_line, shorten
from headwater.store.findings import get_finding
from headwater.store.reports import get_report_row
from headwater.store.rows import CorrectionRow
from headwater.store.stories import name_stories

LONGEST = 80
"""Characters of a line or title that are shown."""


def describe(connection: Connection, row: CorrectionRow) -> str:
    """A correction as a sentence; an arrow leads from what was to what is."""
    return one_line(f"{row.kind}: {tell(connection, row)}")


def tell(connection: Connection, row: CorrectionRow) -> str:
    """What a correction changed."""
    target, value = row.target, row.value
    match row.kind:
        case "merge stories":
            return f"{', '.join(name_story(connection, id) for id in value)} → {name_story(connection, target)}"
        case "split story":
            gone = ", ".join(name_report(connection, id) for id in value)
            return f"{gone} → a story of its own, {name_part(row)}, out of {name_story(connection, target)}"
        case "rename actor":
            return f"{target['name']} → {value} in {name_story(connection, target['story'])}"
        case "merge actors":
            return f"{', '.join(value)} → {target['name']} in {name_story(connection, target['story'])}"
        case "split actor":
            return f"{target['name']} → {value} in {', '.join(target['reports'])}"
        case "furniture":
            return f"{target}: “{shorten(value, LONGEST)}”"
    subject = name_target(connection, target)
    if row.kind == "origin":
        return f"{subject} → {value['kind']}, {value['name']}"
    if row.kind == "speaker":
        return f"{subject} → {value}"
    return f"{subject}{f' – {value}' if value else ''}"


def name_target(connection: Connection, target: dict[str, Any]) -> str:
    """The report or finding that a correction is about."""
    if "report" in target:
        return name_report(connection, target["report"])
    finding = get_finding(connection, target["story"], target["finding"])
    line = f"“{shorten(finding.line, LONGEST)}” " if finding else ""
    return f"{line}({target['finding']} of {target['story']})"


def name_story(connection: Connection, id: str) -> str:
    """A story's id and, where it is there, its title."""
    title = name_stories(connection, [id]).get(id)
    return f"{id} “{shorten(title, LONGEST)}”" if title and title != id else id


def name_report(connection: Connection, id: str) -> str:
    """A report's id and, where it is there, its title."""
    try:
        title = get_report_row(connection, id).title
    except StoreError:
        return id
    return f"{id} “{shorten(title, LONGEST)}”" if title and title != id else id
