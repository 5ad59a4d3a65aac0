"""Rules that make notices: the list, a form for a new one, and taking one away."""

from __future__ import annotations

from dataclasses import replace
from typing import TypedDict

from sqlalchemy import Connection

from headwater.desk.delivery import hide_secrets
from headwater.desk.rules import Rule, list_types, read_rule
from headwater.desk.watching import set_watch
from headwater.errors import UsageError
from headwater.store.rows import WatchRow
from headwater.store.stories import name_stories
from headwater.store.watches import drop_watch, list_watches
from headwater.web.asking import Ask, Missing, Number, Text
from headwater.web.page import Action, Page, View
from headwater.web.place import Place
from headwater.web.wording import tell_plainly

YES = ("yes",)


class Watches(TypedDict):
    """All rules, the oldest first."""

    watches: list[WatchRow]
    title: str | None
    """Of the story asked for, which a new rule may be kept to."""


class Dropped(TypedDict):
    """The rule taken away."""

    dropped: int


def find(connection: Connection, ask: Ask) -> Watches:
    """Ask the store; where a rule tells is shown without what may be a password or key of that place."""
    watches = list_watches(connection)
    return {
        "watches": [replace(watch, targets=[hide_secrets(str(t)) for t in watch.targets]) for watch in watches],
        "title": name_stories(connection, [ask["story"]]).get(ask["story"]),
    }


def view(record: Watches, ask: Ask) -> View:
    """Each rule in words."""
    return {
        "told": [(watch, tell_rule(watch)) for watch in record["watches"]],
        "types": list_types(),
        "story": ask["story"] if record["title"] else "",
    }


def tell_rule(watch: WatchRow) -> str:
    """``actor: Holm, at least 2 origins``; a rule of another version as it is kept."""
    try:
        return str(read_rule(watch.rule))
    except UsageError:
        return tell_plainly(watch.rule)


def make(place: Place, ask: Ask) -> WatchRow:
    """Keep a rule. It tells on the page of notices and, if asked, on the terminal: where else this machine may write or send
    is for its owner to say, from the command line.
    """
    rule = Rule(
        story=ask["story"] or None,
        actor=ask["actor"] or None,
        phrase=ask["phrase"] or None,
        event=ask["event"] or None,
        due_within=ask.numbers["due_within"] or None,
        origins=ask.numbers["origins"] or None,
        difference=bool(ask["difference"]),
        correction=bool(ask["correction"]),
    )
    return set_watch(
        place.store, rule, tuple(filter(None, [ask["tell"]])), author=ask["author"] or place.reader, now=place.now
    )


def drop(place: Place, ask: Ask) -> Dropped:
    """Take a rule and its notices away."""
    id = ask.numbers["watch"]
    with place.store.begin() as connection:
        if not drop_watch(connection, id):
            raise Missing(f"there is no watch {id}")
    return {"dropped": id}


PAGE = Page(
    path="/watches",
    name="watches",
    about="Rules that make notices, the oldest first.",
    find=find,
    record=Watches,
    template="watches.html",
    asks=(Text("story", "a story, which the form then offers", longest=1_000),),
    view=view,
)
MAKE = Action(
    path="/watches",
    name="watch",
    about="Keep a rule: all its conditions must hold, and at least one is needed. It tells on the page of notices.",
    do=make,
    record=WatchRow,
    back=lambda ask: "/watches",
    asks=(
        Text("actor", "part of the name of somebody who speaks, acts, or is acted on"),
        Text("phrase", "words of the finding or of what it cites"),
        Text("event", "a PLOVER type, such as THREATEN", longest=40),
        Number("due_within", "what is due within so many days and not done; 0 is any", least=0, most=10_000, default=0),
        Number("origins", "at least so many independent origins; 0 is any", least=0, most=10_000, default=0),
        Text("difference", "where reports differ", choices=YES),
        Text("correction", "reports whose text was replaced by another", choices=YES),
        Text("story", "only in this story, by its id", longest=1_000),
        Text("tell", "tell on the terminal, too, from the command that finds it", choices=("terminal",)),
        Text("author", "who keeps it; the reader of the desk if not given"),
    ),
)
DROP = Action(
    path="/watches/drop",
    name="drop_watch",
    about="Take a rule and its notices away.",
    do=drop,
    record=Dropped,
    back=lambda ask: "/watches",
    asks=(Number("watch", "its number", least=0, most=999_999_999, default=0),),
)
