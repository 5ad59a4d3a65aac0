"""Notices on their way to readers."""

from __future__ import annotations

import json
import socketserver
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, ClassVar

import feedparser
import pytest

from headwater.desk.delivery import Post, deliver, find_kind, hide_secrets
from headwater.desk.rules import Rule
from headwater.desk.watching import set_watch
from headwater.errors import UsageError
from headwater.settings import Fetching
from headwater.store import Store
from headwater.store.notices import add_notice, list_notices

NOW = datetime(2031, 5, 5, 12, tzinfo=UTC)


def now() -> datetime:
    return NOW


def watch(store: Store, *targets: str) -> None:
    kept = set_watch(store, Rule(actor="Ruiz"), targets, author="ann", now=now)
    with store.begin() as connection:
        for number in (1, 2):
            add_notice(
                connection,
                kept.id,
                "s1",
                finding=f"f{number}",
                line=f"said: Ruiz {number}\x1b[2J",
                made="2031-05-05T12:00:00Z",
            )


def waiting(store: Store) -> list[str | None]:
    with store.connect() as connection:
        return [notice.error for notice in list_notices(connection, waiting=True)]


@pytest.fixture
def hook() -> Iterator[tuple[str, list[Any], list[int]]]:
    """A webhook: its address, what it took, and the statuses it will answer with."""
    taken: list[Any] = []
    statuses: list[int] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            status = statuses.pop(0) if statuses else 204
            if status < 300:
                taken.append(json.loads(body))
            self.send_response(status)
            if status in (301, 302):
                self.send_header("location", "http://10.0.0.1/")
            self.end_headers()

        def log_message(self, *args: Any) -> None:
            """Not a word."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/T0/secret", taken, statuses
    server.shutdown()
    server.server_close()


def test_a_terminal_and_a_file_get_every_notice(store: Store, tmp_path: Path) -> None:
    told: list[str] = []
    watch(store, "terminal", f"file:{tmp_path}/notices.jsonl")
    assert deliver(store, Post(told.append), now=now) == []
    assert [line.split("\x1b")[0] for line in told] == ["Headwater: actor: Ruiz", "  said: Ruiz 1", "  said: Ruiz 2"]
    lines = (tmp_path / "notices.jsonl").read_text("utf8").splitlines()
    assert [json.loads(line)["finding"] for line in lines] == ["f1", "f2"]
    assert waiting(store) == []
    assert deliver(store, Post(told.append), now=now) == []
    assert len(told) == 3


def test_an_atom_file_shows_the_latest_notices(store: Store, tmp_path: Path) -> None:
    watch(store, f"atom:{tmp_path}/notices.atom")
    deliver(store, Post(print), now=now)
    feed = feedparser.parse((tmp_path / "notices.atom").read_bytes())
    assert not feed.bozo
    assert len({entry.id for entry in feed.entries}) == 2


def test_a_webhook_gets_them_in_one_message(
    store: Store, local: Fetching, hook: tuple[str, list[Any], list[int]]
) -> None:
    address, taken, _ = hook
    watch(store, address)
    assert deliver(store, Post(print, local), now=now) == []
    assert [[one["finding"] for one in message["notices"]] for message in taken] == [["f1", "f2"]]


def test_what_a_webhook_refuses_waits_and_is_told_without_its_secret(
    store: Store, local: Fetching, hook: tuple[str, list[Any], list[int]]
) -> None:
    address, taken, statuses = hook
    statuses += [500, 302]
    watch(store, address)
    for status in ("500", "302"):  # a redirect is not followed: it could lead anywhere
        (reason,) = deliver(store, Post(print, local), now=now)
        assert status in reason
        assert all(status in (error or "") for error in waiting(store))
    assert deliver(store, Post(print, local), now=now) == []
    assert (len(taken), waiting(store)) == (1, [])


def test_a_webhook_on_a_private_network_must_be_allowed(store: Store, hook: tuple[str, list[Any], list[int]]) -> None:
    address, taken, _ = hook
    watch(store, address)
    (reason,) = deliver(store, Post(print), now=now)
    assert "address_refused" in reason
    assert taken == []


def test_one_target_that_fails_keeps_no_other_from_being_told(store: Store, tmp_path: Path) -> None:
    told: list[str] = []
    watch(store, f"file:{tmp_path}/no/such/folder", "terminal")
    assert len(deliver(store, Post(told.append), now=now)) == 1
    assert len(told) == 3
    assert len(waiting(store)) == 2


class MailHandler(socketserver.StreamRequestHandler):
    """Enough of SMTP to take one mail."""

    taken: ClassVar[list[str]] = []

    def say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())

    def handle(self) -> None:
        self.say("220 harbour.example")
        while line := self.rfile.readline().decode().strip():
            word = line[:4].upper()
            if word == "DATA":
                self.say("354 go on")
                self.taken.append(b"".join(iter(self.rfile.readline, b".\r\n")).decode())
            if word == "QUIT":
                return self.say("221 bye")
            self.say("250 ok")
        return None


def test_mail_goes_through_the_server_of_the_environment(store: Store) -> None:
    server = socketserver.TCPServer(("127.0.0.1", 0), MailHandler)
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    watch(store, "mailto:desk@harbour.example")
    place = {"HEADWATER_SMTP": f"smtp://127.0.0.1:{server.server_address[1]}"}
    assert deliver(store, Post(print, environment=place), now=now) == []
    server.shutdown()
    server.server_close()
    (mail,) = MailHandler.taken
    assert "To: desk@harbour.example" in mail
    assert "said: Ruiz 2" in mail


def test_without_a_mail_server_the_way_out_is_told(store: Store) -> None:
    watch(store, "mailto:desk@harbour.example")
    (reason,) = deliver(store, Post(print, environment={}), now=now)
    assert "HEADWATER_SMTP=" in reason


@pytest.mark.parametrize("target", ["", "nowhere", "file:", "https://", "ftp://a", "terminals"])
def test_what_is_no_target_is_refused(target: str) -> None:
    with pytest.raises(UsageError, match="is no target"):
        find_kind(target)


def test_secrets_of_a_webhook_are_not_shown() -> None:
    assert hide_secrets("https://hooks.example/T0/secret?key=1") == "https://hooks.example/…"
