"""Requests stay small: what the desk is asked fits a form."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from headwater.web.guards.answers import refuse

LONGEST_TARGET = 4_096
"""Bytes of path and query."""
LARGEST_BODY = 65_536
"""Bytes."""


@dataclass(frozen=True, slots=True)
class SizeGuard:
    """Refuses long addresses with 414 and large bodies with 413; a body is read whole before anything is done with it."""

    app: ASGIApp

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on small requests, the body already read."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
        elif len(scope["raw_path"]) + len(scope["query_string"]) > LONGEST_TARGET:
            await refuse(scope, receive, send, status=414, why="That address is too long.")
        elif (body := await read_body(scope, receive)) is None:
            await refuse(scope, receive, send, status=413, why=f"At most {LARGEST_BODY} bytes can be sent.")
        else:
            await self.app(scope, replay(body, receive), send)


async def read_body(scope: Scope, receive: Receive) -> bytes | None:
    """The whole body; None where it is too large."""
    stated = Headers(scope=scope).get("content-length", "0")
    if not stated.isdecimal() or int(stated) > LARGEST_BODY:
        return None
    body, more = b"", True
    while more:
        message = await receive()
        body += message.get("body", b"")
        more = message["type"] == "http.request" and message.get("more_body", False)
        if len(body) > LARGEST_BODY:
            return None
    return body


def replay(body: bytes, receive: Receive) -> Receive:
    """A receive that gives the body first, then whatever comes (a disconnect)."""
    given = False

    async def receive_again() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return receive_again
