"""One story: its dossier, with what is new to the reader."""

from __future__ import annotations

from typing import Annotated, Any, TypedDict

from msgspec import Meta
from sqlalchemy import Connection

from headwater.errors import StoreError
from headwater.store.findings import list_findings
from headwater.store.looks import get_look, put_look
from headwater.store.rows import StoryRow
from headwater.store.state import find_story_state
from headwater.store.stories import get_dossier, get_story
from headwater.web.asking import Ask, Number, Text
from headwater.web.links import link_story
from headwater.web.page import Action, Page, View
from headwater.web.pages.fresh import link_fresh
from headwater.web.parts import KEYS, Bounds, Part, cut, find_place
from headwater.web.place import Place
from headwater.web.story_pages import page_through
from headwater.web.story_view import view_story

LONGEST_ID = 200
DossierRecord = Annotated[dict[str, Any], Meta(extra_json_schema={"$ref": "#/components/schemas/dossier"})]


class Gone(TypedDict):
    """A finding that left the dossier since the reader's last look, and what stands in its place."""

    id: str
    line: str
    by: str | None


class Story(TypedDict):
    """A story; the dossier is null while it is being made."""

    story: StoryRow
    dossier: DossierRecord | None
    """Only the findings and reports asked for, where a part was."""
    part: Bounds | None
    """Which part it is; null of the whole."""
    numbers: dict[str, int]
    """Report id to what cites call it, for the reports named here."""
    new: list[str]
    """Ids of findings new or changed since the reader's last look; of one who never looked all."""
    gone: list[Gone]


class Seen(TypedDict):
    """The story marked as seen."""

    seen: str


def find(connection: Connection, ask: Ask) -> Story:
    """Ask the store."""
    story = get_story(connection, ask["story"], reader=ask.reader)
    dossier = find_dossier(connection, story.id)
    new, gone = find_news(connection, ask, dossier)
    part = cut_asked(dossier, ask) if dossier else None
    return {
        "story": story,
        "dossier": part.dossier if part else None,
        "part": part.bounds if part else None,
        "numbers": dict(part.numbers) if part else {},
        "new": new,
        "gone": gone,
    }


def cut_asked(dossier: dict[str, Any], ask: Ask) -> Part:
    """The part asked for; all where none was."""
    section, offset = find_place(dossier, ask["at"]) if ask["at"] else (ask["section"], ask.numbers["offset"])
    return cut(dossier, section, finding=ask["finding"], offset=offset, limit=ask.numbers["limit"])


def find_news(connection: Connection, ask: Ask, dossier: dict[str, Any] | None) -> tuple[list[str], list[Gone]]:
    """Ids of what came since the reader's last look, and what left."""
    look = get_look(connection, ask.reader, ask["story"])
    if look is None:
        return [finding["id"] for finding in dossier["findings"]] if dossier else [], []
    turned = list_findings(connection, ask["story"], since=look)
    gone: list[Gone] = [{"id": row.id, "line": row.line, "by": row.by} for row in turned if row.superseded]
    return [row.id for row in turned if not row.superseded], gone


def stamp(connection: Connection, ask: Ask) -> str:
    """The story as it is, and as its reader has seen it."""
    return find_story_state(connection, ask["story"], reader=ask.reader)


def find_dossier(connection: Connection, id: str) -> dict[str, Any] | None:
    """The dossier of a story that is there; None while it is being made."""
    try:
        return get_dossier(connection, id)
    except StoreError:
        return None


def view(record: Story, ask: Ask) -> View:
    """The dossier arranged for reading. Where all is new nothing is marked: the marks would say nothing."""
    dossier, part, new = record["dossier"], record["part"], set(record["new"])
    marked = new if len(new) < record["story"].findings else set()
    story = record["story"]
    frame = {"marked": marked, "fresh": link_fresh(story=story.id, updated=story.updated, told=story.reports)}
    if dossier is None:
        return {"view": None, "pages": None, **frame}
    return {
        **frame,
        "view": view_story(dossier, record["numbers"], is_whole=part is None),
        "pages": page_through(ask["story"], part) if part else None,
    }


def mark_seen(place: Place, ask: Ask) -> Seen:
    """Note that the reader has seen the story as it was at a moment."""
    with place.store.begin() as connection:
        put_look(connection, ask.reader, get_story(connection, ask["story"]).id, seen=ask["seen"])
    return {"seen": ask["story"]}


PAGE = Page(
    path="/stories/{story:path}",
    name="story",
    about="One story: its dossier as `headwater brief --format json` prints it, and what is new since the reader last looked.",
    find=find,
    record=Story,
    template="story.html",
    asks=(
        Text("section", "one part alone, in the order it is read", longest=20, choices=KEYS),
        Text("finding", "one finding alone with the reports it cites, by its id", longest=LONGEST_ID),
        Text("at", "the part that shows a finding, by its id", longest=LONGEST_ID),
        Number(
            "limit", "how many findings (or reports) at most; 0 is all, of a part 100", least=0, most=500, default=0
        ),
        Number("offset", "how many to leave out before them", least=0, most=10_000_000, default=0),
    ),
    view=view,
    stamp=stamp,
)
SEE = Action(
    path="/seen/{story:path}",
    name="see_story",
    about="Mark a story as seen.",
    do=mark_seen,
    record=Seen,
    back=lambda ask: link_story(ask["story"]),
    asks=(Text("seen", "the `updated` of the story as it was seen", needed=True),),
)
