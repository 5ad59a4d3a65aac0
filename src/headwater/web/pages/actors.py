"""The actors of all stories, or of one."""

from __future__ import annotations

from typing import TypedDict

from sqlalchemy import Connection

from headwater.store.rows import PersonRow
from headwater.store.stories import list_people, name_stories
from headwater.web.asking import Ask, Number, Text
from headwater.web.page import Page, View

LABELS = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "state or place",
    "LOC": "place",
    "NORP": "group",
    "FAC": "building",
    "EVENT": "event",
    "ROLE": "described by a role",
    "MISC": "other",
}
"""Labels of names as people read them."""


class Actors(TypedDict):
    """Persons, offices, organisations and states, those of most reports first."""

    actors: list[PersonRow]
    titles: dict[str, str]
    """Of the stories they are in."""


def find(connection: Connection, ask: Ask) -> Actors:
    """Ask the store."""
    story, limit = ask["story"] or None, ask.numbers["limit"]
    actors = list_people(connection, story=story, name=ask["name"].strip(), limit=limit)
    return {"actors": actors, "titles": name_stories(connection, (actor.story for actor in actors))}


def view(record: Actors, ask: Ask) -> View:
    """What was asked, for the form."""
    return {"name": ask["name"], "story": ask["story"], "labels": LABELS}


PAGE = Page(
    path="/actors",
    name="actors",
    about="Actors of the stories, those of most reports first.",
    find=find,
    record=Actors,
    template="actors.html",
    asks=(
        Text("name", "part of the name"),
        Text("story", "only those of this story", longest=1_000),
        Number("limit", "how many at most"),
    ),
    view=view,
)
