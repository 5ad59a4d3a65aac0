"""What a page is: where it stands, what it may be asked, what it finds, and how that is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from headwater.web.asking import Ask, Field
from headwater.web.place import Place

Record = Mapping[str, Any]
"""What the JSON twin of a page says; rows of the store stand in it as they are."""
View = Mapping[str, Any]
"""What a template needs beside the record."""


def nothing_more(record: Record, ask: Ask) -> View:
    """The view of a page whose template needs the record alone."""
    return {}


@dataclass(frozen=True, slots=True)
class Page:
    """One page and its JSON twin: the same record, two renderings."""

    path: str
    """As in Starlette's routes; what stands in braces comes to ``find`` as a text."""
    name: str
    about: str
    find: Callable[[Connection, Ask], Record]
    record: Any
    """The type of what ``find`` gives (a TypedDict): the schema of the twin is made from it."""
    template: str
    asks: tuple[Field, ...] = ()
    view: Callable[[Any, Ask], View] = nothing_more
    stamp: Callable[[Connection, Ask], str] | None = None
    """What changes whenever the page does, found quickly; None = always made anew."""


@dataclass(frozen=True, slots=True)
class Action:
    """A change a reader can make: a form, and the same as JSON."""

    path: str
    name: str
    about: str
    do: Callable[[Place, Ask], Any]
    """Makes the change; what it gives says what was made."""
    record: Any
    back: Callable[[Ask], str]
    """Where a browser goes afterwards."""
    asks: tuple[Field, ...] = ()
