"""Corrections: what readers set right, kept with author and time, applied on every refresh, undone at will.

| kind | target | value |
|---|---|---|
| merge stories | story | the stories that are part of it |
| split story | story | the reports that tell another one |
| rename actor | {"story", "name"} | the right name |
| merge actors | {"story", "name"} | other names of the same one |
| split actor | {"story", "name", "reports"} | the name of the one meant in those reports |
| speaker | {"story", "finding"} | who said it |
| origin | {"report"} or {"story", "finding"} | {"kind", "name"} |
| furniture | a site: host or outlet | a line of its pages |
| dismiss | {"story", "finding"} | why |
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from headwater.desk.amending import ORIGIN_KINDS
from headwater.desk.furniture import reread_site
from headwater.desk.regrouping import find_names, regroup
from headwater.desk.sources import tidy_site
from headwater.errors import StoreError, UsageError
from headwater.store import Store
from headwater.store.corrections import add_correction, get_correction, list_corrections, undo_correction
from headwater.store.findings import get_finding
from headwater.store.reports import get_report_row
from headwater.store.rows import CorrectionRow
from headwater.store.stories import get_story, list_people, touch_story
from headwater.store.texts import write_time

Clock = Callable[[], datetime]
KINDS = (
    "merge stories",
    "split story",
    "rename actor",
    "merge actors",
    "split actor",
    "speaker",
    "origin",
    "furniture",
    "dismiss",
)


def correct(store: Store, kind: str, target: Any, value: Any, *, author: str, now: Clock) -> CorrectionRow:
    """Keep a correction; the stories it changes are stale until refreshed.

    Raises UsageError where target or value are none of that kind, StoreError where what they name is not there.
    """
    at = write_time(now())
    with store.begin() as connection:
        full = check(connection, kind, target, value=value)
        refuse_twice(connection, kind, full, value=value)
        row = add_correction(connection, kind, full, value=value, author=author, made=at)
        apply(connection, row, now=at)
    return row


def undo(store: Store, id: int, *, now: Clock) -> CorrectionRow:
    """Let a correction no longer hold; the stories it changed are stale until refreshed."""
    at = write_time(now())
    with store.begin() as connection:
        row = get_correction(connection, id)
        if row is None or row.undone:
            raise StoreError(
                f"correction {id} {'is undone already' if row else 'is not there'}; see: headwater correct list"
            )
        undo_correction(connection, id, at=at)
        apply(connection, row, now=at)
    return row


def apply(connection: Connection, row: CorrectionRow, *, now: str) -> None:
    """Move reports, and note which dossiers must be made anew."""
    if row.kind in ("merge stories", "split story"):
        regroup(connection, now=now)
    elif row.kind == "furniture":
        reread_site(connection, row.target, row.value)
    elif "report" in row.target:
        story = get_report_row(connection, row.target["report"]).story
        touch_story(connection, story, title=story, now=now)
    else:
        touch_story(connection, row.target["story"], title=row.target["story"], now=now)


def check(connection: Connection, kind: str, target: Any, *, value: Any) -> Any:
    """The target in full: a finding with its cites, by which it is known when its words change."""
    match kind:
        case "merge stories":
            check_stories(connection, target, value)
        case "split story":
            check_reports(connection, target, value)
        case "rename actor" | "merge actors" | "split actor":
            check_actor(connection, target, value, kind=kind)
        case "furniture":
            return check_furniture(target, value)
        case "speaker" | "dismiss":
            return fill_finding(connection, target, value)
        case "origin":
            return check_origin(connection, target, value)
        case _:
            raise UsageError(f"{kind!r} is no kind of correction; there are: {', '.join(KINDS)}")
    return target


def refuse_twice(connection: Connection, kind: str, target: Any, *, value: Any) -> None:
    """A correction that the last one of its target says already is none; a second reason for dismissing neither."""
    if kind not in ("dismiss", "speaker", "origin", "furniture"):
        return
    same = [
        row
        for row in list_corrections(connection, undone=False)
        if row.kind == kind and name_target(row.target) == name_target(target)
    ]
    if kind == "furniture":
        same = [row for row in same if row.value == value]
    if same and (kind == "dismiss" or same[-1].value == value):
        raise StoreError(
            f"correction {same[-1].id} says so already; to take it back: headwater correct undo {same[-1].id}"
        )


def name_target(target: Any) -> Any:
    """A target without the cites, which are others once the line has another wording."""
    return {k: part for k, part in target.items() if k != "cites"} if isinstance(target, dict) else target


def check_stories(connection: Connection, target: Any, value: Any) -> None:
    """The stories to merge are there, and more than one."""
    if not isinstance(value, list) or not value or target in value:
        raise UsageError("merge stories: name a story and at least one other")
    for story in (target, *value):
        get_story(connection, story)


def check_reports(connection: Connection, target: Any, value: Any) -> None:
    """The reports to split off are in the story."""
    get_story(connection, target)
    if not isinstance(value, list) or not value:
        raise UsageError("split story: name at least one report of the story")
    for report in value:
        if get_report_row(connection, report).story != target:
            raise StoreError(f"report {report!r} is not in the story {target!r}")


def check_actor(connection: Connection, target: Any, value: Any, *, kind: str) -> None:
    """The actor is in the story; a new name is a name."""
    get_story(connection, target["story"])
    known = {person.name.casefold() for person in list_people(connection, story=target["story"], limit=100_000)}
    names = [target["name"], *value] if kind == "merge actors" else [target["name"]]
    for name in names:
        if name.casefold() not in known:
            raise StoreError(f"there is no actor {name!r} in the story {target['story']!r}")
    if not value or (kind != "merge actors" and not str(value).strip()):
        raise UsageError(f"{kind}: give a name")
    if kind == "split actor":
        check_actor_reports(connection, target["story"], target["reports"])


def check_actor_reports(connection: Connection, story: str, reports: Any) -> None:
    """The reports are in the story, or in one that its corrections hold for: a part that was split off, one it is part of."""
    if not isinstance(reports, list) or not reports:
        raise UsageError("split actor: name at least one report of the story")
    for report in reports:
        if story not in find_names(connection, get_report_row(connection, report).story):
            raise StoreError(f"report {report!r} is not in the story {story!r}")


def check_furniture(target: Any, value: Any) -> str:
    """A site, as it is kept, and a line."""
    if not str(target).strip() or not str(value).strip() or "\n" in str(value).strip():
        raise UsageError("furniture: give a site and one line of its pages")
    return tidy_site(str(target))


def fill_finding(connection: Connection, target: Any, value: Any) -> dict[str, Any]:
    """The finding with the characters it cites."""
    finding = get_finding(connection, target["story"], target["finding"])
    if finding is None:
        raise StoreError(f"there is no finding {target['finding']!r} in the story {target['story']!r}")
    if not isinstance(value, str):
        raise UsageError("give words")
    return {**target, "cites": [[cite["report"], cite["start"], cite["end"]] for cite in finding.data["cites"]]}


def check_origin(connection: Connection, target: Any, value: Any) -> Any:
    """An origin of a kind that there is, for a report or finding that is there."""
    if value["kind"] not in ORIGIN_KINDS or not value["name"].strip():
        raise UsageError(f"origin: give a name and one of: {', '.join(ORIGIN_KINDS)}")
    if "report" in target:
        get_report_row(connection, target["report"])
        return target
    return fill_finding(connection, target, "")
