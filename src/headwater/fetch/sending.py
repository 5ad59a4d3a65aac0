"""Bytes -> an address that a reader named: a webhook. The same guards as for fetching; redirects are not followed."""

from __future__ import annotations

from contextlib import closing

import httpx

from headwater.fetch.dialing import Deadline, GuardedBackend, Resolve, resolve_host
from headwater.fetch.fetching import Refused, name_ourselves, parse_address, told
from headwater.fetch.transport import Transport
from headwater.settings import Fetching


def send(address: str, data: bytes, *, media: str, settings: Fetching, resolve: Resolve = resolve_host) -> None:
    """POST bytes. Raises InputError as :func:`headwater.fetch.fetching.fetch` does, Refused for any status but 2xx."""
    url = parse_address(address)
    backend = GuardedBackend(Deadline(settings.longest_seconds), resolve=resolve, networks=settings.networks)
    headers = {**name_ourselves(settings), "content-type": media}
    with told(address, settings), Transport(backend) as transport:
        request = httpx.Request("POST", url, headers=headers, content=data)
        with closing(transport.handle_request(request)) as answer:
            status = answer.status_code
    if not 200 <= status < 300:
        raise Refused(
            address,
            f"http_{status}",
            f"answered {status}; the notice goes on waiting",
            status=status,
            retry_after=answer.headers.get("retry-after"),
        )
