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

NAMED = "named"
KINDS = {
    NAMED: ("PERSON", "ORG", "GPE", "NORP"),
    "persons": ("PERSON",),
    "organisations": ("ORG",),
    "states and places": ("GPE", "LOC", "FAC"),
    "described": ("ROLE",),
    "all": (),
}
"""What can be asked for, and the labels it stands for; "2,300 teachers" are described, not named."""


@dataclass(frozen=True, slots=True)
class Row:
    """A name of a story as the page lists it."""

    actor: PersonRow
    """The one of most reports; the others of the name are in some of the same, so their reports are not added up."""
    kind: str


class Actors(TypedDict):
    """Persons, offices, organisations and states, those of most reports first."""

    actors: list[PersonRow]
    """One row for each; a name that stands for several actors of a story stands here several times."""
    titles: dict[str, str]
    """Of the stories they are in."""


def find(connection: Connection, ask: Ask) -> Actors:
    """Ask the store."""
    story, limit = ask["story"] or None, ask.numbers["limit"]
    labels = KINDS[ask["kind"] or NAMED]
    actors = list_people(connection, story=story, name=ask["name"].strip(), labels=labels, limit=limit)
    return {"actors": actors, "titles": name_stories(connection, (actor.story for actor in actors))}


def view(record: Actors, ask: Ask) -> View:
    """What was asked, for the form."""
    return {
        "name": ask["name"],
        "story": ask["story"],
        "kind": ask["kind"] or NAMED,
        "choices": KINDS,
        "rows": join_names(record["actors"]),
    }


def join_names(actors: Iterable[PersonRow]) -> list[Row]:
    """The actors with those of one name and story in one row, under the spelling and kind of most reports."""
    by_name: dict[tuple[str, str], list[PersonRow]] = {}
    for actor in actors:
        by_name.setdefault((actor.story, actor.name.casefold()), []).append(actor)
    return [Row(same[0], LABELS.get(same[0].label, same[0].label)) for same in by_name.values()]


PAGE = Page(
    path="/actors",
    name="actors",
    about="Actors of the stories, those of most reports first.",
    find=find,
    record=Actors,
    template="actors.html",
    asks=(
        Text("name", "part of the name"),
        Text("kind", "which of them; persons, organisations and states with a name if not given", choices=tuple(KINDS)),
        Text("story", "only those of this story", longest=1_000),
        Number("limit", "how many at most"),
    ),
    view=view,
)
