import pytest
from made_up import NOON, ONE, TWO, keep, make_finding, only_new, tell

from headwater.errors import StoreError
from headwater.model.report import Report
from headwater.store import Store
from headwater.store.findings import Turn, close_findings, get_finding, list_findings
from headwater.store.looks import get_look, put_look
from headwater.store.stories import (
    StaleStory,
    drop_story,
    find_turn,
    get_dossier,
    get_story,
    list_people,
    list_stale,
    list_stories,
    list_unseen,
    put_people,
    touch_story,
)


def test_a_story_is_stale_until_it_is_told(any_store: Store) -> None:
    with any_store.begin() as connection:
        keep(connection, Report("a", "x"))
        assert get_story(connection, "s").stale
        with pytest.raises(StoreError, match="still being made"):
            get_dossier(connection, "s")
        tell(connection, "s", [make_finding("f", "Ferries stop")], at=ONE, turn=only_new("f"))
        assert list_stale(connection) == []
        assert get_dossier(connection, "s")["findings"][0]["line"] == "Ferries stop"
        row = get_story(connection, "s")
        assert (row.title, row.reports, row.findings, row.first, row.updated) == ("Title of s", 1, 1, "2031-05-03", ONE)


def test_a_dossier_of_older_reports_never_replaces_one_of_newer(any_store: Store) -> None:
    with any_store.begin() as connection:
        keep(connection, Report("a", "x"))
        early = list_stale(connection)[0]
        keep(connection, Report("b", "y"))
        assert list_stale(connection) == [StaleStory("s", 2)]
        tell(connection, "s", [], at=ONE, turn=only_new())
        assert find_turn(connection, early) is None


def test_reports_that_come_while_a_dossier_is_made_leave_it_stale(any_store: Store) -> None:
    with any_store.begin() as connection:
        keep(connection, Report("a", "x"))
        early = list_stale(connection)[0]
        touch_story(connection, "s", title="s", now=NOON)
        assert find_turn(connection, early) == NOON
        assert list_stale(connection) == [StaleStory("s", 2)]


def test_new_is_what_changed_since_the_last_look(any_store: Store) -> None:
    with any_store.begin() as connection:
        keep(connection, Report("a", "x"))
        tell(connection, "s", [make_finding("f", "One"), make_finding("g", "Two")], at=ONE, turn=only_new("f", "g"))
        assert get_story(connection, "s").new == 2
        put_look(connection, "", "s", seen=ONE)
        assert get_story(connection, "s").new == 0
        assert list_unseen(connection) == []
        touch_story(connection, "s", title="s", now=TWO)
        tell(connection, "s", [make_finding("f", "One!")], at=TWO, turn=Turn(frozenset(), frozenset("f"), {"g": "f"}))
        assert [row.new for row in list_stories(connection)] == [1]
        assert [row.new for row in list_stories(connection, reader="ida")] == [1], "only f is left"
        changed, gone = list_findings(connection, "s", since=ONE)
        assert (changed.id, changed.first_seen, changed.changed) == ("f", ONE, TWO)
        assert (gone.id, gone.superseded, gone.by) == ("g", TWO, "f")
        assert [row.id for row in list_findings(connection, "s")] == ["f"]
        assert [row.id for row in list_findings(connection, "s", superseded=True)] == ["f", "g"]


def test_a_finding_that_comes_back_stands_again(any_store: Store) -> None:
    with any_store.begin() as connection:
        keep(connection, Report("a", "x"))
        tell(connection, "s", [make_finding("f", "One")], at=NOON, turn=only_new("f"))
        touch_story(connection, "s", title="s", now=ONE)
        tell(connection, "s", [], at=ONE, turn=Turn(frozenset(), frozenset(), {"f": None}))
        touch_story(connection, "s", title="s", now=TWO)
        tell(connection, "s", [make_finding("f", "One")], at=TWO, turn=only_new("f"))
        (row,) = list_findings(connection, "s")
        assert (row.first_seen, row.changed, row.superseded) == (NOON, TWO, None)


def test_a_look_never_goes_back(any_store: Store) -> None:
    with any_store.begin() as connection:
        put_look(connection, "", "s", seen=TWO)
        put_look(connection, "", "s", seen=ONE)
        assert get_look(connection, "", "s") == TWO


def test_lists_are_cut_into_pages_in_one_order(any_store: Store) -> None:
    with any_store.begin() as connection:
        for n, at in enumerate((NOON, ONE, ONE, TWO)):
            keep(connection, Report(f"r{n}", f"t{n}"), story=f"s{n}")
            tell(connection, f"s{n}", [], at=at, turn=only_new())
        assert [row.id for row in list_stories(connection)] == ["s3", "s2", "s1", "s0"]
        assert [row.id for row in list_stories(connection, limit=2, after="s2")] == ["s1", "s0"]
        assert list_stories(connection, after="nothing") == []


def test_a_story_without_reports_goes_and_its_findings_stay_superseded(any_store: Store) -> None:
    with any_store.begin() as connection:
        keep(connection, Report("a", "x"))
        tell(connection, "s", [make_finding("f", "One")], at=ONE, turn=only_new("f"))
        close_findings(connection, "s", now=TWO)
        drop_story(connection, "s")
        with pytest.raises(StoreError, match="there is no story 's'"):
            get_story(connection, "s")
        finding = get_finding(connection, "s", "f")
        assert finding is not None
        assert finding.superseded == TWO


def test_actors_are_found_by_part_of_their_name(any_store: Store) -> None:
    told = [
        {"id": "p1", "name": "Ada Brenn", "label": "PERSON", "reports": ["a", "b"]},
        {"id": "p2", "name": "100% Ferry", "label": "ORG", "reports": ["a"]},
    ]
    with any_store.begin() as connection:
        put_people(connection, "s", told)
        put_people(connection, "s", told)
        assert [row.name for row in list_people(connection)] == ["Ada Brenn", "100% Ferry"]
        assert [row.reports for row in list_people(connection, name="brenn")] == [2]
        assert [row.name for row in list_people(connection, name="%")] == ["100% Ferry"]
