"""By what one knows that nothing shown has changed."""

from collections.abc import Callable

import pytest
from made_up import NOON, ONE, TWO, keep, make_finding, only_new, tell
from sqlalchemy import Connection

from headwater.errors import StoreError
from headwater.model.report import Report
from headwater.store import Store
from headwater.store.looks import put_look
from headwater.store.state import find_state, find_story_state
from headwater.store.stories import touch_story

Change = Callable[[Connection], object]
CHANGES: dict[str, Change] = {
    "a report comes": lambda c: keep(c, Report("b", "y"), story="s"),
    "a story waits": lambda c: touch_story(c, "s", title="s", now=TWO),
    "somebody looks": lambda c: put_look(c, "", "s", seen=ONE),
    "somebody looks again": lambda c: (put_look(c, "", "s", seen=NOON), put_look(c, "", "s", seen=ONE)),
    "a story is told anew": lambda c: (touch_story(c, "s", title="s", now=TWO), tell_again(c)),
}


def tell_again(connection: Connection) -> None:
    tell(connection, "s", [make_finding("g", "Ferries sail")], at=TWO, turn=only_new("g"))


@pytest.fixture
def told(any_store: Store) -> Store:
    with any_store.begin() as connection:
        keep(connection, Report("a", "x"), story="s")
        tell(connection, "s", [make_finding("f", "Ferries stop")], at=ONE, turn=only_new("f"))
    return any_store


@pytest.mark.parametrize("change", CHANGES)
def test_the_state_is_another_after_every_change(told: Store, change: str) -> None:
    with told.begin() as connection:
        before = find_state(connection), find_story_state(connection, "s")
        assert (find_state(connection), find_story_state(connection, "s")) == before
        CHANGES[change](connection)
        assert find_state(connection) != before[0]
        assert find_story_state(connection, "s") != before[1]


def test_the_state_of_a_story_is_as_its_reader_has_seen_it(told: Store) -> None:
    with told.begin() as connection:
        before = find_story_state(connection, "s", reader="ida")
        put_look(connection, "jon", "s", seen=ONE)
        assert find_story_state(connection, "s", reader="ida") == before
        put_look(connection, "ida", "s", seen=ONE)
        assert find_story_state(connection, "s", reader="ida") != before


def test_a_story_that_is_not_there_has_no_state(told: Store) -> None:
    with told.connect() as connection, pytest.raises(StoreError, match="there is no story 'gone'"):
        find_story_state(connection, "gone")
