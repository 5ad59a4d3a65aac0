import pytest
from made_up import ONE, TWO, keep, make_finding, only_new, tell

from headwater.model.report import Report
from headwater.store import Store
from headwater.store.findings import Turn
from headwater.store.search import search, write_query
from headwater.store.stories import touch_story


@pytest.fixture
def harbour(any_store: Store) -> Store:
    with any_store.begin() as connection:
        keep(connection, Report("a", "The ferries <b>stopped</b> at the old pier on Monday.", title="Ferries stop"))
        keep(connection, Report("b", "The old harvest began near the pier\x00.", title="Harvest"))
        tell(connection, "s", [make_finding("f", "Ada Brenn: “The ferry will sail”")], at=ONE, turn=only_new("f"))
    return any_store


def find(store: Store, words: str) -> list[tuple[str, str]]:
    with store.connect() as connection:
        return [(hit.kind, hit.id) for hit in search(connection, words)]


def test_findings_come_first_then_the_latest_reports(harbour: Store) -> None:
    assert find(harbour, "ferry") == [("finding", "f"), ("report", "a")]
    assert find(harbour, "pier") == [("report", "b"), ("report", "a")]


def test_all_words_must_be_there_and_phrases_stand_together(harbour: Store) -> None:
    assert find(harbour, "pier harvest") == [("report", "b")]
    assert find(harbour, '"old pier"') == [("report", "a")]
    assert find(harbour, '"pier old"') == []


def test_the_title_is_searched(harbour: Store) -> None:
    assert find(harbour, "stop ferries") == [("report", "a")]


def test_the_words_around_a_hit_are_told_apart_and_left_as_they_are(harbour: Store) -> None:
    with harbour.connect() as connection:
        (hit,) = search(connection, "monday")
    assert ("Monday", True) in hit.pieces
    assert "<b>stopped</b>" in "".join(words for words, _ in hit.pieces)
    assert hit.title == "Ferries stop"


@pytest.mark.parametrize(
    "words",
    ["", "   ", '"', '""', "*", "-", "'; DROP TABLE reports; --", "a AND", "NEAR(zebra", "\x00", "(", "x" * 5000],
)
def test_nothing_a_reader_types_is_an_error(harbour: Store, words: str) -> None:
    assert find(harbour, words) == []


def test_operators_are_words() -> None:
    assert write_query('ferry OR "old* pier" NOT:x') == '"ferry" "OR" "old pier" "NOT x"'


def test_a_finding_that_left_is_not_found_and_a_changed_one_by_its_new_words(harbour: Store) -> None:
    with harbour.begin() as connection:
        touch_story(connection, "s", title="s", now=ONE)
        changed = Turn(frozenset(), frozenset("f"), {})
        tell(connection, "s", [make_finding("f", "Ada Brenn: “The barge will sail”")], at=TWO, turn=changed)
    assert find(harbour, "ferry") == [("report", "a")]
    assert find(harbour, "barge") == [("finding", "f")]
    with harbour.begin() as connection:
        touch_story(connection, "s", title="s", now=ONE)
        tell(connection, "s", [], at=TWO, turn=Turn(frozenset(), frozenset(), {"f": None}))
    assert find(harbour, "barge") == []
