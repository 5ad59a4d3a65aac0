"""What is looked up once."""

from headwater.link.once import once

CALLS: list[tuple[str, ...]] = []


@once
def gather(words: tuple[str, ...], *, mark: str = "") -> str:
    CALLS.append(words)
    return " ".join(words) + mark


def test_the_same_objects_are_not_looked_at_again() -> None:
    words = tuple("ab")
    CALLS.clear()
    assert [gather(words), gather(words)] == ["a b", "a b"]
    assert len(CALLS) == 1


def test_other_objects_are_even_where_they_are_equal() -> None:
    CALLS.clear()
    gather(tuple("a"))
    gather(tuple("a"))
    assert len(CALLS) == 2


def test_an_argument_by_name_counts() -> None:
    words = tuple("ab")
    assert gather(words, mark="!") == "a b!"
    assert gather(words, mark="?") == "a b?"


def test_only_the_last_answer_is_kept() -> None:
    one, other = tuple("ab"), tuple("cd")
    CALLS.clear()
    for words in (one, other, one):
        gather(words)
    assert len(CALLS) == 3
