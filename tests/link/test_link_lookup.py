"""Stories are found by the rarest words they share with a report, whatever number of others share the common ones."""

from headwater.link.live_story import Outline, draw_outline
from headwater.link.lookup import CANDIDATES, ENTRIES, Lookup


def outline_of(*words: str) -> Outline:
    return draw_outline(dict.fromkeys(words, 1.0))


def all_words(number: int) -> None:
    return None


def test_stories_with_more_shared_words_come_first() -> None:
    lookup = Lookup()
    lookup.enter(0, ["dam"])
    lookup.enter(1, ["dam", "tarn"])
    lookup.enter(2, ["ferry"])
    assert lookup.find(outline_of("dam", "tarn"), all_words) == [1, 0]


def test_no_more_than_a_few_are_found() -> None:
    lookup = Lookup()
    for number in range(50):
        lookup.enter(number, ["dam"])
    assert len(lookup.find(outline_of("dam"), all_words)) == CANDIDATES


def test_a_rare_word_finds_among_very_many_with_the_common_one() -> None:
    lookup = Lookup()
    for number in range(3 * ENTRIES):
        lookup.enter(number, ["police", "tarn"] if number == 7 else ["police"])
    assert lookup.find(outline_of("police", "tarn"), all_words)[0] == 7


def test_common_words_count_for_those_that_rare_ones_find() -> None:
    lookup = Lookup()
    for number in range(2 * ENTRIES):
        lookup.enter(number, ["police"] + ["shots"] * (number == 4) + ["tarn"] * (number in (4, 9)))
    for number in range(2 * ENTRIES, 4 * ENTRIES):
        lookup.enter(number, ["shots"])
    assert lookup.find(outline_of("police", "shots", "tarn"), all_words)[:2] == [4, 9]


def test_closed_stories_are_found_by_the_words_left_to_them() -> None:
    lookup = Lookup()
    lookup.enter(0, ["dam", "tarn"])
    lookup.enter(1, ["dam"])

    def only_tarn(number: int) -> frozenset[str] | None:
        return frozenset({"tarn"}) if number == 0 else None

    assert lookup.find(outline_of("dam"), only_tarn) == [1]
    assert lookup.find(outline_of("dam", "tarn"), only_tarn) == [0, 1]


def test_closed_stories_are_struck_from_long_lists() -> None:
    lookup, closed = Lookup(), set[int]()

    def found_by(number: int) -> frozenset[str] | None:
        return frozenset() if number in closed else None

    for number in range(ENTRIES):
        lookup.enter(number, ["dam"])
        closed.add(number - 1)
        lookup.find(outline_of("dam"), found_by)
    assert len(lookup._places["dam"]) < 100
