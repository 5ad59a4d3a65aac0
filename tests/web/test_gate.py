"""Which addresses, names and tokens open the desk."""

from __future__ import annotations

import pytest

from headwater.errors import UsageError
from headwater.web.gate import Gate, open_gate

TOKEN = "correct horse battery"


@pytest.mark.parametrize("host", ["127.0.0.1:8765", "127.0.0.1", "LOCALHOST:8765", "localhost.:8765", "[::1]:8765"])
def test_a_local_desk_answers_to_this_machine(host: str) -> None:
    assert Gate().answers_to(host)


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:8765",
     "127.0.0.1.evil.example:8765", "127.0.0.1:9999", "192.0.2.7:8765", "", "[::1", "localhost:8765@evil", "0x7f.1:8765"],
)  # fmt: skip
def test_a_local_desk_answers_to_nothing_else(host: str) -> None:
    assert not Gate().answers_to(host)


def test_an_open_desk_answers_to_addresses_and_names_it_was_given() -> None:
    gate = open_gate("0.0.0.0", 80, token=TOKEN, i_know=False, names=("Desk.Example",))
    assert all(
        gate.answers_to(host)
        for host in ("192.0.2.7", "192.0.2.7:80", "desk.example", "desk.example:8443", "[2001:db8::1]:80")
    )
    assert not any(gate.answers_to(host) for host in ("evil.example", "desk.example.evil", "192.0.2.7:81"))


def test_an_address_others_can_reach_needs_a_token_or_a_word() -> None:
    for host in ("0.0.0.0", "192.0.2.7", "::", "desk.example"):
        with pytest.raises(UsageError, match="--token"):
            open_gate(host, 80, token=None, i_know=False)
        assert open_gate(host, 80, token=None, i_know=True).token is None
        assert open_gate(host, 80, token=TOKEN, i_know=False).token == TOKEN
    assert open_gate("127.0.0.1", 80, token=None, i_know=False).is_local
    assert open_gate("::1", 80, token="", i_know=False).is_local


def test_a_short_token_is_refused() -> None:
    with pytest.raises(UsageError, match="16 characters"):
        open_gate("127.0.0.1", 80, token="short", i_know=False)


def test_the_cookie_does_not_tell_the_token() -> None:
    gate = Gate(token=TOKEN)
    assert TOKEN not in gate.pass_value
    assert gate.pass_value != Gate(token=f"{TOKEN}!").pass_value


@pytest.mark.parametrize(
    "host, address",
    [("127.0.0.1", "http://127.0.0.1:8765"), ("::1", "http://[::1]:8765"), ("0.0.0.0", "http://127.0.0.1:8765")],
)
def test_the_address_can_be_opened(host: str, address: str) -> None:
    assert Gate(host).address == address
