"""robots.txt and the pace, with a clock of our own."""

from __future__ import annotations

from dataclasses import replace

import pytest
from local_site import Site

from headwater.errors import InputError
from headwater.fetch.polite import Guest
from headwater.settings import Fetching


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 6))
        self.now += seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


def guest(settings: Fetching, clock: Clock) -> Guest:
    return Guest(settings, clock=clock, sleep=clock.sleep)


def test_what_robots_txt_closes_is_not_fetched(site: Site, local: Fetching, clock: Clock) -> None:
    site.page("/robots.txt", b"User-agent: Headwater\nDisallow: /private/\n\nUser-agent: *\nDisallow: /\n")
    site.page("/open", b"news")
    site.page("/private/a", b"secret")
    visitor = guest(local, clock)
    assert visitor.get(site.at("/open")).body == b"news"
    with pytest.raises(InputError, match=r"\[robots\]"):
        visitor.get(site.at("/private/a"))
    assert site.paths == ["/robots.txt", "/open"]


def test_a_site_without_robots_txt_is_open(site: Site, local: Fetching, clock: Clock) -> None:
    site.page("/a", b"news")
    assert guest(local, clock).get(site.at("/a")).body == b"news"


def test_a_site_whose_robots_txt_fails_is_left_alone(site: Site, local: Fetching, clock: Clock) -> None:
    site.page("/robots.txt", b"", status=500)
    site.page("/a", b"news")
    with pytest.raises(InputError, match="robots_unknown"):
        guest(local, clock).get(site.at("/a"))
    assert site.paths == ["/robots.txt"]


def test_robots_txt_is_asked_for_once_an_hour(site: Site, local: Fetching, clock: Clock) -> None:
    site.page("/a", b"news")
    visitor = guest(local, clock)
    for wait in (0, 60, 3600):
        clock.now += wait
        visitor.get(site.at("/a"))
    assert site.paths.count("/robots.txt") == 2


def test_requests_to_a_host_keep_their_distance(site: Site, local: Fetching, clock: Clock) -> None:
    site.page("/a", b"news")
    visitor = guest(replace(local, gap_seconds=2), clock)
    visitor.get(site.at("/a"))
    visitor.get(site.at("/a"))
    clock.now += 1.5
    visitor.get(site.at("/a"))
    assert clock.slept == [2.0, 0.5]


@pytest.mark.parametrize("wish, kept", [("10", 10.0), ("100000", 60.0)])
def test_a_crawl_delay_is_kept_within_reason(site: Site, local: Fetching, clock: Clock, wish: str, kept: float) -> None:
    site.page("/robots.txt", f"User-agent: *\nCrawl-delay: {wish}\n".encode())
    site.page("/a", b"news")
    visitor = guest(local, clock)
    visitor.get(site.at("/a"))
    visitor.get(site.at("/a"))
    assert clock.slept == [kept]
