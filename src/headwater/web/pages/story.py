"""One story: its dossier, with what is new to the reader."""

from __future__ import annotations

from typing import Annotated, Any, TypedDict

from msgspec import Meta
from sqlalchemy import Connection

from headwater.errors import StoreError
from headwater.store.findings import list_findings
from headwater.store.looks import get_look, put_look
from headwater.store.rows import StoryRow
from headwater.store.stories import get_dossier, get_story
from headwater.web.asking import Ask, Text
from headwater.web.links import link_story
from headwater.web.page import Action, Page, View
from headwater.web.place import Place
from headwater.web.story_view import view_story

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
    new: list[str]
    """Ids of findings new or changed since the reader's last look; of one who never looked all."""
    gone: list[Gone]


class Seen(TypedDict):
    """The story marked as seen."""

    seen: str


def find(connection: Connection, ask: Ask) -> Story:
    """Ask the store."""
    id = ask["story"]
    story = get_story(connection, id, reader=ask.reader)
    dossier = find_dossier(connection, id)
    look = get_look(connection, ask.reader, id)
    if look is None:
        new = [finding["id"] for finding in dossier["findings"]] if dossier else []
        return {"story": story, "dossier": dossier, "new": new, "gone": []}
    turned = list_findings(connection, id, since=look)
    gone: list[Gone] = [{"id": row.id, "line": row.line, "by": row.by} for row in turned if row.superseded]
    new = [row.id for row in turned if not row.superseded]
    return {"story": story, "dossier": dossier, "new": new, "gone": gone}


def stamp(connection: Connection, ask: Ask) -> str:
    """The story as it is, and as its reader has seen it."""
    story = get_story(connection, ask["story"], reader=ask.reader)
    return f"{story.updated} {story.stale} {get_look(connection, ask.reader, story.id)}"


def find_dossier(connection: Connection, id: str) -> dict[str, Any] | None:
    """The dossier of a story that is there; None while it is being made."""
    try:
        return get_dossier(connection, id)
    except StoreError:
        return None


def view(record: Story, ask: Ask) -> View:
    """The dossier arranged for reading. Where all is new nothing is marked: the marks would say nothing."""
    dossier, new = record["dossier"], set(record["new"])
    marked = new if dossier and len(new) < len(dossier["findings"]) else set()
    return {"view": view_story(dossier) if dossier else None, "marked": marked}


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
