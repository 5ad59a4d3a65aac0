"""What the keys do and what the marks mean."""

from __future__ import annotations

from typing import TypedDict

from sqlalchemy import Connection

from headwater.web.asking import Ask
from headwater.web.page import Page


class Keys(TypedDict):
    """Key to what it does."""

    keys: dict[str, str]


KEYS = {
    "j": "next line of the page",
    "k": "previous line of the page",
    "/": "search",
    "s": "the stories",
    "?": "this page",
}


def find(connection: Connection, ask: Ask) -> Keys:
    """The same for everybody."""
    return {"keys": KEYS}


PAGE = Page(
    path="/keys",
    name="keys",
    about="Keys of the desk and marks of its pages.",
    find=find,
    record=Keys,
    template="keys.html",
)
