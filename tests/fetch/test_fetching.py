"""One address fetched, against a real server on this machine and resolvers that lie."""

from __future__ import annotations

import gzip
import time
from dataclasses import replace
from http.server import BaseHTTPRequestHandler

import pytest
from local_site import Site

from headwater.errors import InputError
from headwater.fetch.fetching import Refused, fetch, parse_address
from headwater.settings import Fetching

NOTATIONS = (
    "127.0.0.1",
    "2130706433",
    "0x7f.1",
    "0177.0.0.1",
    "127.1",
    "１２７.０.０.１",
    "[::1]",
    "[::ffff:7f00:1]",
    "localhost",
)


def refusal(address: str, settings: Fetching) -> InputError:
    with pytest.raises(InputError) as caught:
        fetch(address, settings=settings)
    return caught.value


def test_a_page_comes_whole_and_says_where_from(site: Site, local: Fetching) -> None:
    site.page("/a", b"<html>news</html>", Content_Type="text/html; charset=utf-8", ETag='"v1"')
    found = fetch(site.at("/a#part"), settings=local)
    assert (found.status, found.body, found.url, found.moved) == (200, b"<html>news</html>", site.at("/a"), None)
    assert found.headers["etag"] == '"v1"'
    sent = site.asked[0][1]
    assert sent["user-agent"].startswith("Headwater/")
    assert "cookie" not in sent


@pytest.mark.parametrize("host", NOTATIONS)
def test_this_machine_is_refused_in_every_notation(site: Site, host: str) -> None:
    site.page("/", b"inner")
    found = refusal(site.at("/", host), Fetching(longest_seconds=5))
    assert found.code in ("address_refused", "unreachable", "not_http")  # some systems do not know a notation at all
    assert site.asked == []


def test_a_name_that_leads_to_a_private_address_is_refused(site: Site) -> None:
    with pytest.raises(InputError, match="address_refused"):
        fetch(site.at("/", "news.example"), settings=Fetching(), resolve=lambda host, port: ["127.0.0.1"])
    with pytest.raises(InputError, match="address_refused"):  # one public address does not excuse the other
        fetch("http://news.example/", settings=Fetching(), resolve=lambda host, port: ["1.1.1.1", "10.0.0.1"])
    assert site.asked == []


def test_a_name_is_resolved_once_and_dialled_as_judged(site: Site, local: Fetching) -> None:
    site.page("/a", b"news")
    asked: list[str] = []

    def rebinding(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"] if len(asked) == 1 else ["10.9.9.9"]

    assert fetch(site.at("/a", "news.example"), settings=local, resolve=rebinding).body == b"news"
    assert asked == ["news.example"]
    assert site.asked[0][1]["host"] == f"news.example:{site.port}"


def test_every_hop_of_a_redirect_is_judged(site: Site) -> None:
    site.page("/out", b"", status=302, Location=site.at("/secret", "inner.example"))
    site.page("/secret", b"secret")
    places = {"news.example": ["127.0.0.1"], "inner.example": ["10.0.0.5"]}
    settings = Fetching(networks=("127.0.0.0/8",), longest_seconds=5)
    with pytest.raises(InputError, match="address_refused"):
        fetch(site.at("/out", "news.example"), settings=settings, resolve=lambda host, port: places[host])
    assert site.paths == ["/out"]


@pytest.mark.parametrize("place", ["file:///etc/hosts", "ftp://news.example/a", "gopher://x/", "javascript:alert(1)"])
def test_a_redirect_out_of_the_web_is_refused(site: Site, local: Fetching, place: str) -> None:
    site.page("/out", b"", status=301, Location=place)
    assert refusal(site.at("/out"), local).code == "not_http"


def test_redirects_are_followed_and_permanent_ones_told(site: Site, local: Fetching) -> None:
    site.page("/old", b"", status=301, Location="/new")
    site.page("/for-now", b"", status=302, Location="/new")
    site.page("/new", b"news")
    assert fetch(site.at("/old"), settings=local).moved == site.at("/new")
    assert fetch(site.at("/for-now"), settings=local).moved is None


def test_a_circle_of_redirects_ends(site: Site, local: Fetching) -> None:
    site.page("/round", b"", status=302, Location="/round")
    assert refusal(site.at("/round"), local).code == "too_many_redirects"
    assert len(site.asked) == local.hops + 1


def test_what_is_counted_is_what_comes_out(site: Site, local: Fetching) -> None:
    bomb = gzip.compress(bytes(3_000_000))
    assert len(bomb) < 5_000
    site.page("/bomb", bomb, Content_Encoding="gzip")
    assert refusal(site.at("/bomb"), replace(local, largest_bytes=1_000_000)).code == "too_large"
    assert len(fetch(site.at("/bomb"), settings=local).body) == 3_000_000


def test_an_answer_without_end_is_cut_off(site: Site, local: Fetching) -> None:
    def endless(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.end_headers()
        try:
            while True:
                request.wfile.write(bytes(65_536))
        except OSError:
            return  # the reader has gone, as it should

    site.answers["/endless"] = endless
    assert refusal(site.at("/endless"), replace(local, largest_bytes=500_000)).code == "too_large"


@pytest.mark.parametrize("sent", [gzip.compress(b"news" * 500)[:-30], b"no gzip at all"], ids=["cut off", "none"])
def test_damaged_packing_is_told(site: Site, local: Fetching, sent: bytes) -> None:
    site.page("/bad", sent, Content_Encoding="gzip")
    assert refusal(site.at("/bad"), local).code == "damaged"


def test_a_packing_not_asked_for_is_told(site: Site, local: Fetching) -> None:
    site.page("/br", b"x", Content_Encoding="br, gzip")
    assert refusal(site.at("/br"), local).code == "damaged"


def test_a_server_that_drips_cannot_hold_the_reader(site: Site, local: Fetching) -> None:
    def drip(request: BaseHTTPRequestHandler) -> None:
        try:
            for _ in range(100):
                request.wfile.write(b"H")
                time.sleep(0.05)
        except OSError:
            return  # the reader has gone, as it should

    site.answers["/drip"] = drip
    start = time.monotonic()
    assert refusal(site.at("/drip"), replace(local, longest_seconds=0.4)).code in ("too_slow", "unreachable")
    assert time.monotonic() - start < 3


def test_statuses_are_told_with_the_wish_to_wait(site: Site, local: Fetching) -> None:
    site.page("/busy", b"", status=503, Retry_After="120")
    found = refusal(site.at("/busy"), local)
    assert isinstance(found, Refused)
    assert (found.code, found.status, found.retry_after) == ("http_503", 503, "120")
    assert refusal(site.at("/nowhere"), local).code == "http_404"


def test_conditions_go_along_and_nothing_new_is_no_error(site: Site, local: Fetching) -> None:
    site.page("/feed", b"", status=304)
    assert fetch(site.at("/feed"), settings=local, headers={"if-none-match": '"v1"'}).status == 304
    assert site.asked[0][1]["if-none-match"] == '"v1"'


def test_nobody_answers(local: Fetching) -> None:
    assert refusal("http://127.0.0.1:9/", local).code == "unreachable"
    with pytest.raises(InputError, match="unreachable"):
        fetch("http://nobody.example/", settings=local, resolve=lambda host, port: [])


@pytest.mark.parametrize(
    "address", ["", "news.example", "//news.example/", "ftp://a.example", "http://", "http://[::1"]
)
def test_what_is_no_web_address_is_refused(address: str) -> None:
    with pytest.raises(InputError, match="not_http"):
        parse_address(address)


def test_a_password_in_an_address_is_refused_and_not_repeated() -> None:
    with pytest.raises(InputError) as caught:
        parse_address("https://ann:hunter2@news.example/a")
    assert "hunter2" not in str(caught.value)
