"""Addresses of the desk, and those of others that may become links."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from hostile import EVIL_URLS
from hypothesis import given
from hypothesis import strategies as st

from headwater.model.span import Span
from headwater.web.links import hide_password, link_cites, link_report, quote_id, safe_url


@pytest.mark.parametrize(
    "url", [*EVIL_URLS[:4], *EVIL_URLS[5:], "", None, "http://", "https:news.example", "http://[::1", " http://a"]
)
def test_no_other_address_becomes_a_link(url: str | None) -> None:
    assert safe_url(url) is None


@pytest.mark.parametrize("url", ["http://news.example/a", "HTTPS://news.example/?q=1#x", "https://[2001:db8::1]/"])
def test_web_addresses_become_links(url: str) -> None:
    assert safe_url(url) == url


@given(st.text(st.characters(exclude_categories=("Cs",)), min_size=1))
def test_an_id_comes_back_from_its_address(id: str) -> None:
    written = quote_id(id)
    assert unquote(written) == id
    assert "/" not in written
    assert not written.endswith(".json")


def test_a_link_opens_at_its_places() -> None:
    assert link_report("a/b", (Span(1, 4), Span(7, 9))) == "/reports/a%2Fb?at=1-4,7-9#at"
    assert link_report("a") == "/reports/a"


def test_cites_of_a_record_are_one_link_a_report() -> None:
    cites = [
        {"report": "a", "start": 1, "end": 4, "text": "one"},
        {"report": "b", "start": 2, "end": 5, "text": "two"},
        {"report": "a", "start": 7, "end": 9, "text": "three"},
    ]
    assert link_cites(cites) == [("/reports/a?at=1-4,7-9#at", "one … three"), ("/reports/b?at=2-5#at", "two")]


@pytest.mark.parametrize(
    "address, shown",
    [
        ("https://ada:secret@news.example/feed@home", "https://news.example/feed@home"),
        ("https://news.example/feed", "https://news.example/feed"),
        ("javascript:alert(1)", "javascript:alert(1)"),
    ],
)
def test_passwords_are_not_shown(address: str, shown: str) -> None:
    assert hide_password(address) == shown
