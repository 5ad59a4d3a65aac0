"""Nothing is changed on behalf of another site: a stop to forged requests.

Browsers say with every unsafe request where it comes from (Sec-Fetch-Site, else Origin); programs that say neither are no
browser and carry no reader's cookie by themselves.
"""

from __future__ import annotations

from dataclasses import dataclass

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from headwater.web.guards.answers import refuse

SAFE = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})


@dataclass(frozen=True, slots=True)
class SiteGuard:
    """Refuses unsafe requests of other sites with 403."""

    app: ASGIApp

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on safe requests and those of our own pages."""
        if scope["type"] != "http" or scope["method"] in SAFE or is_ours(Headers(scope=scope)):
            await self.app(scope, receive, send)
        else:
            await refuse(scope, receive, send, status=403, why="Changes can only be made from the pages of this desk.")


def is_ours(headers: Headers) -> bool:
    """Whether a request comes from a page of this very desk, or from no browser at all."""
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None and site != "same-origin":
        return False
    return (
        origin is None
        or origin == f"http://{headers.get('host', '')}"
        or origin == f"https://{headers.get('host', '')}"
    )
