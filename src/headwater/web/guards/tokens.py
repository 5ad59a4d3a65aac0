"""Where the desk has a token, only who knows it comes in: programs by a header, browsers by a cookie they get for it."""

from __future__ import annotations

import hmac
from dataclasses import dataclass

from starlette.requests import HTTPConnection
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from headwater.web.gate import Gate
from headwater.web.guards.answers import refuse

OPEN = ("/enter", "/healthz", "/static/")
"""What needs no token: the way in, and what tells nothing."""


@dataclass(frozen=True, slots=True)
class TokenGuard:
    """Sends browsers to the way in, and refuses programs with 401."""

    app: ASGIApp
    gate: Gate

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what carries the token."""
        if scope["type"] != "http" or self.gate.token is None or is_open(scope["path"]):
            await self.app(scope, receive, send)
            return
        asked = HTTPConnection(scope)
        if is_admitted(asked, self.gate):
            await self.app(scope, receive, send)
        elif "text/html" in asked.headers.get("accept", "") and scope["method"] in ("GET", "HEAD"):
            await RedirectResponse("/enter", status_code=303)(scope, receive, send)
        else:
            why = "This desk needs its token: Authorization: Bearer TOKEN."
            await refuse(scope, receive, send, status=401, why=why)


def is_open(path: str) -> bool:
    """Whether a path needs no token."""
    return path in OPEN or path.startswith(OPEN[-1])


def is_admitted(asked: HTTPConnection, gate: Gate) -> bool:
    """Whether a request carries the token, or the cookie given for it."""
    kind, _, told = asked.headers.get("authorization", "").partition(" ")
    is_bearer = kind.casefold() == "bearer" and is_token(told.strip(), gate)
    return is_bearer or is_same(asked.cookies.get(gate.cookie, ""), gate.pass_value)


def is_token(told: str, gate: Gate) -> bool:
    """Whether this is the token of the desk."""
    return gate.token is not None and is_same(told, gate.token)


def is_same(told: str, wanted: str) -> bool:
    """Compare without telling by the time taken how much of it was right."""
    return hmac.compare_digest(told.encode("utf-8", "surrogateescape"), wanted.encode("utf-8"))
