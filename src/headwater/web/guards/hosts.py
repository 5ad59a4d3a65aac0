"""Only requests that name this desk as their host are answered: a stop to DNS rebinding."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from headwater.web.gate import Gate
from headwater.web.guards.answers import refuse


@dataclass(frozen=True, slots=True)
class HostGuard:
    """Refuses other hosts with 421."""

    app: ASGIApp
    gate: Gate

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is meant for this desk."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        hosts = Headers(scope=scope).getlist("host")
        if len(hosts) == 1 and self.gate.answers_to(hosts[0]):
            await self.app(scope, receive, send)
        else:
            why = "This desk does not answer to that host name; `headwater serve --allow-host NAME` adds one."
            await refuse(scope, receive, send, status=421, why=why)
