"""Who may reach the desk: the address it listens on, the names it answers to, and the token."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from ipaddress import ip_address

from headwater.errors import UsageError

LOCAL_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})
SHORTEST_TOKEN = 16
"""Characters; a shorter token could be guessed."""


@dataclass(frozen=True, slots=True)
class Gate:
    """How the desk is reached. Without a token everybody who reaches the address may read and correct."""

    host: str = "127.0.0.1"
    port: int = 8765
    token: str | None = None
    names: frozenset[str] = frozenset()
    """Further host names the desk answers to."""

    @property
    def is_local(self) -> bool:
        """Whether only this machine can reach the address."""
        return self.host == "localhost" or (is_address(self.host) and ip_address(self.host).is_loopback)

    @property
    def address(self) -> str:
        """Where a browser finds the desk."""
        shown = "127.0.0.1" if self.host == "0.0.0.0" else "::1" if self.host == "::" else self.host
        return f"http://{f'[{shown}]' if ':' in shown else shown}:{self.port}"

    @property
    def cookie(self) -> str:
        """The cookie's name; browsers share cookies between the ports of a host."""
        return f"headwater-{self.port}"

    @property
    def pass_value(self) -> str:
        """What the cookie of an admitted browser holds: made from the token, which it does not tell."""
        return hmac.new((self.token or "").encode(), b"headwater desk cookie 1", hashlib.sha256).hexdigest()

    def answers_to(self, header: str) -> bool:
        """Whether a Host header names this desk.

        A page of another site can only point a *name* of its own at this machine (DNS rebinding); an address written as
        such is what the reader typed. A desk for this machine alone answers to loopback addresses alone. A name it was
        given may come with any port: that of a proxy.
        """
        name, port = split_host(header)
        if name in self.names:
            return True
        if port not in ("", str(self.port)):
            return False
        if name == self.host or name in LOCAL_NAMES:
            return True
        return is_address(name) and not self.is_local


def open_gate(host: str, port: int, *, token: str | None, i_know: bool, names: tuple[str, ...] = ()) -> Gate:
    """The gate of a command line; UsageError where it would stand open to others without anybody having said so."""
    gate = Gate(host, port, token or None, frozenset(name.casefold() for name in names))
    if gate.token is not None and len(gate.token) < SHORTEST_TOKEN:
        raise UsageError(f"a token needs at least {SHORTEST_TOKEN} characters; one to use: openssl rand -hex 16")
    if not gate.is_local and gate.token is None and not i_know:
        raise UsageError(
            f"{host} can be reached from other machines; give --token (or HEADWATER_TOKEN), "
            "or --i-know to serve everybody who reaches it"
        )
    return gate


def split_host(header: str) -> tuple[str, str]:
    """Name and port of a Host header, the name in lower case without brackets and final dot."""
    head, _, tail = header.strip().casefold().rpartition("]")
    if head:
        return head.lstrip("["), tail.removeprefix(":")
    name, _, port = tail.partition(":")
    return name.removesuffix("."), port


def is_address(name: str) -> bool:
    """Whether a name is a plain IP address."""
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
