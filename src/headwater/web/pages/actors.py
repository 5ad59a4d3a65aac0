"""The actors of all stories, or of one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Row:
    """A name of a story as the page lists it."""

    actor: PersonRow
    """The one of most reports; the others of the name are in some of the same, so their reports are not added up."""
    kinds: str


class Actors(TypedDict):
    """Persons, offices, organisations and states, those of most reports first."""

    actors: list[PersonRow]
    """One row for each; a name that stands for several actors of a story stands here several times."""
    titles: dict[str, str]
    """Of the stories they are in."""


def find(connection: Connection, ask: Ask) -> Actors:
    """Ask the store."""
    story, limit = ask["story"] or None, ask.numbers["limit"]
    actors = list_people(connection, story=story, name=ask["name"].strip(), limit=limit)
    return {"actors": actors, "titles": name_stories(connection, (actor.story for actor in actors))}


def view(record: Actors, ask: Ask) -> View:
    """What was asked, for the form."""
    return {"name": ask["name"], "story": ask["story"], "rows": join_names(record["actors"])}


def join_names(actors: Iterable[PersonRow]) -> list[Row]:
    """The actors with those of one name and story in one row, under the spelling and kinds of most reports first."""
    by_name: dict[tuple[str, str], list[PersonRow]] = {}
    for actor in actors:
        by_name.setdefault((actor.story, actor.name.casefold()), []).append(actor)
    return [
        Row(same[0], ", ".join(dict.fromkeys(LABELS.get(actor.label, actor.label) for actor in same)))
        for same in by_name.values()
    ]


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
