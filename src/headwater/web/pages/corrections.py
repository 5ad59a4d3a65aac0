"""What readers set right: the list, a form for each kind, and undoing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypedDict

from sqlalchemy import Connection

from headwater.desk.corrections import KINDS, correct, undo
from headwater.desk.described import describe
from headwater.model.origin import OriginKind
from headwater.store.corrections import list_corrections
from headwater.store.findings import get_finding
from headwater.store.rows import CorrectionRow
from headwater.web.asking import Ask, BadAsk, Number, Text
from headwater.web.page import Action, Page, View
from headwater.web.place import Place

ORIGIN_KINDS: tuple[OriginKind, ...] = (
    "state agency",
    "wire",
    "interview",
    "press conference",
    "broadcast",
    "document",
    "own reporting",
)
LONG = 1_000
ABOUT = (
    Text("story", "the id of a story", longest=LONG),
    Text("finding", "the id of a finding of that story"),
    Text("report", "the id of a report", longest=LONG),
    Text("name", "the name of an actor of that story", longest=LONG),
    Text("site", "a site: its host or outlet"),
)
"""What a correction may be about."""


@dataclass(frozen=True, slots=True)
class Form:
    """The form of one kind of correction."""

    kind: str
    heading: str
    about: tuple[str, ...]
    """The fields that name what it is about."""
    value: str
    """What the field of the value asks for."""
    reports: bool = False
    """Whether reports are listed, one a line."""
    many: bool = False
    """Whether the value is a list, one a line."""


FORMS = (
    Form("dismiss", "Dismiss a finding", ("story", "finding"), "Why"),
    Form("speaker", "Set who said it", ("story", "finding"), "Speaker"),
    Form("origin", "Set the origin of a finding", ("story", "finding"), "Name of the origin"),
    Form("origin", "Set the origin of a report", ("report",), "Name of the origin"),
    Form("rename actor", "Rename an actor", ("story", "name"), "The right name"),
    Form("merge actors", "Merge actors", ("story", "name"), "Other names of the same one, one a line", many=True),
    Form(
        "split actor", "Split an actor", ("story", "name"), "The name of the one meant in these reports", reports=True
    ),
    Form("merge stories", "Merge stories", ("story",), "Stories that are part of it, ids, one a line", many=True),
    Form("split story", "Split a story", ("story",), "Reports that tell another story, ids, one a line", many=True),
    Form("furniture", "Mark a leftover of a site", ("site",), "The line, as the site's pages have it"),
)


class Corrections(TypedDict):
    """All corrections, the latest first."""

    corrections: list[CorrectionRow]
    told: list[str]
    """Each of them in words."""
    line: str | None
    """The words of the finding that was named, if it is there."""


def find(connection: Connection, ask: Ask) -> Corrections:
    """Ask the store."""
    finding = get_finding(connection, ask["story"], ask["finding"]) if ask["finding"] else None
    rows = list_corrections(connection)[::-1]
    told = [describe(connection, row) for row in rows]
    return {"corrections": rows, "told": told, "line": finding.line if finding else None}


def view(record: Corrections, ask: Ask) -> View:
    """The forms that fit what is to be set right; all where nothing is named."""
    given = {field.name: ask[field.name] for field in ABOUT if ask[field.name]}
    forms = [form for form in FORMS if not given or set(form.about) <= set(given)]
    return {"forms": forms, "given": given, "origin_kinds": ORIGIN_KINDS}


def make(place: Place, ask: Ask) -> CorrectionRow:
    """Keep a correction."""
    target, value = read_correction(ask)
    return correct(place.store, ask["kind"], target, value, author=ask["author"] or place.reader, now=place.now)


def read_correction(ask: Ask) -> tuple[Any, Any]:
    """Target and value in the form of :mod:`headwater.desk.corrections`."""
    kind, value = ask["kind"], ask["value"].strip()
    match kind:
        case "merge stories" | "split story":
            return need(ask, "story"), list_lines(value)
        case "merge actors":
            return {"story": need(ask, "story"), "name": need(ask, "name")}, list_lines(value)
        case "rename actor":
            return {"story": need(ask, "story"), "name": need(ask, "name")}, value
        case "split actor":
            reports = list_lines(need(ask, "reports"))
            return {"story": need(ask, "story"), "name": need(ask, "name"), "reports": reports}, value
        case "origin":
            return read_target(ask), {"kind": need(ask, "origin_kind"), "name": value}
        case "furniture":
            return need(ask, "site"), value
    return {"story": need(ask, "story"), "finding": need(ask, "finding")}, value


def read_target(ask: Ask) -> dict[str, str]:
    """A report, or a finding of a story."""
    if ask["report"]:
        return {"report": ask["report"]}
    return {"story": need(ask, "story"), "finding": need(ask, "finding")}


def need(ask: Ask, name: str) -> str:
    """A field that this kind of correction cannot do without."""
    if not ask[name]:
        raise BadAsk(f"{name}: is needed for “{ask['kind']}”")
    return ask[name]


def list_lines(text: str) -> list[str]:
    """The lines that hold something."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def unmake(place: Place, ask: Ask) -> CorrectionRow:
    """Undo a correction."""
    return undo(place.store, ask.numbers["correction"], now=place.now)


PAGE = Page(
    path="/corrections",
    name="corrections",
    about="What readers set right, the latest first. The parameters choose the forms of the page.",
    find=find,
    record=Corrections,
    template="corrections.html",
    asks=ABOUT,
    view=view,
)
MAKE = Action(
    path="/corrections",
    name="correct",
    about="Set something right; docs/desk.md tells which fields each kind needs.",
    do=make,
    record=CorrectionRow,
    back=lambda ask: "/corrections",
    asks=(
        Text("kind", "what is set right", needed=True, choices=KINDS),
        *ABOUT,
        Text("reports", "ids of reports, one a line", longest=20_000),
        Text("origin_kind", "the kind of an origin", choices=ORIGIN_KINDS),
        Text("value", "what it should be; lists one a line", longest=20_000, needed=True),
        Text("author", "who says so; the reader of the desk if not given"),
    ),
)
UNDO = Action(
    path="/corrections/undo",
    name="undo_correction",
    about="Let a correction no longer hold.",
    do=unmake,
    record=CorrectionRow,
    back=lambda ask: "/corrections",
    asks=(Number("correction", "its number", least=0, most=999_999_999, default=0),),
)
