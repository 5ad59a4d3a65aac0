"""An address -> bytes, within the limits of :class:`headwater.settings.Fetching`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from importlib.metadata import version
from urllib.parse import urljoin

import httpx

from headwater.errors import InputError
from headwater.fetch.dialing import AddressRefused, Deadline, GuardedBackend, Overtime, Resolve, resolve_host
from headwater.fetch.transport import Transport
from headwater.fetch.unpacking import ACCEPTED, Damaged, TooLarge, unpack
from headwater.settings import Fetching

REDIRECTS = frozenset({301, 302, 303, 307, 308})
SCHEMES = ("http", "https")
LONGEST_ADDRESS = 2_000


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address answered."""

    url: str
    """Where the answer came from, after redirects."""
    status: int
    """200, or 304 where nothing changed since ``etag`` or ``modified``."""
    headers: Mapping[str, str]
    """By names in lower case."""
    body: bytes
    moved: str | None = None
    """The new address, where each redirect on the way was permanent."""


class Refused(InputError):
    """An answer with a status that brings no page; ``retry_after`` is the server's wish, as it stands in its header."""

    def __init__(self, culprit: str, code: str, message: str, *, status: int, retry_after: str | None) -> None:
        super().__init__(culprit, code, message)
        self.status = status
        self.retry_after = retry_after


def fetch(
    address: str, *, settings: Fetching, headers: Mapping[str, str] | None = None, resolve: Resolve = resolve_host
) -> Fetched:
    """Get what an address holds; ``headers`` go along with the request (conditions, an accepted kind).

    Raises InputError: ``not_http``, ``address_refused``, ``unreachable``, ``too_slow``, ``too_large``, ``damaged``,
    ``too_many_redirects``; Refused: ``http_404`` and its like.
    """
    start = parse_address(address)
    backend = GuardedBackend(Deadline(settings.longest_seconds), resolve=resolve, networks=settings.networks)
    sent = {**name_ourselves(settings), **(headers or {})}
    with told(address, settings), Transport(backend) as transport:
        return follow_redirects(transport, start, settings=settings, headers=sent)


@contextmanager
def told(address: str, settings: Fetching) -> Iterator[None]:
    """What goes wrong on the way as an InputError that names the address and the way out."""
    try:
        yield
    except AddressRefused as error:
        message = f"leads to {error}, which is no public address; allow a network of your own with --allow-network"
        raise InputError(address, "address_refused", message) from error
    except (Overtime, httpx.TimeoutException) as error:
        message = f"did not answer whole within {settings.longest_seconds:g} s; try again later"
        raise InputError(address, "too_slow", message) from error
    except TooLarge as error:
        raise InputError(address, "too_large", f"holds more than {settings.largest_bytes:,} bytes") from error
    except Damaged as error:
        raise InputError(address, "damaged", "is packed in a way that cannot be unpacked") from error
    except httpx.TransportError as error:
        message = f"cannot be reached ({error or type(error).__name__}); check the address and the connection"
        raise InputError(address, "unreachable", message) from error


def follow_redirects(
    transport: httpx.BaseTransport, url: httpx.URL, *, settings: Fetching, headers: Mapping[str, str]
) -> Fetched:
    """The answer at the end of the redirects; each hop is judged like the first address."""
    culprit, permanent = str(url), True
    for hop in range(settings.hops + 1):
        with closing(transport.handle_request(httpx.Request("GET", url, headers=headers))) as answer:
            place = answer.headers.get("location")
            if answer.status_code not in REDIRECTS or not place:
                found = take_answer(answer, culprit, settings=settings)
                return replace(found, url=str(url), moved=str(url) if permanent and hop else None)
            permanent = permanent and answer.status_code in (301, 308)
            url = parse_address(urljoin(str(url), place))
    raise InputError(culprit, "too_many_redirects", f"redirects more than {settings.hops} times")


def take_answer(answer: httpx.Response, culprit: str, *, settings: Fetching) -> Fetched:
    """The answer with its body. Raises Refused for any status but 200 and 304."""
    if answer.status_code not in (200, 304):
        raise Refused(
            culprit,
            f"http_{answer.status_code}",
            f"answered {answer.status_code} {answer.reason_phrase}".rstrip(),
            status=answer.status_code,
            retry_after=answer.headers.get("retry-after"),
        )
    body = unpack(answer.iter_raw(), answer.headers.get("content-encoding", ""), largest=settings.largest_bytes)
    return Fetched(culprit, answer.status_code, dict(answer.headers), body)


def parse_address(address: str) -> httpx.URL:
    """A web address, ready to be asked for. Raises InputError ``not_http``; a name and password in it are refused."""
    shown = address[:LONGEST_ADDRESS]
    try:
        url = httpx.URL(address)
    except (httpx.InvalidURL, ValueError) as error:
        raise InputError(shown, "not_http", f"is no web address ({error})") from error
    if url.scheme not in SCHEMES or not url.host:
        raise InputError(shown, "not_http", "is no web address; give one that starts with https:// or http://")
    if url.userinfo:
        raise InputError(str(url.copy_with(userinfo=b"")), "not_http", "holds a name or password; give it without")
    return url.copy_with(fragment=None)


def name_ourselves(settings: Fetching) -> dict[str, str]:
    """The headers of every request."""
    return {
        "user-agent": f"{settings.agent}/{version('headwater')}",
        "accept-encoding": ACCEPTED,
        "connection": "close",
    }
