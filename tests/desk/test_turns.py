"""When a feed is asked next."""

from datetime import UTC, datetime, timedelta

import pytest

from headwater.desk.turns import EVERY, LONGEST, next_turn

NOW = datetime(2031, 5, 5, 12, tzinfo=UTC)


def pause(**given: object) -> timedelta:
    return next_turn(NOW, **given) - NOW  # type: ignore[arg-type]


def test_a_feed_that_answers_is_asked_at_its_pace() -> None:
    assert pause(failures=0) == EVERY
    assert pause(failures=0, every=timedelta(minutes=5)) == timedelta(minutes=5)


def test_each_failure_doubles_the_pause_up_to_a_day() -> None:
    assert [pause(failures=n) // EVERY for n in (1, 2, 3)] == [2, 4, 8]
    assert pause(failures=1_000_000) == LONGEST


@pytest.mark.parametrize(
    "wish, expected",
    [
        ("3600", timedelta(hours=1)),
        ("Mon, 05 May 2031 14:00:00 GMT", timedelta(hours=2)),
        ("Mon, 05 May 2031 14:00:00", timedelta(hours=2)),
        ("60", EVERY),  # a wish never makes us come sooner
        ("Mon, 05 May 2025 14:00:00 GMT", EVERY),
        ("99999999999999999999", LONGEST),
        ("Fri, 31 Dec 9999 23:59:59 GMT", LONGEST),
        ("soon", EVERY),
        ("-5", EVERY),
        ("", EVERY),
        (None, EVERY),
    ],
)
def test_the_servers_wish_puts_the_moment_off(wish: str | None, expected: timedelta) -> None:
    assert pause(failures=0, retry_after=wish) == expected
