"""Connections that go only where they may, and that end at their deadline.

The host is resolved once, each address judged, and the connection made to the very address that was judged: a name that
resolves anew in between (DNS rebinding) gains nothing. The deadline covers connecting, reading and writing together, so
that a server that sends a byte a second cannot hold a connection.
"""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import httpcore

from headwater.fetch.addresses import may_reach

Resolve = Callable[[str, int], list[str]]
"""Host and port -> addresses as numbers; raises OSError where there are none."""
Answer = TypeVar("Answer")


class AddressRefused(Exception):
    """The host has no address that may be reached; the message names what it has."""


class Overtime(Exception):
    """The deadline has passed."""


def resolve_host(host: str, port: int) -> list[str]:
    """The addresses that this machine finds for a host, in its order of preference, each once."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class Deadline:
    """A moment on the monotonic clock by which all must be done."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def left(self, timeout: float | None = None) -> float:
        """Seconds left, or ``timeout`` where that is less. Raises Overtime when none are."""
        seconds = self._end - time.monotonic()
        if seconds <= 0:
            raise Overtime
        return seconds if timeout is None else min(seconds, timeout)

    def bound(self, work: Callable[[float], Answer], timeout: float | None) -> Answer:
        """Do work that takes a timeout; what times out because the deadline came is Overtime."""
        limit = self.left(timeout)
        try:
            return work(limit)
        except httpcore.TimeoutException as error:
            if timeout is None or limit < timeout:
                raise Overtime from error
            raise


class GuardedStream(httpcore.NetworkStream):
    """A connection that ends at the deadline."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Some bytes; none at the end."""
        return self._deadline.bound(lambda limit: self._stream.read(max_bytes, limit), timeout)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send bytes."""
        self._deadline.bound(lambda limit: self._stream.write(buffer, limit), timeout)

    def close(self) -> None:
        """End the connection."""
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """The same connection encrypted; the certificate must be the host's, whatever address it has."""
        secured = self._deadline.bound(
            lambda limit: self._stream.start_tls(ssl_context, server_hostname, limit), timeout
        )
        return GuardedStream(secured, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        """What is known of the connection."""
        return self._stream.get_extra_info(info)


class GuardedBackend(httpcore.NetworkBackend):
    """Opens connections for one fetch: to addresses that may be reached, until its deadline."""

    def __init__(self, deadline: Deadline, *, resolve: Resolve, networks: Iterable[str]) -> None:
        self._deadline = deadline
        self._resolve = resolve
        self._networks = tuple(networks)
        self._dial = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the first address of the host that answers. Raises AddressRefused, httpcore.ConnectError."""
        last: httpcore.ConnectError | httpcore.ConnectTimeout | None = None
        for address in self._find_addresses(host, port):
            try:
                stream = self._deadline.bound(
                    lambda limit, address=address: self._dial.connect_tcp(  # type: ignore[misc]
                        address, port, limit, local_address, socket_options
                    ),
                    timeout,
                )
                return GuardedStream(stream, self._deadline)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                last = error
        raise last or httpcore.ConnectError(f"{host} has no address")

    def _find_addresses(self, host: str, port: int) -> list[str]:
        """All addresses of a host; one that may not be reached refuses them all, as it was put there by design."""
        self._deadline.left()
        try:
            addresses = self._resolve(host, port)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"{host} is not known") from error
        refused = [address for address in addresses if not may_reach(address, self._networks)]
        if refused:
            raise AddressRefused(", ".join(refused))
        return addresses
